import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore } from '../../../src/gateway/index.js';
import { until } from '../../support/until.js';

describe('the memory store', () => {
  it('uses the clock it is given', async () => {
    let now = 0;
    const store = memoryStore({ now: () => now });
    await store.set('key', 'value', 1000);
    now = 999;
    assert.equal(await store.get('key'), 'value');
    now = 1000;
    assert.equal(await store.get('key'), undefined);
  });

  it('keeps nothing longer because a clock was set back', async (t) => {
    let now = 3_600_000;
    const withOwnClock = memoryStore({ now: () => now });
    await withOwnClock.set('key', 'value', 1000);
    now = 0;
    assert.equal(await withOwnClock.get('key'), 'value');
    now = 1000;
    assert.equal(await withOwnClock.get('key'), undefined);

    const store = memoryStore();
    await store.set('key', 'value', 1);
    t.mock.method(Date, 'now', () => 0);
    await until(async () => (await store.get('key')) === undefined);
  });

  it('deletes a key that has another value only if no value is named', async () => {
    const store = memoryStore();
    await store.set('key', 'theirs', 60_000);
    await store.delete('key', 'mine');
    assert.equal(await store.get('key'), 'theirs');
    await store.delete('key', 'theirs');
    assert.equal(await store.get('key'), undefined);
    await store.set('key', 'theirs', 60_000);
    await store.delete('key');
    assert.equal(await store.get('key'), undefined);
  });

  it('evicts the oldest when it is full, by number and by size', async () => {
    const few = memoryStore({ maxEntries: 2 });
    for (const key of ['a', 'b', 'c']) await few.set(key, key, 1000);
    assert.deepEqual(await Promise.all(['a', 'b', 'c'].map((key) => few.get(key))), [undefined, 'b', 'c']);

    const small = memoryStore({ maxCharacters: 10 });
    await small.set('a', '1234', 1000);
    await small.set('a', '123456789', 1000);
    assert.equal(await small.get('a'), '123456789');
    await small.set('b', '1234', 1000);
    assert.equal(await small.get('a'), undefined);
    assert.equal(await small.get('b'), '1234');
  });

  it('has room for a hundred thousand entries and 64 million characters, unless the host says otherwise', async () => {
    const many = memoryStore();
    for (let entry = 0; entry <= 100_000; entry++) await many.set(`key ${entry}`, '', 60_000);
    assert.deepEqual([await many.get('key 0'), await many.get('key 1')], [undefined, '']);

    const large = memoryStore();
    const million = 'x'.repeat(999_990);
    for (let entry = 0; entry < 64; entry++) await large.set(`entry no${10 + entry}`, million, 60_000);
    assert.equal(await large.get('entry no10'), million);
    await large.set('one more', '', 60_000);
    assert.deepEqual([await large.get('entry no10'), await large.get('entry no11')], [undefined, million]);
  });
});
