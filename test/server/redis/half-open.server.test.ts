import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it, type TestContext } from 'node:test';
import { createGuardedStore } from '../../../src/gateway/store/guarded-store.js';
import { openRedisState } from '../../../src/server/open-redis-state.js';
import { RedisServer, noRedis } from '../../gateway/redis/redis-server.js';
import { until } from '../../support/until.js';
import { startSentinel } from './start-sentinel.js';

describe('a server whose Redis has moved without closing its connection', { skip: noRedis }, () => {
  let redis: RedisServer;
  let network: Awaited<ReturnType<typeof openNetwork>>;
  beforeEach(async () => {
    redis = await RedisServer.start();
    network = await openNetwork(redis.url);
  });
  afterEach(async () => {
    network.close();
    await redis.kill();
  });

  /** Writes to it until its connections are lost, and until they are there again. */
  const loseAndFindAgain = async (t: TestContext, kind: 'server' | 'sentinel', url: string) => {
    const deployment = { kind, urls: [new URL(url)], sentinelName: 'lender' } as const;
    const state = await openRedisState(deployment, 'test:');
    t.after(() => state.close());
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
  };

  it('connects to it again, so that people can connect before TCP gives the old one up', async (t) => {
    await loseAndFindAgain(t, 'server', network.url);
  });

  it('connects to it again where Sentinels still name it as the master', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'sentinel-'));
    const { port, process } = await startSentinel(network.port, folder);
    t.after(async () => {
      process.kill('SIGKILL');
      await once(process, 'exit');
      rmSync(folder, { recursive: true });
    });
    await loseAndFindAgain(t, 'sentinel', `redis://127.0.0.1:${port}`);
  });
});

/** A way to Redis that can lose its connections without a word to either end. */
async function openNetwork(redisUrl: string) {
  const target = new URL(redisUrl);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    lose: () => sockets.forEach((socket) => socket.unpipe().pause()),
    close() {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}
