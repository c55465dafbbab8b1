import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodatError } from '../../src/api/errors.js';
import { Query } from '../../src/session/query.js';
import { latest } from '../../src/session/resource.js';

interface Look {
  readonly signal: AbortSignal;
  readonly answer: (value: string) => void;
  readonly fail: (error: CodatError) => void;
}

/** A query whose requests the test answers. */
function setUp() {
  const looks: Look[] = [];
  const query = new Query<string>(
    (signal) =>
      new Promise((resolve, reject) => {
        looks.push({ signal, answer: resolve, fail: reject });
      }),
  );
  return { query, looks };
}

/** Lets promises that are settled take effect. */
const settled = (): Promise<void> => new Promise(setImmediate);

const busy = new CodatError('busy', 'Too many.');

describe('a query', () => {
  it('requests nothing before the first subscriber, and once for all of them', async () => {
    const { query, looks } = setUp();
    assert.equal(query.resource.is, 'idle');
    let reported = 0;
    query.subscribe(() => reported++);
    query.subscribe(() => reported++);
    looks[0]?.answer('a');
    await settled();
    query.subscribe(() => reported++);

    assert.equal(looks.length, 1);
    assert.deepEqual(query.resource, { is: 'ready', value: 'a' });
    assert.equal(reported, 3);
  });

  it('keeps only the newest response, in whatever order they arrive', async () => {
    const { query, looks } = setUp();
    query.subscribe(() => undefined);
    void query.refresh();
    looks[1]?.answer('new');
    await settled();
    looks[0]?.answer('old');
    await settled();

    assert.equal(latest(query.resource), 'new');
    assert.equal(looks[0]?.signal.aborted, true);
  });

  it('does not fail when a replaced request fails', async () => {
    const { query, looks } = setUp();
    query.subscribe(() => undefined);
    void query.refresh();
    looks[0]?.fail(busy);
    await settled();

    assert.equal(query.resource.is, 'loading');
  });

  it('keeps the last value during a refetch, and through a failure', async () => {
    const { query, looks } = setUp();
    query.subscribe(() => undefined);
    looks[0]?.answer('a');
    await settled();
    void query.refresh();
    assert.deepEqual(query.resource, { is: 'loading', last: 'a' });
    looks[1]?.fail(busy);
    await settled();

    assert.deepEqual(query.resource, { is: 'failed', error: busy, last: 'a' });
  });

  it('does not keep a failure: the next subscriber refetches', async () => {
    const { query, looks } = setUp();
    query.subscribe(() => undefined);
    looks[0]?.fail(busy);
    await settled();
    query.subscribe(() => undefined);

    assert.equal(looks.length, 2);
    assert.equal(query.resource.is, 'loading');
  });

  it('applies a local change, which no older request undoes', async () => {
    const { query, looks } = setUp();
    query.subscribe(() => undefined);
    looks[0]?.answer('a');
    await settled();
    void query.refresh();
    query.update((known) => `${known}b`);
    looks[1]?.answer('a');
    await settled();

    assert.deepEqual(query.resource, { is: 'ready', value: 'ab' });
  });

  it('refetches when something changes before the first response, and shows no partial value meanwhile', async () => {
    const { query, looks } = setUp();
    query.update(() => 'b');
    assert.deepEqual([query.resource, looks.length], [{ is: 'idle' }, 0]);
    query.subscribe(() => undefined);
    query.update(() => 'b');
    looks[0]?.answer('before the change');
    looks[1]?.answer('after it');
    await settled();

    assert.deepEqual(query.resource, { is: 'ready', value: 'after it' });
  });

  it('keeps its request when its element moves within the page', async () => {
    const { query, looks } = setUp();
    const leave = query.subscribe(() => undefined);
    leave();
    query.subscribe(() => undefined);
    await settled();
    looks[0]?.answer('a');
    await settled();

    assert.equal(looks.length, 1);
    assert.equal(latest(query.resource), 'a');
  });

  it('aborts its request when the last subscriber leaves, and fetches again for the next', async () => {
    const { query, looks } = setUp();
    const leave = query.subscribe(() => undefined);
    leave();
    await settled();
    assert.equal(looks[0]?.signal.aborted, true);
    assert.equal(query.hasSubscribers, false);
    query.subscribe(() => undefined);

    assert.equal(looks.length, 2);
  });

  it('keeps its value when a refetch was aborted', async () => {
    const { query, looks } = setUp();
    const leave = query.subscribe(() => undefined);
    looks[0]?.answer('a');
    await settled();
    void query.refresh();
    leave();
    await settled();

    assert.deepEqual(query.resource, { is: 'ready', value: 'a' });
  });

  it('discards its value when it is reset, and refetches for its subscribers', async () => {
    const { query, looks } = setUp();
    query.subscribe(() => undefined);
    looks[0]?.answer('a');
    await settled();
    const seen: (string | undefined)[] = [];
    query.subscribe(() => seen.push(latest(query.resource)));
    query.reset();
    looks[1]?.answer('b');
    await settled();

    assert.deepEqual(seen, [undefined, undefined, 'b']);
  });

  it('requests nothing when it is reset without subscribers', () => {
    const { query, looks } = setUp();
    query.reset();

    assert.equal(looks.length, 0);
  });
});
