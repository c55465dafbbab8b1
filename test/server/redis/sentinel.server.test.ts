import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { noRedis } from '../../gateway/redis/redis-server.js';
import { until } from '../../support/until.js';
import { password, RedisNode } from './node.js';
import { startSentinel } from './start-sentinel.js';
import { startTwoServers, type TwoServers } from './two-servers.js';

describe('servers on a Redis that Sentinels watch', { skip: noRedis }, () => {
  let folder: string;
  let master: RedisNode;
  let replica: RedisNode;
  let sentinels: { port: number; process: ChildProcess }[];
  let two: TwoServers;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sentinel-'));
    [master, replica] = await Promise.all([RedisNode.start(), RedisNode.start()]);
    await replica.ask('REPLICAOF', '127.0.0.1', String(master.port));
    await until(async () => (await replica.ask('INFO', 'replication')).includes('master_link_status:up'));
    await master.age();
    sentinels = await Promise.all([1, 2, 3].map(() => startSentinel(master.port, folder)));
    two = await startTwoServers({
      REDIS_KIND: 'sentinel',
      REDIS_URL: sentinels.map(({ port }) => `redis://gateway:${password}@127.0.0.1:${port}`).join(' '),
      REDIS_SENTINEL_NAME: 'lender',
    });
  });
  after(async () => {
    await two.close();
    for (const { process } of sentinels) {
      process.kill('SIGKILL');
      await once(process, 'exit');
    }
    await Promise.all([master.kill(), replica.kill()]);
    rmSync(folder, { recursive: true });
  });

  it('share a company’s connections and its news', async () => {
    await until(two.reachStore);
    await two.connect('customer-1');
    assert.equal(await master.refusals(), '', 'nothing was refused');
  });

  it('go on at the replica when the master fails, and make nothing new until its locks have run out', async () => {
    await master.kill();
    const statuses = await two.connectWhenAllowed('customer-2');
    assert.ok(statuses.length > 1, 'the first tries were refused');
    assert.deepEqual(new Set(statuses.slice(0, -1)), new Set([503]));

    await until(two.reachStore);
    await two.connect('customer-3');
    assert.match(await replica.ask('ROLE'), /^master/);
    assert.equal(await replica.refusals(), '', 'nothing was refused');
  });
});
