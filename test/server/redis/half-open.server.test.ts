import assert from 'node:assert/strict';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createGuardedStore } from '../../../src/gateway/store/guarded-store.js';
import { openRedisState } from '../../../src/server/open-redis-state.js';
import { RedisServer, noRedis } from '../../gateway/redis/redis-server.js';
import { until } from '../../support/until.js';

describe('a server whose Redis has moved without closing its connection', { skip: noRedis }, () => {
  let redis: RedisServer;
  before(async () => (redis = await RedisServer.start()));
  after(() => redis.kill());

  it('connects to it again, so that people can connect before TCP gives the old one up', async (t) => {
    const network = await openNetwork(redis.url);
    const state = await openRedisState(
      { kind: 'server', urls: [new URL(network.url)], sentinelName: '' },
      'test:',
    );
    t.after(() => {
      state.close();
      network.close();
    });
    const store = createGuardedStore(state.store, () => undefined);
    const isWritten = (): Promise<boolean> =>
      store.set('key', 'value', 60_000).then(
        () => true,
        () => false,
      );
    assert.equal(await isWritten(), true);

    network.lose();
    assert.equal(await isWritten(), false);
    // Requests go on meanwhile, as on a busy server.
    await until(isWritten);
  });
});

/** A way to Redis that can lose its connections without a word to either end. */
async function openNetwork(redisUrl: string) {
  const { hostname, port } = new URL(redisUrl);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lose: () => sockets.forEach((socket) => socket.unpipe().pause()),
    close() {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}
