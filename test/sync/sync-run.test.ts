import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parsePull, type Pull } from '../../src/api/schemas/pull.js';
import {
  syncStageOfPullStatus,
  type SyncStageOrFailure,
} from '../../src/api/schemas/sync-stage-or-failure.js';
import { isPullSettled, updateRun, type SyncRun } from '../../src/sync/sync-run.js';
import { syncStatuses } from '../support/sync-statuses.js';

const begun = Date.parse('2026-03-04T09:00:00Z');
const minute = 60_000;

/** A read of a type: of the run that was asked for so many minutes after the first. */
const read = (
  dataType: string,
  stage: SyncStageOrFailure,
  { run = 0, progress }: { run?: number; progress?: number } = {},
): Pull => ({
  id: `${dataType}-${run}`,
  connectionId: 'xero',
  dataType,
  stage,
  requested: begun + run * minute,
  progress,
  pausedUntil: undefined,
});

/** The run after these answers, one after the other. */
const after = (...answers: (readonly Pull[])[]): SyncRun =>
  answers.reduce<SyncRun | undefined>((before, pulls) => updateRun(before, answerOf(pulls)), undefined) ??
  updateRun(undefined, answerOf([]));

const answerOf = (pulls: readonly Pull[], linkedDuringVisit = false) => ({
  connectionId: 'xero',
  pulls,
  statuses: [],
  linkedDuringVisit,
  isRecent: false,
});

const stagesOf = ({ types }: SyncRun): Record<string, SyncStageOrFailure> =>
  Object.fromEntries(types.map(({ dataType, stage }) => [dataType, stage]));

describe('the sync run of a connection', () => {
  it('has the newest pull of each data type', () => {
    const reading = after([
      read('bills', 'reading', { run: 5 }),
      read('bills', 'ready'),
      read('invoices', 'ready'),
    ]);

    assert.deepEqual(stagesOf(reading), { bills: 'reading', invoices: 'ready' });
    assert.deepEqual(
      reading.types.map(({ dataType, hasEarlierData }) => [dataType, hasEarlierData]),
      [
        ['bills', true],
        ['invoices', false],
      ],
    );
  });

  it('is not set back by a response that arrives late', () => {
    const reading = after(
      [read('bills', 'reading', { progress: 0.6 })],
      [read('bills', 'ready')],
      [read('bills', 'reading', { progress: 0.2 })],
    );

    assert.deepEqual(stagesOf(reading), { bills: 'ready' });
  });

  it('is finished when nothing more will happen by itself, whatever failed', () => {
    assert.equal(after([read('bills', 'ready'), read('invoices', 'waiting')]).finished, false);
    assert.equal(after([read('bills', 'later'), read('receipts', 'not-offered')]).finished, true);
    assert.equal(after([]).finished, false);
  });

  it('has the newest progress, failure and pause of a pull, whichever response has them', () => {
    const reading = (progress?: number) => [
      read('bills', 'reading', progress === undefined ? {} : { progress }),
    ];
    const progressAfter = (...answers: (readonly Pull[])[]) => after(...answers).types[0]?.progress;
    assert.equal(progressAfter(reading(0.6), reading(0.2)), 0.6);
    assert.equal(progressAfter(reading(0.2), reading(0.6)), 0.6);
    assert.equal(progressAfter(reading(0.6), reading()), 0.6);
    assert.equal(progressAfter(reading(), reading(0.6)), 0.6);
    const pausedUntil = new Date(begun + 60 * minute);
    const [paused] = reading().map((pull) => ({ ...pull, pausedUntil }));

    assert.equal(after(reading(), paused ? [paused] : []).types[0]?.pausedUntil, pausedUntil);
    assert.deepEqual(stagesOf(after([read('bills', 'later')], reading())), { bills: 'later' });
    assert.deepEqual(stagesOf(after([read('bills', 'later')], [read('bills', 'permission')])), {
      bills: 'permission',
    });
  });

  it('keeps a newer pull of a type when an older one arrives late', () => {
    const reading = after([read('bills', 'reading', { run: 5 })], [read('bills', 'later')]);

    assert.deepEqual(stagesOf(reading), { bills: 'reading' });
  });

  it('waits for no type that failed, however it failed, nor for one that the platform doesn’t offer', () => {
    const failures = ['stopped', 'later', 'support', 'prerequisite', 'permission', 'reconnect'] as const;
    for (const failure of failures) assert.equal(after([read('bills', failure)]).finished, true, failure);
    const done = after([read('bills', 'ready'), read('receipts', 'not-offered', { run: 60 })]);

    assert.deepEqual([done.finished, done.firstReadyType], [true, 'bills']);
  });

  it('is idle where no sync was requested, unless one may be about to start', () => {
    assert.equal(after([]).idle, true);
    assert.equal(updateRun(undefined, { ...answerOf([]), isRecent: true }).idle, false);
    assert.equal(after([], [read('bills', 'waiting')]).idle, false);
  });

  it('starts a new run when more is requested after the end, and still has earlier data', () => {
    const first = after([read('bills', 'ready'), read('invoices', 'later')]);
    const second = updateRun(
      first,
      answerOf([read('bills', 'reading', { run: 60 }), read('invoices', 'later')]),
    );

    assert.notEqual(second.startedAt, first.startedAt);
    assert.deepEqual(stagesOf(second), { bills: 'reading', invoices: 'later' });
    assert.equal(second.types.find(({ dataType }) => dataType === 'bills')?.hasEarlierData, true);
    assert.equal(second.firstReadyType, undefined);
  });

  it('uses the data status where a pull is no longer listed, but does not wait for it', () => {
    const statuses = [
      { dataType: 'bills', stage: 'ready', lastSuccessfulSync: new Date(begun) },
      { dataType: 'invoices', stage: 'waiting', lastSuccessfulSync: undefined },
      { dataType: 'customers', stage: undefined, lastSuccessfulSync: undefined },
    ] as const;
    const reading = updateRun(undefined, { ...answerOf([]), statuses });

    assert.deepEqual(stagesOf(reading), { bills: 'ready' });
    const again = updateRun(undefined, { ...answerOf([read('bills', 'reading')]), statuses });
    assert.deepEqual(stagesOf(again), { bills: 'reading' });
  });

  it('still has the data of an earlier sync after one that failed', () => {
    const pulls = [read('bills', 'ready'), read('bills', 'later', { run: 5 })];

    assert.equal(after([...pulls, read('bills', 'reading', { run: 10 })]).types[0]?.hasEarlierData, true);
    const newest = [read('bills', 'reading', { run: 60 })];
    assert.equal(after([read('bills', 'ready')], newest, newest).types[0]?.hasEarlierData, true);
  });

  it('marks a type that failed now as read before, by the data status', () => {
    const statuses = [{ dataType: 'bills', stage: 'reconnect', lastSuccessfulSync: new Date(0) }] as const;
    const reading = updateRun(undefined, { ...answerOf([read('bills', 'reconnect')]), statuses });

    assert.deepEqual([reading.types[0]?.hasEarlierData, reading.synced], [true, false]);
    const unlisted = updateRun(undefined, { ...answerOf([]), statuses });
    assert.deepEqual([unlisted.types[0]?.hasEarlierData, unlisted.synced], [true, false]);
  });
});

describe('the newness of a run', () => {
  it('is false if it had finished when we first looked, unless it was linked during the visit', () => {
    const done = [read('bills', 'ready')];

    assert.equal(after(done).isNew, false);
    assert.equal(updateRun(undefined, answerOf(done, true)).isNew, true);
    assert.equal(after([read('bills', 'ready'), read('invoices', 'reading')]).isNew, true);
  });

  it('does not count data of an earlier run', () => {
    const reading = after([read('invoices', 'reading', { run: 60 }), read('bills', 'ready')]);

    assert.deepEqual([reading.isNew, reading.firstReadyType], [true, undefined]);
  });

  it('counts what was ready up to a minute before the oldest type that is being read', () => {
    const firstReadyWithin = (run: number) =>
      after([read('bills', 'ready'), read('invoices', 'reading', { run })]).firstReadyType;

    assert.deepEqual([firstReadyWithin(1), firstReadyWithin(1.01)], ['bills', undefined]);
    const two = [read('invoices', 'reading'), read('customers', 'waiting', { run: 60 })];
    assert.equal(after([...two, read('bills', 'ready', { run: 30 })]).firstReadyType, 'bills');
  });

  it('counts nothing that was ready in the run before', () => {
    const first = after([read('bills', 'ready'), read('invoices', 'later')]);
    const pulls = [read('bills', 'ready'), read('invoices', 'reading', { run: 60 })];

    assert.equal(updateRun(first, answerOf(pulls)).firstReadyType, undefined);
  });

  it('is true of a run that started and finished between two requests', () => {
    const before = after([read('bills', 'ready')]);
    const now = updateRun(before, answerOf([read('bills', 'ready', { run: 60 }), read('bills', 'ready')]));

    assert.deepEqual([now.isNew, now.firstReadyType, now.synced], [true, 'bills', true]);
  });

  it('is false while someone has to sign in again', () => {
    assert.equal(after([read('bills', 'ready'), read('invoices', 'reconnect')]).synced, false);
    assert.equal(after([read('bills', 'ready'), read('invoices', 'permission')]).synced, true);
  });
});

/** Everything Codat may say, and what it may come to say. */
const status = fc.oneof(fc.constantFrom(...syncStatuses), fc.string());

const entry = fc
  .record({
    run: fc.integer({ min: 0, max: 3 }),
    dataType: fc.constantFrom('bills', 'invoices', 'customers'),
    status,
    progress: fc.oneof(fc.integer({ min: -50, max: 500 }), fc.string(), fc.constant(null)),
    statusDescription: fc.oneof(fc.string(), fc.constant(null), fc.constant('Paused until never')),
    isErrored: fc.boolean(),
    isCompleted: fc.boolean(),
  })
  .map(({ run, dataType, ...rest }) =>
    parsePull({
      id: `${dataType}-${run}`,
      connectionId: 'xero',
      dataType,
      requested: new Date(begun + run * 60 * minute).toISOString(),
      ...rest,
    }),
  );

const answers = fc.array(fc.array(entry, { maxLength: 6 }), { minLength: 1, maxLength: 12 });

describe('responses in any order', () => {
  /** What is known after each of them. */
  const walk = (all: readonly (readonly Pull[])[]): SyncRun[] =>
    all.reduce<SyncRun[]>((known, pulls) => [...known, updateRun(known.at(-1), answerOf(pulls))], []);

  const pairs = (walked: readonly SyncRun[]) =>
    walked.slice(1).map((now, index) => [walked[index] ?? now, now] as const);

  it('never reduce a run’s progress', () => {
    fc.assert(
      fc.property(answers, (all) => {
        for (const [before, now] of pairs(walk(all))) {
          if (now.startedAt !== before.startedAt) {
            assert.ok(
              before.finished && now.startedAt > before.startedAt,
              'a run begins after the end of another',
            );
            continue;
          }
          for (const { dataType, stage } of before.types) {
            const later = now.types.find((type) => type.dataType === dataType);
            assert.ok(later, 'a type');
            if (stage === 'ready') assert.equal(later.stage, 'ready');
          }
          if (before.firstReadyType !== undefined) assert.equal(now.firstReadyType, before.firstReadyType);
          if (before.synced) assert.ok(now.synced);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('end in a consistent summary', () => {
    fc.assert(
      fc.property(answers, (all) => {
        for (const { types, finished, synced, firstReadyType } of walk(all)) {
          assert.equal(new Set(types.map(({ dataType }) => dataType)).size, types.length);
          assert.equal(finished, types.length > 0 && types.every(isPullSettled));
          if (firstReadyType !== undefined)
            assert.ok(types.some(({ dataType }) => dataType === firstReadyType));
          if (synced && finished) assert.ok(types.length > 0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('lead to the same end after Codat’s last response', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const last = ['bills', 'invoices', 'customers'].map((type) => read(type, 'ready', { run: 999 }));
        const end = walk([...all, last, last]).at(-1);
        assert.ok(end?.finished);
        assert.deepEqual(new Set(end.types.map(({ stage }) => stage)), new Set(['ready']));
      }),
      { numRuns: 1000 },
    );
  });

  it('are parsed, whatever the status', () => {
    fc.assert(fc.property(fc.string(), (rest) => typeof syncStageOfPullStatus(rest) === 'string'));
  });
});
