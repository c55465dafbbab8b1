import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { memoryStore, type Store } from '../../../src/gateway/index.js';
import { redisStore } from '../../../src/gateway/redis/index.js';
import { noRedis, RedisServer } from './redis-server.js';
import { until } from '../../support/until.js';

/** What every store does, whichever kind it is. Time is real: Redis has no other. */
function conforms(
  name: string,
  skip: string | false,
  open: () => Promise<{ store: Store; close: () => Promise<void> }>,
): void {
  describe(name, { skip }, () => {
    let store: Store;
    let close: () => Promise<void>;
    before(async () => ({ store, close } = await open()));
    after(() => close());

    it('returns what was set, and nothing for what never was', async () => {
      await store.set('kept', 'a value with “quotes”, spaces\nand 🐑', 60_000);
      assert.equal(await store.get('kept'), 'a value with “quotes”, spaces\nand 🐑');
      assert.equal(await store.get('never'), undefined);
      await store.set('kept', '', 60_000);
      assert.equal(await store.get('kept'), '');
    });

    it('expires a value after its time to live', async () => {
      await Promise.all([store.set('brief', 'value', 20), store.add('brief lock', 'value', 20)]);
      await until(async () => (await store.get('brief')) === undefined);
      await until(async () => (await store.get('brief lock')) === undefined);
      await store.set('longer', 'value', 20);
      await store.set('longer', 'value', 60_000);
      await store.set('brief', 'value', 20);
      await until(async () => (await store.get('brief')) === undefined);
      assert.equal(await store.get('longer'), 'value');
    });

    it('lets only the first of many add, until that is deleted or expires', async () => {
      const values = Array.from({ length: 50 }, (_, index) => String(index));
      const race = await Promise.all(values.map((value) => store.add('lock', value, 60_000)));
      assert.equal(race.filter((added) => added).length, 1);
      assert.equal(await store.get('lock'), String(race.indexOf(true)));
      await store.delete('lock');
      assert.equal(await store.add('lock', 'next', 20), true);
      await until(() => store.add('lock', 'last', 60_000));
      assert.equal(await store.get('lock'), 'last');
    });

    it('deletes what exists, and accepts what does not', async () => {
      await store.set('gone', 'value', 60_000);
      await store.delete('gone');
      await store.delete('gone');
      assert.equal(await store.get('gone'), undefined);
    });

    it('deletes only a given value: a lock that someone else has by now stays', async () => {
      await store.set('mine', 'theirs', 60_000);
      await store.delete('mine', 'mine');
      assert.equal(await store.get('mine'), 'theirs');
      await store.delete('mine', 'theirs');
      assert.equal(await store.get('mine'), undefined);
      await store.delete('mine', 'mine');
    });
  });
}

conforms('the memory store', false, () =>
  Promise.resolve({ store: memoryStore(), close: () => Promise.resolve() }),
);

conforms('the Redis store', noRedis, async () => {
  const server = await RedisServer.start();
  const client = await server.client();
  const close = async () => {
    client.destroy();
    await server.kill();
  };
  return { store: redisStore(client), close };
});

describe('two Redis stores', { skip: noRedis }, () => {
  it('share their values under one prefix, and not under two', async () => {
    const server = await RedisServer.start();
    const [one, two] = [await server.client(), await server.client()];
    await redisStore(one).set('key', 'value', 60_000);
    assert.equal(await redisStore(two).get('key'), 'value');
    assert.equal(await redisStore(two, { prefix: 'other:' }).get('key'), undefined);
    assert.ok((await one.keys('*')).every((key) => /^(connect-elements|other):/.test(key)));
    [one, two].forEach((client) => client.destroy());
    await server.kill();
  });

  it('report for how long Redis has lost nothing, whichever of them started', async () => {
    const server = await RedisServer.start();
    const [one, two] = [await server.client(), await server.client()];
    assert.ok(((await redisStore(one).durableForMs?.()) ?? 0) >= 3_600_000);
    await one.flushAll();
    const begun = performance.now();
    assert.ok(((await redisStore(one).durableForMs?.()) ?? Infinity) <= 10);
    const second = redisStore(two);
    await until(async () => ((await second.durableForMs?.()) ?? 0) >= 20);
    assert.ok(performance.now() - begun >= 19);
    [one, two].forEach((client) => client.destroy());
    await server.kill();
  });

  it('reject at once while Redis is down, and do nothing late', async () => {
    const server = await RedisServer.start();
    const client = await server.client();
    const store = redisStore(client);
    await server.kill();
    await until(() => !client.isReady);
    await assert.rejects(store.add('lock', 'mine', 60_000), /Redis can’t be reached/);
    await assert.rejects(store.get('key'));
    await assert.rejects(store.set('key', 'value', 1000));
    await assert.rejects(store.delete('key'));
    await server.restart();
    await until(() => client.isReady);
    assert.equal(await store.get('lock'), undefined);
    client.destroy();
    await server.kill();
  });
});
