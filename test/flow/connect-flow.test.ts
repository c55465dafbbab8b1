import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CodatError } from '../../src/api/errors.js';
import type { Connection } from '../../src/api/schemas/connection.js';
import { eventsFor } from '../../src/controllers/telling.js';
import { next } from '../../src/flow/connect-flow.js';
import type { ConnectFact, ConnectState, FactOf } from '../../src/flow/connect-state.js';
import { journeyMap, type JourneyRow } from '../../src/flow/journey-map.js';
import { connectionIn, consentIn, errorOf, receiptOf, shareIn } from './connections.js';

const xero = { key: 'gbol', name: 'Xero' };
const sage = { key: 'tgff', name: 'Sage Accounting' };
const busy = new CodatError('busy', 'Too many.');

const chose: ConnectFact = { type: 'chose', platform: xero };
const pending = connectionIn('PendingAuth');
const linked = connectionIn('Linked');
const created: FactOf<'created'> = { type: 'created', connection: pending, by: 'window' };
const noticed: ConnectFact = { type: 'noticed', returned: false };
const returned: ConnectFact = { type: 'noticed', returned: true };
const read = (connection = pending): ConnectFact => ({ type: 'read', connection });
const failed: ConnectFact = { type: 'failed', error: busy };
const unread: ConnectFact = { type: 'unread' };
const cancelled: ConnectFact = { type: 'cancelled' };
const expired: ConnectFact = { type: 'expired' };
const reset: ConnectFact = { type: 'reset' };
const worded: ConnectFact = { type: 'worded', consent: consentIn('1') };
const yes: ConnectFact = { type: 'answered', yes: true };

/** Where a person is after these facts, one after the other. */
const walk = (...facts: ConnectFact[]): ConnectState => facts.reduce(next, { at: 'choosing' });

const reasonAfter = (...facts: ConnectFact[]): string => {
  const state = walk(...facts);
  return state.at === 'abandoned' ? state.reason : state.at;
};

describe('the journey', () => {
  it('leads from a choice through sign-in to connected', () => {
    const places = [chose, created, returned, read(linked)].map((_, index, facts) =>
      walk(...facts.slice(0, index + 1)),
    );

    assert.deepEqual(
      places.map(({ at }) => at),
      ['creating', 'authorizing', 'confirming', 'connected'],
    );
    assert.deepEqual(places.at(-1), { at: 'connected', platform: xero, connection: linked });
  });

  it('is over at once when the connection turns out to be linked already', () => {
    assert.equal(walk(chose, { ...created, connection: linked }).at, 'connected');
  });

  it('goes on waiting when Codat says nothing new and nobody came back', () => {
    const state = walk(chose, created, noticed, read());

    assert.equal(state.at === 'authorizing' && state.looks, 1);
  });

  it('goes on waiting when Codat can’t be reached, even after someone came back', () => {
    assert.equal(walk(chose, created, noticed, unread).at, 'authorizing');
    assert.equal(walk(chose, created, returned, unread).at, 'authorizing');
  });

  it('ends unfinished when someone came back and Codat says nothing new', () => {
    assert.equal(reasonAfter(chose, created, returned, read()), 'returned');
  });

  it('ends by an error that is new, whatever errors there were before', () => {
    const old = errorOf('500', 'old');
    const begun: ConnectFact = {
      type: 'created',
      connection: connectionIn('PendingAuth', [old]),
      by: 'window',
    };
    const after = (...errors: ReturnType<typeof errorOf>[]) =>
      reasonAfter(chose, begun, noticed, read(connectionIn('PendingAuth', errors)));

    assert.equal(after(old), 'authorizing');
    assert.equal(after(errorOf('500', 'new'), old), 'failed');
    assert.equal(after(old, errorOf('403', 'new')), 'declined');
    assert.equal(after(errorOf('403', 'an older clock'), old), 'declined');
  });

  it('tells cancelling at the platform, an error there and no support apart', () => {
    const after = (code: string) => {
      const state = walk(chose, created, noticed, read(connectionIn('PendingAuth', [errorOf(code)])));
      return state.at === 'failed' ? state.error.kind : state.at;
    };

    assert.deepEqual(['403', '500', '501', '599'].map(after), [
      'abandoned',
      'declined',
      'unsupported',
      'declined',
    ]);
  });

  it('counts a link above an error', () => {
    const both = connectionIn('Linked', [errorOf('500')]);

    assert.equal(walk(chose, created, noticed, read(both)).at, 'connected');
  });

  it('counts a link that comes after the person gave up, or after half an hour', () => {
    for (const end of [cancelled, expired]) {
      assert.equal(walk(chose, created, end, read(linked)).at, 'connected');
      assert.equal(walk(chose, created, noticed, end, read(linked)).at, 'connected');
    }
    assert.equal(walk(chose, created, cancelled, read()).at, 'abandoned');
  });

  it('leads back to the platforms when the person stops before there is a connection', () => {
    assert.equal(walk(chose, cancelled).at, 'choosing');
  });

  it('keeps what is needed to start again', () => {
    const state = walk(chose, created, failed);

    assert.deepEqual(state, {
      at: 'failed',
      platform: xero,
      connection: pending,
      error: busy,
      while: 'connecting',
    });
    assert.deepEqual(next(state, { type: 'chose', platform: xero, connection: pending }), {
      at: 'creating',
      platform: xero,
      connection: pending,
    });
  });

  it('leads to a link when someone else has the log-in, said before the platform is chosen or after', () => {
    const delegated: ConnectFact = { type: 'delegated', asks: 'nothing' };
    const considered: ConnectFact = { type: 'considered', asks: 'nothing', platform: xero };
    for (const facts of [
      [delegated, considered],
      [considered, delegated],
      [chose, created, delegated],
      [chose, created, cancelled, delegated],
      [chose, failed, delegated],
    ]) {
      const before = walk(...facts);
      assert.ok(before.at === 'preparing' && before.signsIn === 'other');
      assert.deepEqual(before.platform, xero);
      const after = next(before, { ...before, type: 'chose' });
      assert.equal(after.at, 'sharing');
    }
  });

  it('keeps the link while it learns what has become of it, and of no other', () => {
    const made = shareIn('open');
    const shared = [
      { type: 'chose', platform: xero, signsIn: 'other' },
      { type: 'shared', share: made },
    ] as const;
    const used = shareIn('used', 'c1');

    const state = walk(...shared, { type: 'followed', share: used });
    assert.deepEqual(state, { at: 'shared', platform: xero, share: { ...used, url: made.url } });
    assert.equal(next(state, { type: 'followed', share: shareIn('withdrawn', undefined, 's2') }), state);
    assert.equal(next(state, read()), state);
    assert.equal(next(state, read(linked)).at, 'connected');
  });

  it('remembers how the person signs in, so that a blocked window stays a link in this tab', () => {
    const state = walk(chose, { ...created, by: 'link' }, noticed, unread);

    assert.equal(state.at === 'authorizing' && state.by, 'link');
  });
});

describe('renewing a connection', () => {
  const of = (status: 'Unlinked' | 'Deauthorized' | 'Linked', organisation?: string) =>
    connectionIn(status, [], organisation);
  const renew = (before: Connection, after: Connection): ConnectState =>
    walk(chose, { ...created, connection: before }, returned, read(after));

  it('carries on with the organisation it was, however its name is written', () => {
    for (const name of ['Marlow Bakery', ' marlow  BAKERY']) {
      const after = of('Linked', name);
      assert.deepEqual(renew(of('Unlinked', 'Marlow Bakery'), after), {
        at: 'connected',
        platform: xero,
        connection: after,
      });
    }
  });

  it('asks the person where it is another organisation, whichever side ended it', () => {
    for (const status of ['Unlinked', 'Deauthorized'] as const) {
      const after = of('Linked', 'Marlow Cafe');
      const state = renew(of(status, 'Marlow Bakery'), after);

      assert.deepEqual(state, {
        at: 'comparing',
        platform: xero,
        connection: after,
        was: { organisation: 'Marlow Bakery' },
      });
      assert.deepEqual(next(state, { type: 'accepted' }), {
        at: 'connected',
        platform: xero,
        connection: after,
      });
    }
  });

  it('carries on and says so where nobody told whose books it was, or is', () => {
    for (const [was, now] of [
      [undefined, 'Marlow Bakery'],
      ['Marlow Bakery', undefined],
      [undefined, undefined],
    ]) {
      const state = renew(of('Deauthorized', was), of('Linked', now));

      assert.deepEqual(state.at === 'connected' && state.unsure, { organisation: was });
    }
  });

  it('compares nothing where it was never linked', () => {
    const state = walk(chose, created, returned, read(of('Linked', 'Marlow Cafe')));

    assert.equal(state.at === 'connected' && state.unsure, undefined);
  });

  it('compares with the first organisation still when the person signs in once more', () => {
    const was = { organisation: 'Marlow Bakery' };
    const onceMore: ConnectFact = {
      type: 'chose',
      platform: xero,
      connection: linked,
      replaces: linked,
      was,
    };
    const again: ConnectFact = { ...created, connection: of('Unlinked', 'Marlow Cafe') };
    const third = walk(onceMore, again, returned, read(of('Linked', 'Marlow Cafe')));
    assert.equal(third.at === 'comparing' && third.was.organisation, 'Marlow Bakery');

    assert.equal(walk(onceMore, again, returned, read(of('Linked', 'Marlow Bakery'))).at, 'connected');
  });

  it('compares as well where the link comes after the person gave up, or after a new try', () => {
    const before = { ...created, connection: of('Unlinked', 'Marlow Bakery') };
    const late = walk(chose, before, cancelled, read(of('Linked', 'Marlow Cafe')));
    assert.equal(late.at, 'comparing');

    const given = walk(chose, before, cancelled);
    assert.deepEqual('was' in given && given.was, { organisation: 'Marlow Bakery' });
  });
});

const words = [consentIn('1'), consentIn('2')];

const links = fc
  .tuple(
    fc.constantFrom('open', 'used', 'connected', 'withdrawn', 'expired', 'Unknown' as const),
    fc.constantFrom('s1', 's2'),
  )
  .map(([status, id]) => shareIn(status, undefined, id));

const connections = fc
  .record({
    status: fc.constantFrom('PendingAuth', 'Linked', 'Unlinked', 'Deauthorized', 'Unknown' as const),
    errors: fc.uniqueArray(
      fc.record({ code: fc.constantFrom('403', '500', '501', '999'), id: fc.constantFrom('a', 'b', 'c') }),
      { maxLength: 3, selector: ({ id }) => id },
    ),
    organisation: fc.constantFrom('Marlow Bakery', 'Marlow Cafe', undefined),
  })
  .map(({ status, errors, organisation }) => connectionIn(status, errors, organisation));

/** A platform alone, or with anything else that a wish may carry. */
const wishes = fc.record(
  {
    platform: fc.constantFrom(xero, sage),
    connection: connections,
    replaces: connections,
    was: fc.record({ organisation: fc.constantFrom('Marlow Bakery', undefined) }),
    signsIn: fc.constant('other' as const),
  },
  { requiredKeys: ['platform'] },
);

const facts: fc.Arbitrary<ConnectFact> = fc.oneof(
  wishes.map((wish) => ({ type: 'chose' as const, ...wish })),
  fc.record({
    type: fc.constant('delegated' as const),
    asks: fc.constantFrom('consent' as const, 'nothing' as const),
  }),
  fc.record({ type: fc.constantFrom('shared' as const, 'followed' as const), share: links }),
  fc
    .tuple(wishes, fc.constantFrom('consent' as const, 'nothing' as const))
    .map(([wish, asks]) => ({ type: 'considered' as const, asks, ...wish })),
  fc.record({ type: fc.constant('worded' as const), consent: fc.constantFrom(...words, undefined) }),
  fc.record({ type: fc.constant('answered' as const), yes: fc.boolean() }),
  fc.record({ type: fc.constant('consented' as const), receipt: fc.constantFrom(...words.map(receiptOf)) }),
  fc.record({ type: fc.constant('asked' as const), consent: fc.constantFrom(...words) }),
  fc.record({
    type: fc.constant('resumed' as const),
    attempt: fc.record(
      {
        platform: fc.constantFrom(xero, sage),
        connection: connections,
        before: fc.constant(new Set<string>()),
        by: fc.constant('tab' as const),
        was: fc.record({ organisation: fc.constantFrom('Marlow Bakery', undefined) }),
      },
      { requiredKeys: ['platform', 'connection', 'before', 'by'] },
    ),
  }),
  fc.record({
    type: fc.constant('created' as const),
    connection: connections,
    by: fc.constantFrom('window', 'link'),
  }),
  fc.record({ type: fc.constant('noticed' as const), returned: fc.boolean() }),
  fc.record({ type: fc.constant('read' as const), connection: connections }),
  fc.constantFrom<ConnectFact>(unread, failed, cancelled, expired, reset, { type: 'accepted' }),
);

/** Every state on the way, with the fact that led there. */
const steps = (happened: readonly ConnectFact[]) => {
  let state: ConnectState = { at: 'choosing' };
  return happened.map((fact) => {
    const before = state;
    state = next(before, fact);
    return { before, fact, after: state };
  });
};

const always = (holds: (happened: readonly ConnectFact[]) => void): void =>
  fc.assert(fc.property(fc.array(facts, { maxLength: 60, size: 'max' }), holds), {
    numRuns: 10_000,
    // A counter-example is small enough long before.
    interruptAfterTimeLimit: 60_000,
    markInterruptAsFailure: true,
  });

describe('the journey, whatever happens', () => {
  it('connects at most once for each choice, and once for each return to a tab that was left', () => {
    always((happened) => {
      let connected = 0;
      for (const { before, fact, after } of steps(happened)) {
        const begins = fact.type === 'chose' || fact.type === 'resumed';
        if (begins && after !== before) connected = 0;
        if (after.at === 'connected' && before.at !== 'connected') connected++;
        assert.ok(connected <= 1);
      }
    });
  });

  it('tells the host of a connection at most once for each try, and of no end after it', () => {
    always((happened) => {
      let told: string[] = [];
      for (const { before, fact, after } of steps(happened)) {
        if (after === before) continue;
        if (fact.type === 'chose' || fact.type === 'resumed') told = [];
        told.push(...eventsFor(after, before).map(({ type }) => type));
        // A next wish may fail before it is a try, as when the host's words can't be had.
        if (fact.type === 'considered') told = [];
        const first = told.indexOf('codat-connected');
        const later = first < 0 ? [] : told.slice(first + 1).filter((type) => type !== 'codat-stepped');
        assert.deepEqual(later, []);
      }
    });
  });

  it('has one connection for each wish, and never another', () => {
    always((happened) => {
      let made = 0;
      for (const { before, fact, after } of steps(happened)) {
        if (after !== before && (fact.type === 'chose' || fact.type === 'resumed')) made = 0;
        if (after !== before && fact.type === 'created') made++;
        assert.ok(made <= 1);
      }
    });
  });

  it('takes along what a wish carries', () => {
    always((happened) => {
      for (const { before, fact, after } of steps(happened)) {
        if (after === before || fact.type !== 'chose') continue;
        if (after.at !== 'creating' && after.at !== 'sharing') continue;
        for (const part of ['connection', 'replaces', 'was'] as const) assert.equal(after[part], fact[part]);
      }
    });
  });

  it('connects only by a connection that Codat calls linked', () => {
    always((happened) => {
      for (const { after } of steps(happened))
        if (after.at === 'connected') assert.equal(after.connection.status, 'Linked');
    });
  });

  it('carries on with another organisation than before only if the person says so', () => {
    always((happened) => {
      for (const { before, fact, after } of steps(happened)) {
        if (after.at !== 'connected' || fact.type === 'accepted' || !('was' in before)) continue;
        const was = before.was.organisation;
        const now = after.connection.organisation;
        assert.ok(was === now || (after.unsure && !(was && now)) || fact.type === 'created');
      }
    });
  });

  it('is never without a way back to the platforms, nor without one to connected', () => {
    always((happened) => {
      const state = steps(happened).at(-1)?.after ?? { at: 'choosing' };
      const begun = { ...created, connection: linked };

      assert.equal(next(state, reset).at, 'choosing');
      const made: ConnectFact = { type: 'shared', share: shareIn('open') };
      const onwards = [worded, yes, chose, made, begun, noticed, read(linked)].reduce(next, state);
      assert.equal(onwards.at, 'connected');
    });
  });

  it('leads only where the map says, and is left as it was by what has no place in the map', () => {
    always((happened) => {
      for (const { before, fact, after } of steps(happened)) {
        const row: JourneyRow = journeyMap[before.at];
        const to = row[fact.type];
        if (!to) assert.equal(after, before);
        else assert.ok(after === before || to.includes(after.at), `${before.at} ${fact.type} ${after.at}`);
      }
    });
  });

  it('goes to every place that the map says it may', () => {
    const been = new Set<string>();
    always((happened) => {
      for (const { before, fact, after } of steps(happened))
        been.add(`${before.at} ${fact.type} ${after.at}`);
    });
    for (const [at, row] of Object.entries(journeyMap))
      for (const [type, to] of Object.entries<readonly string[]>(row))
        for (const place of to) assert.ok(been.has(`${at} ${type} ${place}`), `${at} ${type} ${place}`);
  });

  it('goes on from what the host asks only with a yes to the very words that were shown', () => {
    always((happened) => {
      for (const { before, after } of steps(happened)) {
        if (before.at !== 'preparing' || !['creating', 'sharing'].includes(after.at)) continue;
        if (before.asks.is === 'nothing') continue;
        assert.ok(before.asks.is === 'consent' && before.asks.answer === 'yes');
        assert.deepEqual('agreed' in after && after.agreed, { is: 'said', consent: before.asks.consent });
      }
    });
  });

  it('never loses the platform it is about, nor the errors there were at the start', () => {
    always((happened) => {
      for (const { before, fact, after } of steps(happened)) {
        if (
          fact.type === 'chose' ||
          fact.type === 'considered' ||
          fact.type === 'resumed' ||
          !('platform' in before) ||
          !('platform' in after)
        )
          continue;
        assert.equal(after.platform, before.platform);
        if ('before' in before && 'before' in after) assert.equal(after.before, before.before);
      }
    });
  });
});
