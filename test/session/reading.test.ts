import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { pull, type Pull } from '../../src/api/schemas/pull.js';
import { stageOf, type Stage } from '../../src/api/schemas/stage.js';
import { isSettled, readOn, type Reading } from '../../src/session/reading.js';
import { syncStatuses } from '../support/sync-statuses.js';

const begun = Date.parse('2026-03-04T09:00:00Z');
const minute = 60_000;

/** A read of a type: of the run that was asked for so many minutes after the first. */
const read = (
  dataType: string,
  stage: Stage,
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

/** What is known after these answers, one after the other. */
const after = (...answers: (readonly Pull[])[]): Reading =>
  answers.reduce<Reading | undefined>((before, pulls) => readOn(before, answerOf(pulls)), undefined) ??
  readOn(undefined, answerOf([]));

const answerOf = (pulls: readonly Pull[], linkedHere = false) => ({
  connectionId: 'xero',
  pulls,
  statuses: [],
  linkedHere,
  fresh: false,
});

const stagesOf = ({ types }: Reading): Record<string, Stage> =>
  Object.fromEntries(types.map(({ dataType, stage }) => [dataType, stage]));

describe('how far a connection’s data is', () => {
  it('is the newest read of each type', () => {
    const reading = after([
      read('bills', 'reading', { run: 5 }),
      read('bills', 'ready'),
      read('invoices', 'ready'),
    ]);

    assert.deepEqual(stagesOf(reading), { bills: 'reading', invoices: 'ready' });
    assert.deepEqual(
      reading.types.map(({ dataType, older }) => [dataType, older]),
      [
        ['bills', true],
        ['invoices', false],
      ],
    );
  });

  it('is not set back by an answer that comes late', () => {
    const reading = after(
      [read('bills', 'reading', { progress: 0.6 })],
      [read('bills', 'ready')],
      [read('bills', 'reading', { progress: 0.2 })],
    );

    assert.deepEqual(stagesOf(reading), { bills: 'ready' });
    assert.equal(reading.share, 1);
  });

  it('is over when nothing more will come by itself, whatever can’t be had', () => {
    assert.equal(after([read('bills', 'ready'), read('invoices', 'waiting')]).over, false);
    assert.equal(after([read('bills', 'later'), read('receipts', 'not-offered')]).over, true);
    assert.equal(after([]).over, false);
  });

  it('is at rest where nothing was asked for, unless that may be about to happen', () => {
    assert.equal(after([]).idle, true);
    assert.equal(readOn(undefined, { ...answerOf([]), fresh: true }).idle, false);
    assert.equal(after([], [read('bills', 'waiting')]).idle, false);
  });

  it('has no share where there is no number', () => {
    assert.equal(after([read('bills', 'waiting'), read('invoices', 'reading')]).share, undefined);
    assert.equal(
      after([read('bills', 'reading', { progress: 0.5 }), read('invoices', 'waiting')]).share,
      0.25,
    );
  });

  it('begins anew when more is asked for after the end, and keeps in mind that older data can be used', () => {
    const first = after([read('bills', 'ready'), read('invoices', 'later')]);
    const second = readOn(
      first,
      answerOf([read('bills', 'reading', { run: 60 }), read('invoices', 'later')]),
    );

    assert.notEqual(second.since, first.since);
    assert.deepEqual(stagesOf(second), { bills: 'reading', invoices: 'later' });
    assert.equal(second.types.find(({ dataType }) => dataType === 'bills')?.older, true);
    assert.equal(second.arrived, undefined);
  });

  it('is told by Codat’s summary where a read is no longer listed, but not kept waiting by it', () => {
    const statuses = [
      { dataType: 'bills', stage: 'ready', lastSuccessfulSync: new Date(begun) },
      { dataType: 'invoices', stage: 'waiting', lastSuccessfulSync: undefined },
      { dataType: 'customers', stage: undefined, lastSuccessfulSync: undefined },
    ] as const;
    const reading = readOn(undefined, { ...answerOf([]), statuses });

    assert.deepEqual(stagesOf(reading), { bills: 'ready' });
  });

  it('knows by that summary that what failed now was read before', () => {
    const statuses = [{ dataType: 'bills', stage: 'reconnect', lastSuccessfulSync: new Date(0) }] as const;
    const reading = readOn(undefined, { ...answerOf([read('bills', 'reconnect')]), statuses });

    assert.deepEqual([reading.types[0]?.older, reading.synced], [true, false]);
  });
});

describe('what is news of it', () => {
  it('is not an end that was there before anyone looked, unless it was connected here', () => {
    const done = [read('bills', 'ready')];

    assert.equal(after(done).news, false);
    assert.equal(readOn(undefined, answerOf(done, true)).news, true);
    assert.equal(after([read('bills', 'ready'), read('invoices', 'reading')]).news, true);
  });

  it('is no data of an earlier run', () => {
    const reading = after([read('invoices', 'reading', { run: 60 }), read('bills', 'ready')]);

    assert.deepEqual([reading.news, reading.arrived], [true, undefined]);
  });

  it('is a whole run that passed between two looks', () => {
    const before = after([read('bills', 'ready')]);
    const now = readOn(before, answerOf([read('bills', 'ready', { run: 60 }), read('bills', 'ready')]));

    assert.deepEqual([now.news, now.arrived, now.synced], [true, 'bills', true]);
  });

  it('is not complete while someone has to sign in again', () => {
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
  .map(({ run, dataType, ...said }) =>
    pull({
      id: `${dataType}-${run}`,
      connectionId: 'xero',
      dataType,
      requested: new Date(begun + run * 60 * minute).toISOString(),
      ...said,
    }),
  );

const answers = fc.array(fc.array(entry, { maxLength: 6 }), { minLength: 1, maxLength: 12 });

describe('any answers in any order', () => {
  /** What is known after each of them. */
  const walk = (all: readonly (readonly Pull[])[]): Reading[] =>
    all.reduce<Reading[]>((known, pulls) => [...known, readOn(known.at(-1), answerOf(pulls))], []);

  const pairs = (walked: readonly Reading[]) =>
    walked.slice(1).map((now, index) => [walked[index] ?? now, now] as const);

  it('never take anything back within a run', () => {
    fc.assert(
      fc.property(answers, (all) => {
        for (const [before, now] of pairs(walk(all))) {
          if (now.since !== before.since) {
            assert.ok(before.over && now.since > before.since, 'a run begins after the end of another');
            continue;
          }
          assert.ok((now.share ?? 0) >= (before.share ?? 0), 'the share');
          for (const { dataType, stage } of before.types) {
            const later = now.types.find((type) => type.dataType === dataType);
            assert.ok(later, 'a type');
            if (stage === 'ready') assert.equal(later.stage, 'ready');
          }
          if (before.arrived !== undefined) assert.equal(now.arrived, before.arrived);
          if (before.synced) assert.ok(now.synced);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('end in a picture that makes sense', () => {
    fc.assert(
      fc.property(answers, (all) => {
        for (const { types, share, over, synced, arrived } of walk(all)) {
          assert.equal(new Set(types.map(({ dataType }) => dataType)).size, types.length);
          assert.ok(share === undefined || (share >= 0 && share <= 1));
          assert.equal(over, types.length > 0 && types.every(isSettled));
          if (arrived !== undefined) assert.ok(types.some(({ dataType }) => dataType === arrived));
          if (synced && over) assert.ok(types.length > 0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('come to the same end once Codat’s last word is heard', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const last = ['bills', 'invoices', 'customers'].map((type) => read(type, 'ready', { run: 999 }));
        const end = walk([...all, last, last]).at(-1);
        assert.ok(end?.over);
        assert.deepEqual(new Set(end.types.map(({ stage }) => stage)), new Set(['ready']));
      }),
      { numRuns: 1000 },
    );
  });

  it('are understood, whatever Codat calls it', () => {
    fc.assert(fc.property(fc.string(), (said) => typeof stageOf(said) === 'string'));
  });
});
