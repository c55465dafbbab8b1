import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { memoryStore, type Store } from '../../../src/gateway/index.js';
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
