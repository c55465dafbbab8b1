import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withMemoryFallback } from '../../../src/gateway/store/with-memory-fallback.js';
import { recordingStore } from '../set-up.js';

const hour = 3_600_000;

/** A cache over a store that can be taken away, and a second process over the same store. */
function setUpCache() {
  const { calls, store, trouble } = recordingStore();
  const clock = { now: 0 };
  const cache = withMemoryFallback(store, () => clock.now);
  return { cache, calls, clock, elsewhere: withMemoryFallback(store), store, trouble };
}

describe('a cache whose store fails', () => {
  it('still has what this process has set, as long as that was to last', async () => {
    const { cache, clock, trouble } = setUpCache();
    await cache.set('catalogue', 'platforms', 2 * hour);
    trouble.away = true;
    clock.now = 2 * hour - 1;
    assert.equal(await cache.get('catalogue'), 'platforms');
    clock.now = 2 * hour;

    assert.equal(await cache.get('catalogue'), undefined);
  });

  it('still has for an hour what another process has set and this one has read', async () => {
    const { cache, clock, elsewhere, trouble } = setUpCache();
    await elsewhere.set('catalogue', 'platforms', 2 * hour);
    assert.equal(await cache.get('catalogue'), 'platforms');
    trouble.away = true;
    clock.now = hour - 1;
    assert.equal(await cache.get('catalogue'), 'platforms');
    clock.now = hour;

    assert.equal(await cache.get('catalogue'), undefined);
  });

  it('takes what is set meanwhile, and no longer has what is deleted', async () => {
    const { cache, trouble } = setUpCache();
    trouble.away = true;
    await cache.set('catalogue', 'platforms', hour);
    assert.equal(await cache.get('catalogue'), 'platforms');
    await cache.delete('catalogue');

    assert.equal(await cache.get('catalogue'), undefined);
  });

  it('adds a key once in this process', async () => {
    const { cache, trouble } = setUpCache();
    trouble.away = true;

    assert.deepEqual(
      [await cache.add('key', 'one', hour), await cache.add('key', 'other', hour)],
      [true, false],
    );
  });
});

describe('a cache whose store works', () => {
  it('sets, adds and deletes for all processes', async () => {
    const { cache, elsewhere } = setUpCache();
    await cache.set('catalogue', 'platforms', hour);
    assert.equal(await elsewhere.get('catalogue'), 'platforms');
    assert.equal(await elsewhere.add('catalogue', 'other', hour), false);
    await cache.delete('catalogue');

    assert.equal(await elsewhere.get('catalogue'), undefined);
    assert.equal(await elsewhere.add('catalogue', 'other', hour), true);
  });

  it('has no value that another process has deleted', async () => {
    const { cache, elsewhere } = setUpCache();
    await cache.set('catalogue', 'platforms', hour);
    await elsewhere.delete('catalogue');

    assert.equal(await cache.get('catalogue'), undefined);
  });
});
