import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodatError } from '../../src/api/errors.js';
import { Query } from '../../src/session/query.js';
import { latestValue } from '../../src/session/query-state.js';

interface PendingRequest {
  readonly signal: AbortSignal;
  readonly answer: (value: string) => void;
  readonly fail: (error: CodatError) => void;
}

/** A query whose requests the test answers. */
function setUp() {
  const pendingRequests: PendingRequest[] = [];
  const query = new Query<string>(
    (signal) =>
      new Promise((resolve, reject) => {
        pendingRequests.push({ signal, answer: resolve, fail: reject });
      }),
  );
  return { query, pendingRequests };
}

/** Lets promises that are settled take effect. */
const settled = (): Promise<void> => new Promise(setImmediate);

const busy = new CodatError('busy', 'Too many.');

describe('a query', () => {
  it('requests nothing before the first subscriber, and once for all of them', async () => {
    const { query, pendingRequests } = setUp();
    assert.equal(query.resource.is, 'idle');
    let reported = 0;
    query.subscribe(() => reported++);
    query.subscribe(() => reported++);
    pendingRequests[0]?.answer('a');
    await settled();
    query.subscribe(() => reported++);

    assert.equal(pendingRequests.length, 1);
    assert.deepEqual(query.resource, { is: 'ready', value: 'a' });
    assert.equal(reported, 3);
  });

  it('keeps only the newest response, in whatever order they arrive', async () => {
    const { query, pendingRequests } = setUp();
    query.subscribe(() => undefined);
    void query.refresh();
    pendingRequests[1]?.answer('new');
    await settled();
    pendingRequests[0]?.answer('old');
    await settled();

    assert.equal(latestValue(query.resource), 'new');
    assert.equal(pendingRequests[0]?.signal.aborted, true);
  });

  it('does not fail when a replaced request fails', async () => {
    const { query, pendingRequests } = setUp();
    query.subscribe(() => undefined);
    void query.refresh();
    pendingRequests[0]?.fail(busy);
    await settled();

    assert.equal(query.resource.is, 'loading');
  });

  it('keeps the last value during a refetch, and through a failure', async () => {
    const { query, pendingRequests } = setUp();
    query.subscribe(() => undefined);
    pendingRequests[0]?.answer('a');
    await settled();
    void query.refresh();
    assert.deepEqual(query.resource, { is: 'loading', last: 'a' });
    pendingRequests[1]?.fail(busy);
    await settled();

    assert.deepEqual(query.resource, { is: 'failed', error: busy, last: 'a' });
  });

  it('does not keep a failure: the next subscriber refetches', async () => {
    const { query, pendingRequests } = setUp();
    query.subscribe(() => undefined);
    pendingRequests[0]?.fail(busy);
    await settled();
    query.subscribe(() => undefined);

    assert.equal(pendingRequests.length, 2);
    assert.equal(query.resource.is, 'loading');
  });

  it('applies a local change, which no older request undoes', async () => {
    const { query, pendingRequests } = setUp();
    query.subscribe(() => undefined);
    pendingRequests[0]?.answer('a');
    await settled();
    void query.refresh();
    query.update((known) => `${known}b`);
    pendingRequests[1]?.answer('a');
    await settled();

    assert.deepEqual(query.resource, { is: 'ready', value: 'ab' });
  });

  it('refetches when something changes before the first response, and shows no partial value meanwhile', async () => {
    const { query, pendingRequests } = setUp();
    query.update(() => 'b');
    assert.deepEqual([query.resource, pendingRequests.length], [{ is: 'idle' }, 0]);
    query.subscribe(() => undefined);
    query.update(() => 'b');
    pendingRequests[0]?.answer('before the change');
    pendingRequests[1]?.answer('after it');
    await settled();

    assert.deepEqual(query.resource, { is: 'ready', value: 'after it' });
  });

  it('keeps its request when its element moves within the page', async () => {
    const { query, pendingRequests } = setUp();
    const leave = query.subscribe(() => undefined);
    leave();
    query.subscribe(() => undefined);
    await settled();
    pendingRequests[0]?.answer('a');
    await settled();

    assert.equal(pendingRequests.length, 1);
    assert.equal(latestValue(query.resource), 'a');
  });

  it('aborts its request when the last subscriber leaves, and fetches again for the next', async () => {
    const { query, pendingRequests } = setUp();
    const leave = query.subscribe(() => undefined);
    leave();
    await settled();
    assert.equal(pendingRequests[0]?.signal.aborted, true);
    assert.equal(query.hasSubscribers, false);
    query.subscribe(() => undefined);

    assert.equal(pendingRequests.length, 2);
  });

  it('keeps its value when a refetch was aborted', async () => {
    const { query, pendingRequests } = setUp();
    const leave = query.subscribe(() => undefined);
    pendingRequests[0]?.answer('a');
    await settled();
    void query.refresh();
    leave();
    await settled();

    assert.deepEqual(query.resource, { is: 'ready', value: 'a' });
  });

  it('discards its value when it is reset, and refetches for its subscribers', async () => {
    const { query, pendingRequests } = setUp();
    query.subscribe(() => undefined);
    pendingRequests[0]?.answer('a');
    await settled();
    const seen: (string | undefined)[] = [];
    query.subscribe(() => seen.push(latestValue(query.resource)));
    query.reset();
    pendingRequests[1]?.answer('b');
    await settled();

    assert.deepEqual(seen, [undefined, undefined, 'b']);
  });

  it('takes no response that arrives after it was reset', async () => {
    const { query, pendingRequests } = setUp();
    void query.refresh();
    query.reset();
    pendingRequests[0]?.answer('of the company before');
    await settled();

    assert.deepEqual(query.resource, { is: 'idle' });
  });

  it('keeps a stale value for its subscribers until the refetch ends', async () => {
    const { query, pendingRequests } = setUp();
    query.subscribe(() => undefined);
    pendingRequests[0]?.answer('a');
    await settled();
    const seen: (string | undefined)[] = [];
    query.subscribe(() => seen.push(latestValue(query.resource)));
    query.invalidate();
    pendingRequests[1]?.answer('b');
    await settled();

    assert.deepEqual(seen, ['a', 'b']);
  });

  it('shows no later subscriber a value that went stale while it had none', async () => {
    const { query, pendingRequests } = setUp();
    const leave = query.subscribe(() => undefined);
    pendingRequests[0]?.answer('a');
    await settled();
    leave();
    query.invalidate();
    query.subscribe(() => undefined);

    assert.deepEqual([query.resource, pendingRequests.length], [{ is: 'loading' }, 2]);
  });

  it('notifies an observer of each change of the value, the polling and whether it has subscribers, until it leaves', async () => {
    const { query, pendingRequests } = setUp();
    let notified = 0;
    const leave = query.observe(() => notified++);
    /** Whether the observer was notified of the step. */
    const isNotifiedOf = async (step: () => void): Promise<boolean> => {
      const before = notified;
      step();
      await settled();
      return notified > before;
    };
    const polling = { firstMs: 1, growth: 1, maxMs: 1 };
    let unsubscribe = (): void => undefined;
    assert.equal(await isNotifiedOf(() => (query.polling = polling)), true);
    assert.equal(await isNotifiedOf(() => (unsubscribe = query.subscribe(() => undefined))), true);
    assert.equal(await isNotifiedOf(() => pendingRequests[0]?.answer('a')), true);
    assert.equal(await isNotifiedOf(unsubscribe), true);
    assert.equal(await isNotifiedOf(() => (unsubscribe = query.subscribe(() => undefined))), true);
    leave();

    assert.equal(await isNotifiedOf(() => query.update(() => 'b')), false);
  });

  it('requests nothing when it is reset without subscribers', () => {
    const { query, pendingRequests } = setUp();
    query.reset();

    assert.equal(pendingRequests.length, 0);
  });
});
