import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { memoryStore, type Store } from '../../../src/gateway/index.js';
import { HttpError } from '../../../src/gateway/http-error.js';
import { Locks } from '../../../src/gateway/store/locks.js';
import { WorkTracker } from '../../../src/gateway/work-tracker.js';
import { stopClock } from '../../support/clock.js';

const lost = (): never => {
  throw new Error('The connection was closed.');
};

/** Locks in a store whose answer to the first call of a method is lost after the call was done. */
function locksThatLose(test: TestContext, method: 'add' | 'delete', failures: number) {
  const clock = stopClock(test);
  const startedAt = Date.now();
  const kept = memoryStore({ now: () => 0 });
  const calls = { add: 0, delete: 0 };
  /** When each attempt to give it back was made, in milliseconds. */
  const deletedAt: number[] = [];
  const store: Store = {
    ...kept,
    add: async (...given) => {
      const added = await kept.add(...given);
      return method === 'add' && ++calls.add <= 1 ? lost() : added;
    },
    // What was sent to a server that is away is not done later.
    delete: async (...given) => {
      deletedAt.push(Date.now() - startedAt);
      return ++calls.delete <= failures ? lost() : kept.delete(...given);
    },
  };
  return { deletedAt, clock, kept, locks: new Locks(store, new WorkTracker()) };
}

/** Lets everything happen that waits for no timer. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a lock', () => {
  it('is free soon, although nobody learned that it was theirs', async (test) => {
    const { clock, kept, locks } = locksThatLose(test, 'add', 2);
    await assert.rejects(
      locks.request('begin', () => Promise.resolve('done')),
      /connection was closed/,
    );
    assert.notEqual(await kept.get('begin'), undefined);
    for (const ms of [250, 1_000]) {
      await settle();
      clock.tick(ms);
    }
    await settle();
    assert.equal(await kept.get('begin'), undefined);
    assert.equal(await locks.request('begin', () => Promise.resolve('done')), 'done');
  });

  it('is given back once the store is there again, and nobody waits for that', async (test) => {
    const { clock, deletedAt, kept, locks } = locksThatLose(test, 'delete', 1);
    assert.equal(await locks.request('begin', () => Promise.resolve('done')), 'done');
    assert.notEqual(await kept.get('begin'), undefined);
    await settle();
    clock.tick(250);
    await settle();
    assert.equal(await kept.get('begin'), undefined);
    clock.tick(60_000);
    await settle();
    assert.deepEqual(deletedAt, [0, 250], 'it is given back once');
  });

  it('expires by itself if the store stays away', async (test) => {
    const { clock, deletedAt, locks } = locksThatLose(test, 'delete', 99);
    await locks.request('begin', () => Promise.resolve('done'));
    for (let quarter = 0; quarter < 4 * 60; quarter++) {
      await settle();
      clock.tick(250);
    }
    assert.deepEqual(deletedAt, [0, 250, 1_250, 5_250]);
  });

  it('is not taken from the one who holds it next', async (test) => {
    const { clock, kept, locks } = locksThatLose(test, 'delete', 1);
    await locks.request('begin', () => Promise.resolve('done'));
    await kept.set('begin', 'theirs', 60_000);
    await settle();
    clock.tick(250);
    await settle();
    assert.equal(await kept.get('begin'), 'theirs');
  });
});

describe('whoever holds a lock', () => {
  const isBusy = { status: 503, message: /Another process may be doing this already/ };

  /** Locks of two processes that share a store, and the time that passes. */
  function twoProcesses(test: TestContext) {
    const time = { now: 0, keptForMs: Infinity };
    test.mock.method(performance, 'now', () => time.now);
    const store: Store = {
      ...memoryStore({ now: () => time.now }),
      durableForMs: () => Promise.resolve(time.keptForMs),
    };
    const [mine, theirs] = [new Locks(store, new WorkTracker()), new Locks(store, new WorkTracker())];
    return { store, time, mine, theirs };
  }

  it('makes a change only while the lock lasts longer than the change may take', async (test) => {
    const { time, mine } = twoProcesses(test);
    await mine.request('begin', async (lock) => {
      time.now = 47_999;
      assert.equal(await lock.isSafe(), true);
      await lock.assertSafe();
      time.now = 48_000;
      assert.equal(await lock.isSafe(), false);
      await assert.rejects(lock.assertSafe(), isBusy);
    });
  });

  it('makes none once the lock is another’s', async (test) => {
    const { store, mine } = twoProcesses(test);
    await mine.request('begin', async (lock) => {
      await store.set('begin', 'theirs', 60_000);
      assert.equal(await lock.isSafe(), false);
    });

    assert.equal(await store.get('begin'), 'theirs');
  });

  it('makes none for as long as one may take after the store lost what it kept', async (test) => {
    const { time, mine } = twoProcesses(test);
    await mine.request('begin', async (lock) => {
      time.keptForMs = 11_999;
      assert.equal(await lock.isSafe(), false);
      time.keptForMs = 12_000;
      assert.equal(await lock.isSafe(), true);
    });
  });

  it('has it for a minute, should the process end', async (test) => {
    const { time, mine, theirs } = twoProcesses(test);
    void mine.request('begin', () => new Promise(() => undefined));
    await settle();
    const clock = stopClock(test);
    let isTheirs = false;
    const work = theirs.request('begin', () => Promise.resolve((isTheirs = true)));
    time.now = 59_999;
    await settle();
    clock.tick(100);
    await settle();
    assert.equal(isTheirs, false);
    time.now = 60_000;
    clock.tick(100);
    await work;
  });

  it('keeps it for ten seconds after a change that may still be made, so that the next one finds the result', async (test) => {
    const { store, time, mine } = twoProcesses(test);
    const cutOff = new HttpError(503, 'Codat can’t be reached.', { mayBeDone: true });
    await assert.rejects(
      mine.request('begin', () => Promise.reject(cutOff)),
      cutOff,
    );
    time.now = 9_999;
    assert.notEqual(await store.get('begin'), undefined);
    time.now = 10_000;
    assert.equal(await store.get('begin'), undefined);
    const refused = new HttpError(429, 'This is done too often.');
    await assert.rejects(
      mine.request('begin', () => Promise.reject(refused)),
      refused,
    );
    assert.equal(await store.get('begin'), undefined);
  });

  it('lets another wait for 25 seconds, unless its gateway is closing', async (test) => {
    const { mine, store } = twoProcesses(test);
    void mine.request('begin', () => new Promise(() => undefined));
    await settle();
    const clock = stopClock(test);
    const closing = new WorkTracker();
    const late = assert.rejects(
      new Locks(store, new WorkTracker()).request('begin', () => Promise.resolve()),
      isBusy,
    );
    const stopped = assert.rejects(
      new Locks(store, closing).request('begin', () => Promise.resolve()),
      /being stopped/,
    );
    let waitedMs = 0;
    const isOver = late.then(() => true);
    while (!(await Promise.race([isOver, settle().then(() => false)]))) {
      clock.tick(100);
      waitedMs += 100;
      if (waitedMs === 1_000) closing.refuseWork();
    }
    await stopped;
    assert.equal(waitedMs, 25_000);
  });
});
