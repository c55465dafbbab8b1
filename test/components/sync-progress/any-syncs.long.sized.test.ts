import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseConnection } from '../../../src/api/schemas/connection.js';
import { parsePlatform } from '../../../src/api/schemas/platform.js';
import { parsePull, type Pull } from '../../../src/api/schemas/pull.js';
import {
  summarizeSyncRun,
  type ConnectionSyncSummary,
} from '../../../src/components/sync-progress/connection-sync-summary.js';
import { createSession } from '../../../src/index.js';
import { updateRun, type SyncRun } from '../../../src/sync/sync-run.js';
import { openLender } from '../../support/lender.js';
import { clear, part, parts, mount, texts } from '../../support/page.js';
import { syncStatuses } from '../../support/sync-statuses.js';
import { trials } from '../../support/trials.js';

const begun = Date.parse('2026-03-04T09:00:00Z');
const hour = 60 * 60_000;

/** A platform that is always there, one whose books are on a computer, one that is read at night, one to be installed. */
const platforms = ['gbol', 'hbql', 'pqsw', 'trji'] as const;

const entry = fc
  .record({
    run: fc.integer({ min: 0, max: 2 }),
    dataType: fc.constantFrom('bills', 'invoices', 'customers', 'toString'),
    status: fc.oneof(fc.constantFrom(...syncStatuses), fc.string()),
    progress: fc.oneof(fc.integer({ min: -50, max: 500 }), fc.string(), fc.constant(null)),
    isErrored: fc.boolean(),
    isCompleted: fc.boolean(),
  })
  .map(({ run, dataType, ...rest }) =>
    parsePull({
      id: `${dataType}-${run}`,
      connectionId: 'c1',
      dataType,
      requested: new Date(begun + run * hour).toISOString(),
      ...rest,
    }),
  );

const answers = fc.array(fc.array(entry, { maxLength: 6 }), { minLength: 1, maxLength: 10 });

const connected = (platformKey: string, status: string) =>
  parseConnection({ id: 'c1', integrationKey: platformKey, platformName: 'Ledger', status });

/** The pictures a person sees, one after each answer. */
function pictures(
  all: readonly (readonly Pull[])[],
  platformKey: string,
  status = 'Linked',
): { reading: SyncRun; picture: ConnectionSyncSummary }[] {
  let reading: SyncRun | undefined;
  return all.map((pulls) => {
    reading = updateRun(reading, {
      connectionId: 'c1',
      pulls,
      statuses: [],
      linkedDuringVisit: false,
      isRecent: true,
    });
    return {
      reading,
      picture: summarizeSyncRun(connected(platformKey, status), reading, undefined, begun + hour),
    };
  });
}

const computer = new Set<string>(['hbql', 'pqsw']);

describe('the summary of a connection’s syncs, with random responses', () => {
  it('is consistent: it is in progress, or at an end with what there is', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...platforms), (all, key) => {
        for (const { picture } of pictures(all, key)) {
          const {
            status: at,
            readyCount: ready,
            totalCount: offered,
            types,
            troubles,
            lateReason: slow,
          } = picture;
          const open = types.filter(({ progress }) => progress === 'waiting' || progress === 'reading');
          const failed = types.filter(({ progress }) => progress === 'failed');
          expect(ready).to.be.within(0, offered);
          if (at === 'complete' || at === 'partly' || at === 'nothing') expect(open).to.have.length(0);
          if (at === 'reading' || at === 'enough')
            expect(open.length > 0 || types.length === 0).to.equal(true);
          if (at === 'complete') expect([failed.length, ready]).to.deep.equal([0, offered]);
          if (at === 'partly' || at === 'nothing') expect(failed.length).to.be.above(0);
          expect([...troubles.values()].flat()).to.have.length(failed.length);
          if (slow) expect(types.some(({ progress }) => progress === 'reading')).to.equal(false);
        }
      }),
      trials(1000, 200),
    );
  });

  it('never reduces progress within a run', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...platforms), (all, key) => {
        const seen = pictures(all, key);
        for (const [index, now] of seen.entries()) {
          const before = seen[index - 1];
          if (before?.reading.startedAt !== now.reading.startedAt) continue;
          expect(now.picture.readyCount).to.be.at.least(before.picture.readyCount);
          if (before.picture.status === 'enough') expect(now.picture.status).not.to.equal('reading');
        }
      }),
      trials(1000, 200),
    );
  });

  it('never shows a failure for a computer that is off, or during a day while a sync runs at night', () => {
    const unreachable = fc.constantFrom('Initial', 'Queued', 'Fetching', 'FetchError', 'RateLimitError');
    const quiet = fc.array(fc.tuple(fc.constantFrom('bills', 'invoices', 'customers'), unreachable), {
      minLength: 1,
    });
    fc.assert(
      fc.property(
        fc.array(quiet, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...computer),
        (all, key) => {
          const pulls = all.map((reads) =>
            reads.map(([dataType, status]) =>
              parsePull({
                id: dataType,
                connectionId: 'c1',
                dataType,
                status,
                requested: '2026-03-04T09:00:00Z',
              }),
            ),
          );
          for (const { picture } of pictures(pulls, key)) {
            expect(picture.status).to.equal('reading');
            expect(picture.troubles.size).to.equal(0);
          }
        },
      ),
      trials(500, 100),
    );
  });

  it('waits for nothing once the access is lost', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...platforms), (all, key) => {
        for (const { reading, picture } of pictures(all, key, 'Deauthorized')) {
          if (reading.types.length > 0) expect(['complete', 'partly', 'nothing']).to.include(picture.status);
        }
      }),
      trials(500, 100),
    );
  });
});

describe('the summary of data that was synced once, as was agreed', () => {
  it('asks nobody to sign in again for data that did not arrive', () => {
    const queued = parsePull({
      id: 'p1',
      connectionId: 'c1',
      dataType: 'bills',
      status: 'Queued',
      progress: 0,
      isErrored: false,
      isCompleted: false,
      requested: new Date(begun).toISOString(),
    });
    const [shown] = pictures([[queued]], 'hbql');
    const once = { created: '2026-03-04T09:00:00', lastSync: '2026-03-05T03:00:00', status: 'Deauthorized' };
    const ended = parseConnection({
      id: 'c1',
      integrationKey: 'hbql',
      platformName: 'Sage 50 (UK)',
      ...once,
    });
    const problems = (isOfflineConnector: boolean) => {
      const sage50 = parsePlatform({ key: 'hbql', name: 'Sage 50 (UK)', enabled: true, isOfflineConnector });
      return shown && [...summarizeSyncRun(ended, shown.reading, sage50, begun + hour).troubles.keys()];
    };

    expect(problems(true)).to.deep.equal(['stopped']);
    expect(problems(false)).to.deep.equal(['reconnect']);
  });
});

describe('<sync-progress>, with every status', () => {
  it('has text for every status, and for unknown ones', async () => {
    const lender = await openLender();
    await lender.addConnection('gbol', 'Marlow Bakery');
    const odd = [...syncStatuses, 'Dreaming', '', 'constructor', '<b>'];
    const results = (template: object): object[] =>
      odd.map((status, index) => ({ ...template, id: `p${index}`, dataType: `type${index}`, status }));
    const session = createSession({
      tokenEndpoint: `${lender.baseUrl}/token`,
      fetch: async (request) => {
        const answer = await lender.fetch(request);
        if (request.url.includes('/dataStatus')) return Response.json({}, answer);
        if (!request.url.includes('/data/history')) return answer;
        const page = (await answer.json()) as { results: object[] };
        return Response.json({ ...page, results: results(page.results[0] ?? {}) }, answer);
      },
    });
    const progress = mount('sync-progress', { session }, { lender: 'Larkspur' });
    await part(progress, 'bar');

    const notOffered = texts(progress, 'note').flatMap(
      (text) => /^Xero doesn’t offer (.+)\.$/.exec(text)?.[1] ?? [],
    );
    const kinds = notOffered.flatMap((names) => names.split(/, and |, | and /));
    expect(parts(progress, 'type').length + kinds.length).to.equal(odd.length);
    for (const says of texts(progress, 'progress'))
      expect(says).to.match(/^(?:Waiting|Reading(?:, \d+%)?|Ready|Couldn’t be read)$/);
    expect(texts(progress, 'trouble')).to.have.length(6);
    expect(progress.shadowRoot?.textContent).not.to.match(/undefined|null|NaN|Invalid|\[object/);
    await expect(progress).to.be.accessible();
    session.end();
    lender.end();
    clear();
  });
});
