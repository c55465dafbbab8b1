import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { CodatError } from '../../src/api/errors.js';
import { Keeper } from '../../src/session/live/keeper.js';
import { Query } from '../../src/session/query.js';
import { stopClock } from '../support/clock.js';
import { FakeTab, Locks } from '../support/tabs.js';

/** As where storage is blocked: locks are there, and refuse. */
const refusingLocks = {
  request: () => Promise.reject(new DOMException('Not allowed in this context.', 'SecurityError')),
};

const minute = 60_000;

/** An answer that is watched and kept fresh every minute or so, in a tab of its own. */
async function keep(test: TestContext, locks: Pick<Locks, 'request'> = new Locks()) {
  const clock = stopClock(test);
  const state = { fails: undefined as CodatError | undefined, looks: 0, told: 0, duties: 0 };
  const query = new Query(() => {
    state.looks++;
    return state.fails ? Promise.reject(state.fails) : Promise.resolve(state.looks);
  });
  query.pace = { first: minute, growth: 1, most: minute };
  const tab = new FakeTab(locks);
  const keeper = new Keeper(query, {
    name: 'connections',
    tab,
    looked: () => state.told++,
    duty: (signal) => {
      state.duties++;
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          state.duties--;
          reject(signal.reason as Error);
        });
      });
    },
  });
  const leave = query.watch(() => undefined);
  keeper.arrange();
  /** Minutes pass, a second at a time. Answers with how many looks there were. */
  const pass = async (seconds: number): Promise<number> => {
    const before = state.looks;
    for (let second = 0; second < seconds; second++) {
      clock.pass(1000);
      await new Promise(setImmediate);
    }
    return state.looks - before;
  };
  test.after(() => keeper.stop());
  await pass(1);
  return { state, keeper, query, tab, leave, pass };
}

describe('whoever keeps an answer fresh', () => {
  it('tells the other tabs of each look that succeeded, and of no other', async (test) => {
    const { state, pass } = await keep(test);
    await pass(3 * 72);
    assert.ok(state.told >= 3);
    const { told } = state;
    state.fails = new CodatError('unavailable', 'Codat is down.');
    await pass(3 * 72);

    assert.equal(state.told, told);
  });

  it('leaves a company alone for longer after each failure, and looks as before after a success', async (test) => {
    const { state, pass } = await keep(test);
    state.fails = new CodatError('unavailable', 'Codat is down.');
    const perQuarter = [await pass(15 * 60), await pass(15 * 60), await pass(15 * 60), await pass(15 * 60)];
    assert.ok((perQuarter[0] ?? 0) >= 3 && (perQuarter[0] ?? 0) <= 6, perQuarter.join());
    assert.ok((perQuarter[3] ?? 0) <= 1, perQuarter.join());
    state.fails = undefined;
    await pass(20 * 60);

    assert.ok((await pass(15 * 60)) >= 12);
  });

  it('rests at least as long as it is asked to', async (test) => {
    const { state, pass } = await keep(test);
    state.fails = new CodatError('busy', 'Wait.', { retryAfter: 3600 });
    assert.equal(await pass(72), 1);

    assert.equal(await pass(59 * 60), 0);
  });

  it('does what else there is to do for all tabs while it has its turn, and not while it rests', async (test) => {
    const { state, keeper, pass } = await keep(test);
    assert.equal(state.duties, 1);
    state.fails = new CodatError('unavailable', 'Codat is down.');
    await pass(73);
    assert.equal(state.duties, 0);
    state.fails = undefined;
    await pass(40);
    assert.equal(state.duties, 1);
    keeper.stop();

    assert.equal(state.duties, 0);
  });

  it('works alone where the browser refuses locks', async (test) => {
    const { state, pass } = await keep(test, refusingLocks);

    assert.equal(state.duties, 1);
    assert.ok((await pass(300)) >= 4);
  });

  it('lines up again after its lock was taken away', async (test) => {
    let requests = 0;
    const { pass } = await keep(test, {
      request: (_name, _options, work) => {
        void work().catch(() => undefined);
        const stolen = new DOMException('The lock was stolen.', 'AbortError');
        return ++requests > 1 ? new Promise(() => undefined) : Promise.reject(stolen);
      },
    });
    await pass(60);

    assert.equal(requests, 2);
  });

  it('stops when nobody watches or the tab rests, and goes on when it is arranged anew', async (test) => {
    const { state, keeper, tab, leave, query, pass } = await keep(test);
    tab.hide();
    keeper.arrange();
    assert.deepEqual([state.duties, await pass(300)], [0, 0]);
    tab.show();
    keeper.arrange();
    await pass(1);
    assert.equal(state.duties, 1);
    leave();
    keeper.arrange();
    await pass(2);
    assert.deepEqual([state.duties, await pass(300)], [0, 0]);
    query.watch(() => undefined);
    keeper.arrange();

    assert.ok((await pass(300)) >= 4);
  });
});
