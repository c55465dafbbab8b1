import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Connection } from '../../src/api/schemas/connection.js';
import { nextState } from '../../src/flow/connect-flow.js';
import type { ConnectFact, ConnectState } from '../../src/flow/connect-state.js';
import { connectionWith, errorOf, shareLinkWith } from './connections.js';
import {
  xero,
  busy,
  confirmed,
  pending,
  linked,
  created,
  recheck,
  returned,
  read,
  failed,
  readFailed,
  cancelled,
  expired,
} from './facts.js';

/** Where a person is after these facts, one after the other. */
const walk = (...facts: ConnectFact[]): ConnectState => facts.reduce(nextState, { at: 'choosing' });

const reasonAfter = (...facts: ConnectFact[]): string => {
  const state = walk(...facts);
  return state.at === 'abandoned' ? state.reason : state.at;
};

describe('the journey', () => {
  it('leads from a choice through sign-in to connected', () => {
    const states = [confirmed, created, returned, read(linked)].map((_, index, facts) =>
      walk(...facts.slice(0, index + 1)),
    );

    assert.deepEqual(
      states.map(({ at }) => at),
      ['creating', 'authorizing', 'confirming', 'connected'],
    );
    assert.deepEqual(states.at(-1), { at: 'connected', platform: xero, connection: linked });
  });

  it('ends at once when the connection turns out to be linked already', () => {
    assert.equal(walk(confirmed, { ...created, connection: linked }).at, 'connected');
  });

  it('keeps waiting when Codat has no change and nobody returned', () => {
    const state = walk(confirmed, created, recheck, read());

    assert.equal(state.at === 'authorizing' && state.checks, 1);
  });

  it('keeps waiting when Codat can’t be reached, even after someone returned', () => {
    assert.equal(walk(confirmed, created, recheck, readFailed).at, 'authorizing');
    assert.equal(walk(confirmed, created, returned, readFailed).at, 'authorizing');
  });

  it('ends unfinished when someone returned and Codat has no change', () => {
    assert.equal(reasonAfter(confirmed, created, returned, read()), 'returned');
  });

  it('ends with an error that is new, whatever errors there were before', () => {
    const old = errorOf('500', 'old');
    const begun: ConnectFact = {
      type: 'created',
      connection: connectionWith('PendingAuth', [old]),
      openedIn: 'window',
    };
    const after = (...errors: ReturnType<typeof errorOf>[]) =>
      reasonAfter(confirmed, begun, recheck, read(connectionWith('PendingAuth', errors)));

    assert.equal(after(old), 'authorizing');
    assert.equal(after(errorOf('500', 'new'), old), 'failed');
    assert.equal(after(old, errorOf('403', 'new')), 'declined');
    assert.equal(after(errorOf('403', 'an older clock'), old), 'declined');
  });

  it('distinguishes cancelling at the platform, an error there and an unsupported one', () => {
    const after = (code: string) => {
      const state = walk(confirmed, created, recheck, read(connectionWith('PendingAuth', [errorOf(code)])));
      return state.at === 'failed' ? state.error.kind : state.at;
    };

    assert.deepEqual(['403', '500', '501', '599'].map(after), [
      'abandoned',
      'declined',
      'unsupported',
      'declined',
    ]);
  });

  it('is connected when a linked connection has an error as well', () => {
    const both = connectionWith('Linked', [errorOf('500')]);

    assert.equal(walk(confirmed, created, recheck, read(both)).at, 'connected');
  });

  it('is connected when the link comes after the person gave up, or after half an hour', () => {
    for (const end of [cancelled, expired]) {
      assert.equal(walk(confirmed, created, end, read(linked)).at, 'connected');
      assert.equal(walk(confirmed, created, recheck, end, read(linked)).at, 'connected');
    }
    assert.equal(walk(confirmed, created, cancelled, read()).at, 'abandoned');
  });

  it('leads back to the platforms when the person stops before there is a connection', () => {
    assert.equal(walk(confirmed, cancelled).at, 'choosing');
  });

  it('keeps the facts needed to start again', () => {
    const state = walk(confirmed, created, failed);

    assert.deepEqual(state, {
      at: 'failed',
      platform: xero,
      connection: pending,
      error: busy,
      failedStep: 'connecting',
    });
    assert.deepEqual(nextState(state, { type: 'confirmed', platform: xero, connection: pending }), {
      at: 'creating',
      platform: xero,
      connection: pending,
    });
  });

  it('leads to a share link when someone else has the log-in, before or after the platform is chosen', () => {
    const delegated: ConnectFact = { type: 'delegated', hostAsksFor: 'nothing' };
    const selected: ConnectFact = { type: 'platformSelected', hostAsksFor: 'nothing', platform: xero };
    for (const facts of [
      [delegated, selected],
      [selected, delegated],
      [confirmed, created, delegated],
      [confirmed, created, cancelled, delegated],
      [confirmed, failed, delegated],
    ]) {
      const before = walk(...facts);
      assert.ok(before.at === 'preparing' && before.signsIn === 'other');
      assert.deepEqual(before.platform, xero);
      const after = nextState(before, { ...before, type: 'confirmed' });
      assert.equal(after.at, 'sharing');
    }
  });

  it('keeps the share link while it reads that link’s status, and ignores that of others', () => {
    const made = shareLinkWith('open');
    const shared = [
      { type: 'confirmed', platform: xero, signsIn: 'other' },
      { type: 'shareLinkCreated', shareLink: made },
    ] as const;
    const used = shareLinkWith('used', 'c1');

    const state = walk(...shared, { type: 'shareLinkUpdated', shareLink: used });
    assert.deepEqual(state, { at: 'shared', platform: xero, shareLink: { ...used, url: made.url } });
    assert.equal(
      nextState(state, { type: 'shareLinkUpdated', shareLink: shareLinkWith('withdrawn', undefined, 's2') }),
      state,
    );
    assert.equal(nextState(state, read()), state);
    assert.equal(nextState(state, read(linked)).at, 'connected');
  });

  it('keeps how the person signs in, so that a blocked window stays a link in this tab', () => {
    const state = walk(confirmed, { ...created, openedIn: 'link' }, recheck, readFailed);

    assert.equal(state.at === 'authorizing' && state.openedIn, 'link');
  });
});

describe('reconnecting', () => {
  const of = (status: 'Unlinked' | 'Deauthorized' | 'Linked', organisation?: string) =>
    connectionWith(status, [], organisation);
  const renew = (before: Connection, after: Connection): ConnectState =>
    walk(confirmed, { ...created, connection: before }, returned, read(after));

  it('continues with the same organisation, however its name is written', () => {
    for (const name of ['Marlow Bakery', ' marlow  BAKERY']) {
      const after = of('Linked', name);
      assert.deepEqual(renew(of('Unlinked', 'Marlow Bakery'), after), {
        at: 'connected',
        platform: xero,
        connection: after,
      });
    }
  });

  it('asks the person if it is another organisation, whichever side ended the connection', () => {
    for (const status of ['Unlinked', 'Deauthorized'] as const) {
      const after = of('Linked', 'Marlow Cafe');
      const state = renew(of(status, 'Marlow Bakery'), after);

      assert.deepEqual(state, {
        at: 'comparing',
        platform: xero,
        connection: after,
        previousOrganisation: { organisation: 'Marlow Bakery' },
      });
      assert.deepEqual(nextState(state, { type: 'accepted' }), {
        at: 'connected',
        platform: xero,
        connection: after,
      });
    }
  });

  it('continues with a notice where the organisation before or after is unknown', () => {
    for (const [previous, now] of [
      [undefined, 'Marlow Bakery'],
      ['Marlow Bakery', undefined],
      [undefined, undefined],
    ]) {
      const state = renew(of('Deauthorized', previous), of('Linked', now));

      assert.deepEqual(state.at === 'connected' && state.unverified, { organisation: previous });
    }
  });

  it('compares no organisations where the connection was never linked', () => {
    const state = walk(confirmed, created, returned, read(of('Linked', 'Marlow Cafe')));

    assert.equal(state.at === 'connected' && state.unverified, undefined);
  });

  it('still compares with the first organisation when the person signs in once more', () => {
    const previous = { organisation: 'Marlow Bakery' };
    const onceMore: ConnectFact = {
      type: 'confirmed',
      platform: xero,
      connection: linked,
      replaces: linked,
      previousOrganisation: previous,
    };
    const again: ConnectFact = { ...created, connection: of('Unlinked', 'Marlow Cafe') };
    const third = walk(onceMore, again, returned, read(of('Linked', 'Marlow Cafe')));
    assert.equal(third.at === 'comparing' && third.previousOrganisation.organisation, 'Marlow Bakery');

    assert.equal(walk(onceMore, again, returned, read(of('Linked', 'Marlow Bakery'))).at, 'connected');
  });

  it('also compares where the link comes after the person gave up, or after a new attempt', () => {
    const before = { ...created, connection: of('Unlinked', 'Marlow Bakery') };
    const late = walk(confirmed, before, cancelled, read(of('Linked', 'Marlow Cafe')));
    assert.equal(late.at, 'comparing');

    const given = walk(confirmed, before, cancelled);
    assert.deepEqual('previousOrganisation' in given && given.previousOrganisation, {
      organisation: 'Marlow Bakery',
    });
  });
});
