import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it, type TestContext } from 'node:test';
import { CodatError } from '../../src/api/errors.js';
import { LeaderQueryPoller } from '../../src/session/live/leader-query-poller.js';
import { pollQueryUntilFailure } from '../../src/session/live/poll-query-until-failure.js';
import { Query } from '../../src/session/query.js';
import { stopClock } from '../support/clock.js';
import { FakeTab, Locks } from '../support/tabs.js';

/** As where storage is blocked: locks are there, and refuse. */
const refusingLocks = {
  request: () => Promise.reject(new DOMException('Not allowed in this context.', 'SecurityError')),
};

const minute = 60_000;

/** A query with a subscriber, polled about every minute in a tab of its own. */
async function pollerIn(test: TestContext, locks: Pick<Locks, 'request'> = new Locks()) {
  const clock = stopClock(test);
  const state = {
    fails: undefined as CodatError | undefined,
    /** Responses wait for it. */
    isHeld: undefined as Promise<void> | undefined,
    requests: 0,
    notified: 0,
    tasksAsLeader: 0,
  };
  const query = new Query(async () => {
    state.requests++;
    await state.isHeld;
    if (state.fails) throw state.fails;
    return state.requests;
  });
  query.polling = { firstMs: minute, growth: 1, maxMs: minute };
  const tab = new FakeTab(locks);
  const poller = new LeaderQueryPoller(query, {
    name: 'connections',
    lifecycle: tab,
    onRefetched: () => state.notified++,
    runAsLeader: (signal) => {
      state.tasksAsLeader++;
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          state.tasksAsLeader--;
          reject(signal.reason as Error);
        });
      });
    },
  });
  const unsubscribe = query.subscribe(() => undefined);
  poller.update();
  /** Lets seconds pass, one at a time. Resolves with the number of requests meanwhile. */
  const pass = async (seconds: number): Promise<number> => {
    const before = state.requests;
    for (let second = 0; second < seconds; second++) {
      clock.tick(1000);
      await new Promise(setImmediate);
    }
    return state.requests - before;
  };
  test.after(() => poller.stop());
  await pass(1);
  return { state, poller, query, tab, unsubscribe, pass };
}

describe('a poller', () => {
  it('notifies the other tabs of each refetch that succeeded, and of no failed one', async (test) => {
    const { state, pass } = await pollerIn(test);
    await pass(3 * 72);
    assert.ok(state.notified >= 3);
    const { notified } = state;
    state.fails = new CodatError('unavailable', 'Codat is down.');
    await pass(3 * 72);

    assert.equal(state.notified, notified);
  });

  it('waits longer after each failure, and the usual time after a success', async (test) => {
    const { state, pass } = await pollerIn(test);
    state.fails = new CodatError('unavailable', 'Codat is down.');
    const perQuarter = [await pass(15 * 60), await pass(15 * 60), await pass(15 * 60), await pass(15 * 60)];
    assert.ok((perQuarter[0] ?? 0) >= 3 && (perQuarter[0] ?? 0) <= 6, perQuarter.join());
    assert.ok((perQuarter[3] ?? 0) <= 1, perQuarter.join());
    assert.ok((await pass(2 * 3600)) >= 6, 'at least every twenty minutes');
    state.fails = undefined;
    await pass(20 * 60);

    assert.ok((await pass(15 * 60)) >= 12);
    state.fails = new CodatError('unavailable', 'Codat is down.');
    assert.ok((await pass(15 * 60)) >= 3, 'as after the first failure');
  });

  it('waits no longer after a failure in a tab that was hidden often before', async (test) => {
    const { state, poller, tab, pass } = await pollerIn(test);
    for (let time = 0; time < 6; time++) {
      tab.hide();
      poller.update();
      await pass(1);
      tab.show();
      poller.update();
      await pass(1);
    }
    state.fails = new CodatError('unavailable', 'Codat is down.');

    assert.ok((await pass(15 * 60)) >= 3);
  });

  it('runs nothing more if it is stopped while it waits after a failure, where the browser refuses locks', async (test) => {
    const { state, poller, pass } = await pollerIn(test, refusingLocks);
    state.fails = new CodatError('unavailable', 'Codat is down.');
    assert.equal(await pass(73), 1);
    poller.stop();

    assert.equal(await pass(300), 0);
    assert.equal(state.tasksAsLeader, 0);
  });

  it('goes on when its refetch is replaced by another that fails', async (test) => {
    const { state, query, pass } = await pollerIn(test);
    const respond: (() => void)[] = [];
    const hold = (): void => void (state.isHeld = new Promise((resolve) => respond.push(resolve)));
    hold();
    assert.equal(await pass(72), 1);
    hold();
    const other = query.refresh();
    respond[0]?.();
    await pass(1);
    state.fails = new CodatError('unavailable', 'Codat is down.');
    respond[1]?.();
    await other;
    state.isHeld = undefined;

    assert.equal(await pass(73), 1);
  });

  it('waits the usual time after a refetch of someone else’s, as the gateway would answer an earlier one from its cache', async (test) => {
    const { query, pass } = await pollerIn(test);
    await pass(50);
    await query.refresh();

    assert.equal(await pass(58), 0);
    assert.equal(await pass(16), 1);
  });

  it('waits no longer because someone else’s refetch failed, or because an element came', async (test) => {
    const { state, query, pass } = await pollerIn(test);
    await pass(50);
    state.fails = new CodatError('unavailable', 'Codat is down.');
    await query.refresh();
    state.fails = undefined;
    assert.equal(await pass(22), 1);
    await pass(50);
    query.subscribe(() => undefined);

    assert.equal(await pass(22), 1);
  });

  it('waits three times as long in a tab that seems to have no network', async (test) => {
    const { tab, pass } = await pollerIn(test);
    tab.online = false;
    assert.equal(await pass(72), 1, 'it was due already');

    assert.equal(await pass(167), 0);
    assert.equal(await pass(50), 1);
  });

  it('waits at least for the Retry-After', async (test) => {
    const { state, pass } = await pollerIn(test);
    state.fails = new CodatError('busy', 'Wait.', { retryAfter: 3600 });
    assert.equal(await pass(72), 1);

    assert.equal(await pass(59 * 60), 0);
  });

  it('runs the leader’s task while it holds the lock, and not while it waits for it', async (test) => {
    const { state, poller, pass } = await pollerIn(test);
    assert.equal(state.tasksAsLeader, 1);
    state.fails = new CodatError('unavailable', 'Codat is down.');
    await pass(73);
    assert.equal(state.tasksAsLeader, 0);
    state.fails = undefined;
    await pass(40);
    assert.equal(state.tasksAsLeader, 1);
    poller.stop();

    assert.equal(state.tasksAsLeader, 0);
  });

  it('polls in each tab where the browser refuses locks', async (test) => {
    const { state, pass } = await pollerIn(test, refusingLocks);

    assert.equal(state.tasksAsLeader, 1);
    assert.ok((await pass(300)) >= 4);
  });

  it('requests the lock again after it was taken away', async (test) => {
    let requests = 0;
    const { pass } = await pollerIn(test, {
      request: (_name, _options, work) => {
        void work().catch(() => undefined);
        const stolen = new DOMException('The lock was stolen.', 'AbortError');
        return ++requests > 1 ? new Promise(() => undefined) : Promise.reject(stolen);
      },
    });
    await pass(60);

    assert.equal(requests, 2);
  });

  it('stops without subscribers or while the tab is hidden, and starts again when it is scheduled', async (test) => {
    const { state, poller, tab, unsubscribe, query, pass } = await pollerIn(test);
    tab.hide();
    poller.update();
    assert.deepEqual([state.tasksAsLeader, await pass(300)], [0, 0]);
    tab.show();
    poller.update();
    await pass(1);
    assert.equal(state.tasksAsLeader, 1);
    unsubscribe();
    poller.update();
    await pass(2);
    assert.deepEqual([state.tasksAsLeader, await pass(300)], [0, 0]);
    query.subscribe(() => undefined);
    poller.update();

    assert.ok((await pass(300)) >= 4);
  });

  it('polls less and less often up to a limit, and often again once the polling is set anew', async (test) => {
    const { query, pass } = await pollerIn(test);
    const polling = { firstMs: minute, growth: 2, maxMs: 8 * minute };
    query.polling = polling;
    assert.equal(await pass(72), 1);
    assert.equal(await pass(107), 0);
    assert.equal(await pass(39), 1);
    await pass(30 * 60);
    assert.ok((await pass(48 * 60)) >= 5, 'at least every ten minutes');
    query.polling = { ...polling };

    assert.equal(await pass(72), 1);
  });

  it('polls often again in a tab that was hidden', async (test) => {
    const { poller, query, tab, pass } = await pollerIn(test);
    query.polling = { firstMs: minute, growth: 2, maxMs: 8 * minute };
    await pass(30 * 60);
    tab.hide();
    poller.update();
    tab.show();
    poller.update();

    assert.equal(await pass(73), 1);
  });

  it('notifies and requests nothing more if it is stopped during a refetch', async (test) => {
    const { state, poller, query, pass } = await pollerIn(test);
    let respond = (): void => undefined;
    state.isHeld = new Promise((resolve) => (respond = resolve));
    assert.equal(await pass(72), 1);
    poller.stop();
    respond();
    assert.deepEqual([await pass(300), state.notified], [0, 0]);
    await query.refresh();

    assert.equal(await pass(300), 0);
  });

  it('goes on when an element is taken off the page and put back at once', async (test) => {
    const { state, poller, query, unsubscribe, pass } = await pollerIn(test);
    unsubscribe();
    poller.update();
    poller.update();
    query.subscribe(() => undefined);
    poller.update();
    await pass(2);

    assert.equal(state.tasksAsLeader, 1);
    assert.ok((await pass(300)) >= 4);
  });

  it('polls no more often however often it is updated, where the browser refuses locks', async (test) => {
    const { state, poller, pass } = await pollerIn(test, refusingLocks);
    for (let update = 0; update < 5; update++) poller.update();

    assert.equal(state.tasksAsLeader, 1);
    assert.ok((await pass(300)) <= 5);
  });
});

describe('polling a query until it fails', () => {
  it('ends with the failure: a later success of someone else’s starts nothing', async (test) => {
    const clock = stopClock(test);
    let requests = 0;
    const query = new Query(() => {
      if (++requests === 1) throw new CodatError('unavailable', 'Codat is down.');
      return Promise.resolve(requests);
    });
    query.polling = { firstMs: minute, growth: 1, maxMs: minute };
    let notified = 0;
    const { signal } = new AbortController();
    const polled = pollQueryUntilFailure(
      query,
      () => notified++,
      signal,
      () => 1,
    );
    clock.tick(1.2 * minute);
    assert.equal((await polled).kind, 'unavailable');
    await query.refresh();
    clock.tick(10 * minute);
    await new Promise(setImmediate);

    assert.deepEqual([requests, notified, getEventListeners(signal, 'abort')], [2, 0, []]);
  });

  it('requests nothing for a caller who has aborted before', async (test) => {
    const clock = stopClock(test);
    let requests = 0;
    const query = new Query(() => Promise.resolve(++requests));
    query.polling = { firstMs: minute, growth: 1, maxMs: minute };
    const reason = new DOMException('The page is closing.', 'AbortError');
    const polled = pollQueryUntilFailure(
      query,
      () => undefined,
      AbortSignal.abort(reason),
      () => 1,
    );
    await assert.rejects(polled, reason);
    clock.tick(10 * minute);

    assert.equal(requests, 0);
  });
});
