import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { eventsForTransition } from '../../src/controllers/journey/journey-events.js';
import { nextState } from '../../src/flow/connect-flow.js';
import type { ConnectFact, ConnectState } from '../../src/flow/connect-state.js';
import { transitionsByState, type NextStatesByFact } from '../../src/flow/journey-map.js';
import { trials } from '../support/trials.js';
import { connectionWith, consentVersion, receiptOf, shareLinkWith } from './connections.js';
import {
  xero,
  sage,
  confirmed,
  linked,
  created,
  recheck,
  read,
  failed,
  readFailed,
  cancelled,
  expired,
  reset,
  consentLoaded,
  consentGiven,
} from './facts.js';

const words = [consentVersion('1'), consentVersion('2')];

const links = fc
  .tuple(
    fc.constantFrom('open', 'used', 'connected', 'withdrawn', 'expired', 'Unknown' as const),
    fc.constantFrom('s1', 's2'),
  )
  .map(([status, id]) => shareLinkWith(status, undefined, id));

const connections = fc
  .record({
    status: fc.constantFrom('PendingAuth', 'Linked', 'Unlinked', 'Deauthorized', 'Unknown' as const),
    errors: fc.uniqueArray(
      fc.record({ code: fc.constantFrom('403', '500', '501', '999'), id: fc.constantFrom('a', 'b', 'c') }),
      { maxLength: 3, selector: ({ id }) => id },
    ),
    organisation: fc.constantFrom('Marlow Bakery', 'Marlow Cafe', undefined),
  })
  .map(({ status, errors, organisation }) => connectionWith(status, errors, organisation));

/** A platform alone, or with anything else that a request may carry. */
const requests = fc.record(
  {
    platform: fc.constantFrom(xero, sage),
    connection: connections,
    replaces: connections,
    previousOrganisation: fc.record({ organisation: fc.constantFrom('Marlow Bakery', undefined) }),
    signsIn: fc.constant('other' as const),
  },
  { requiredKeys: ['platform'] },
);

const facts: fc.Arbitrary<ConnectFact> = fc.oneof(
  requests.map((request) => ({ type: 'confirmed' as const, ...request })),
  fc.record({
    type: fc.constant('delegated' as const),
    hostAsksFor: fc.constantFrom('consent' as const, 'nothing' as const),
  }),
  fc.record({
    type: fc.constantFrom('shareLinkCreated' as const, 'shareLinkUpdated' as const),
    shareLink: links,
  }),
  fc
    .tuple(requests, fc.constantFrom('consent' as const, 'nothing' as const))
    .map(([request, hostAsksFor]) => ({ type: 'platformSelected' as const, hostAsksFor, ...request })),
  fc.record({ type: fc.constant('consentLoaded' as const), consent: fc.constantFrom(...words, undefined) }),
  fc.record({ type: fc.constant('consentToggled' as const), yes: fc.boolean() }),
  fc.record({
    type: fc.constant('consentRecorded' as const),
    receipt: fc.constantFrom(...words.map(receiptOf)),
  }),
  fc.record({ type: fc.constant('consentRequired' as const), consent: fc.constantFrom(...words) }),
  fc.record({
    type: fc.constant('resumed' as const),
    attempt: fc.record(
      {
        platform: fc.constantFrom(xero, sage),
        connection: connections,
        knownErrorIds: fc.constant(new Set<string>()),
        openedIn: fc.constant('tab' as const),
        previousOrganisation: fc.record({ organisation: fc.constantFrom('Marlow Bakery', undefined) }),
      },
      { requiredKeys: ['platform', 'connection', 'knownErrorIds', 'openedIn'] },
    ),
  }),
  fc.record({
    type: fc.constant('created' as const),
    connection: connections,
    openedIn: fc.constantFrom('window', 'link'),
  }),
  fc.record({ type: fc.constant('recheck' as const), returned: fc.boolean() }),
  fc.record({ type: fc.constant('read' as const), connection: connections }),
  fc.constantFrom<ConnectFact>(readFailed, failed, cancelled, expired, reset, { type: 'accepted' }),
);

/** Every state of the walk, with the fact that led there. */
const steps = (happened: readonly ConnectFact[]) => {
  let state: ConnectState = { at: 'choosing' };
  return happened.map((fact) => {
    const before = state;
    state = nextState(before, fact);
    return { before, fact, after: state };
  });
};

const always = (
  holds: (happened: readonly ConnectFact[]) => void,
  { numRuns, seed } = trials(10_000, 2000),
): void => {
  fc.assert(fc.property(fc.array(facts, { maxLength: 60, size: 'max' }), holds), {
    numRuns,
    seed,
    // A counter-example is small enough long before, on a busy machine too.
    plugins: [fc.interruptAfterTimeLimit(600_000, { failOnInterrupt: true })],
  });
};

describe('the journey, with random facts', () => {
  it('connects at most once for each choice, and once for each return to this tab', () => {
    always((happened) => {
      let connected = 0;
      for (const { before, fact, after } of steps(happened)) {
        const begins = fact.type === 'confirmed' || fact.type === 'resumed';
        if (begins && after !== before) connected = 0;
        if (after.at === 'connected' && before.at !== 'connected') connected++;
        assert.ok(connected <= 1);
      }
    });
  });

  it('notifies the host of a connection at most once per attempt, and of no outcome after it', () => {
    always((happened) => {
      let reported: string[] = [];
      for (const { before, fact, after } of steps(happened)) {
        if (after === before) continue;
        if (fact.type === 'confirmed' || fact.type === 'resumed') reported = [];
        reported.push(...eventsForTransition(after, before).map(({ type }) => type));
        // The next request may fail before it is an attempt, as when the host's terms can't be loaded.
        if (fact.type === 'platformSelected') reported = [];
        const first = reported.indexOf('codat-connected');
        const later = first < 0 ? [] : reported.slice(first + 1).filter((type) => type !== 'codat-stepped');
        assert.deepEqual(later, []);
      }
    });
  });

  it('has exactly one connection per request', () => {
    always((happened) => {
      let made = 0;
      for (const { before, fact, after } of steps(happened)) {
        if (after !== before && (fact.type === 'confirmed' || fact.type === 'resumed')) made = 0;
        if (after !== before && fact.type === 'created') made++;
        assert.ok(made <= 1);
      }
    });
  });

  it('keeps what a request carries', () => {
    always((happened) => {
      for (const { before, fact, after } of steps(happened)) {
        if (after === before || fact.type !== 'confirmed') continue;
        if (after.at !== 'creating' && after.at !== 'sharing') continue;
        for (const part of ['connection', 'replaces', 'previousOrganisation'] as const)
          assert.equal(after[part], fact[part]);
      }
    });
  });

  it('connects only by a connection that Codat calls linked', () => {
    always((happened) => {
      for (const { after } of steps(happened))
        if (after.at === 'connected') assert.equal(after.connection.status, 'Linked');
    });
  });

  it('continues with another organisation only if the person agrees', () => {
    always((happened) => {
      for (const { before, fact, after } of steps(happened)) {
        if (after.at !== 'connected' || fact.type === 'accepted' || !('previousOrganisation' in before))
          continue;
        const previous = before.previousOrganisation.organisation;
        const now = after.connection.organisation;
        assert.ok(previous === now || (after.unverified && !(previous && now)) || fact.type === 'created');
      }
    });
  });

  it('can always get back to the platforms, and to connected', () => {
    always((happened) => {
      const state = steps(happened).at(-1)?.after ?? { at: 'choosing' };
      const begun = { ...created, connection: linked };

      assert.equal(nextState(state, reset).at, 'choosing');
      const made: ConnectFact = { type: 'shareLinkCreated', shareLink: shareLinkWith('open') };
      const onwards = [consentLoaded, consentGiven, confirmed, made, begun, recheck, read(linked)].reduce(
        nextState,
        state,
      );
      assert.equal(onwards.at, 'connected');
    });
  });

  it('makes only the transitions of the journey map, and ignores facts that have none', () => {
    always((happened) => {
      for (const { before, fact, after } of steps(happened)) {
        const row: NextStatesByFact = transitionsByState[before.at];
        const to = row[fact.type];
        if (!to) assert.equal(after, before);
        else assert.ok(after === before || to.includes(after.at), `${before.at} ${fact.type} ${after.at}`);
      }
    });
  });

  it('reaches every state of the journey map', () => {
    const been = new Set<string>();
    always(
      (happened) => {
        for (const { before, fact, after } of steps(happened))
          been.add(`${before.at} ${fact.type} ${after.at}`);
      },
      // Some states are rarely reached.
      trials(30_000, 30_000),
    );
    for (const [at, row] of Object.entries(transitionsByState))
      for (const [type, to] of Object.entries<readonly string[]>(row))
        for (const name of to) assert.ok(been.has(`${at} ${type} ${name}`), `${at} ${type} ${name}`);
  });

  it('continues from the host’s terms only with consent to the terms that were shown', () => {
    always((happened) => {
      for (const { before, after } of steps(happened)) {
        if (before.at !== 'preparing' || !['creating', 'sharing'].includes(after.at)) continue;
        if (before.consentState.is === 'nothing') continue;
        assert.ok(before.consentState.is === 'consent' && before.consentState.answer === 'yes');
        assert.deepEqual('givenConsent' in after && after.givenConsent, {
          is: 'said',
          consent: before.consentState.consent,
        });
      }
    });
  });

  it('keeps its platform, and the errors there were at the start', () => {
    always((happened) => {
      for (const { before, fact, after } of steps(happened)) {
        if (
          fact.type === 'confirmed' ||
          fact.type === 'platformSelected' ||
          fact.type === 'resumed' ||
          !('platform' in before) ||
          !('platform' in after)
        )
          continue;
        assert.equal(after.platform, before.platform);
        if ('knownErrorIds' in before && 'knownErrorIds' in after)
          assert.equal(after.knownErrorIds, before.knownErrorIds);
      }
    });
  });
});
