import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { memoryBus, type Bus } from '../../../src/gateway/index.js';
import { redisBus, type RedisClient } from '../../../src/gateway/redis/index.js';
import { noRedis, RedisServer } from './redis-server.js';
import { until } from '../../support/until.js';

const unexpected = () => assert.fail('It was lost.');

/** What every bus does, whichever kind it is. */
function conforms(
  name: string,
  skip: string | false,
  open: () => Promise<{ bus: Bus; close: () => Promise<void> }>,
): void {
  describe(name, { skip }, () => {
    let bus: Bus;
    let close: () => Promise<void>;
    before(async () => ({ bus, close } = await open()));
    after(() => close());

    it('delivers every message to every subscriber, in order', async () => {
      const [one, two]: [string[], string[]] = [[], []];
      const ends = [
        await bus.subscribe((message) => one.push(message), unexpected),
        await bus.subscribe((message) => two.push(message), unexpected),
      ];
      for (const message of ['a', 'b', 'ç “🐑”']) await bus.publish(message);
      await until(() => one.length === 3 && two.length === 3);
      assert.deepEqual(one, ['a', 'b', 'ç “🐑”']);
      assert.deepEqual(two, one);
      ends.forEach((end) => end());
    });

    it('delivers nothing to those who unsubscribed, and reports no loss to them', async () => {
      const [gone, here]: [string[], string[]] = [[], []];
      const leave = await bus.subscribe((message) => gone.push(message), unexpected);
      const end = await bus.subscribe((message) => here.push(message), unexpected);
      leave();
      await bus.publish('late');
      await until(() => here.length === 1);
      assert.deepEqual(gone, []);
      end();
    });
  });
}

conforms('the memory bus', false, () =>
  Promise.resolve({ bus: memoryBus(), close: () => Promise.resolve() }),
);

conforms('the Redis bus', noRedis, async () => {
  const server = await RedisServer.start();
  const client = await server.client();
  const close = async () => {
    client.destroy();
    await server.kill();
  };
  return { bus: redisBus(client), close };
});

describe('the Redis bus', { skip: noRedis }, () => {
  it('reports once that it is lost when Redis goes down, rejects meanwhile, and accepts new subscriptions', async () => {
    const server = await RedisServer.start();
    const client = await server.client();
    const bus = redisBus(client);
    let lost = 0;
    await bus.subscribe(unexpected, () => lost++);
    await server.kill();
    await until(() => lost > 0 && !client.isReady);
    await assert.rejects(bus.publish('news'));
    await assert.rejects(bus.subscribe(unexpected, unexpected));
    await server.restart();
    await until(() => client.isReady);
    const received: string[] = [];
    await bus.subscribe(
      (message) => received.push(message),
      () => undefined,
    );
    await bus.publish('news');
    await until(() => received.length > 0);
    assert.deepEqual([received, lost], [['news'], 1]);
    client.destroy();
    await server.kill();
  });

  it('closes with the client, and leaves no connection open', async () => {
    const server = await RedisServer.start();
    const [client, witness] = [await server.client(), await server.client()];
    let lost = 0;
    await redisBus(client).subscribe(unexpected, () => lost++);
    assert.equal((await witness.clientList()).length, 3);
    client.destroy();
    await until(async () => (await witness.clientList()).length === 1);
    assert.equal(lost, 1);
    witness.destroy();
    await server.kill();
  });
});

/**
 * A client whose second connection fails while it is made. With `redis` 5 `connect` resolves all the same, once that
 * was destroyed, and nothing answers `subscribe`.
 */
function withFailingSecond(): RedisClient {
  let fail: (error: Error) => void = () => undefined;
  const second = {
    isOpen: false,
    connect() {
      second.isOpen = true;
      fail(new Error('read ECONNRESET'));
      return Promise.resolve();
    },
    subscribe: () => new Promise(() => undefined),
    on: (_: 'error', listener: (error: Error) => void) => (fail = listener),
    destroy: () => (second.isOpen = false),
  };
  const unexpected = () => assert.fail('Nobody asked for that.');
  return {
    isReady: true,
    options: {},
    get: unexpected,
    set: unexpected,
    del: unexpected,
    eval: unexpected,
    publish: unexpected,
    duplicate: () => second,
    on: () => undefined,
    once: () => undefined,
    off: () => undefined,
  };
}

describe('the Redis bus, when its connection fails while it is made', () => {
  it('rejects, so that it can be retried, and reports no loss', async () => {
    await assert.rejects(redisBus(withFailingSecond()).subscribe(unexpected, unexpected), /went away/);
  });
});
