import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { createGuardedStore } from '../../../src/gateway/store/guarded-store.js';
import { openRedisState } from '../../../src/server/open-redis-state.js';
import { freePort, noRedis } from '../../gateway/redis/redis-server.js';
import { until } from '../../support/until.js';
import { password, RedisNode } from './node.js';
import { startTwoServers, type TwoServers } from './two-servers.js';

const run = promisify(execFile);
const prefix = '{connect-elements:}';

describe('servers on a Redis Cluster', { skip: noRedis }, () => {
  /** Three masters, and a replica of each. */
  let nodes: RedisNode[];
  let two: TwoServers;

  before(async () => {
    const start = async (): Promise<RedisNode> => {
      const bus = String(await freePort());
      return RedisNode.start([
        '--cluster-enabled',
        'yes',
        '--cluster-port',
        bus,
        '--cluster-node-timeout',
        '1000',
      ]);
    };
    nodes = await Promise.all(Array.from({ length: 6 }, start));
    const addresses = nodes.map(({ address }) => address);
    await run('redis-cli', ['--cluster', 'create', ...addresses, '--cluster-replicas', '1', '--cluster-yes']);
    await until(async () => {
      const states = await Promise.all(nodes.map((node) => node.ask('CLUSTER', 'INFO')));
      return states.every((state) => state.includes('cluster_state:ok'));
    });
    await (await masterOfKeys()).age(prefix);
    two = await startTwoServers({
      REDIS_KIND: 'cluster',
      REDIS_URL: nodes.map(({ address }) => `redis://gateway:${password}@${address}`).join(','),
    });
  });
  after(async () => {
    await two.close();
    await Promise.all(nodes.map((node) => node.kill()));
  });

  /** The master of the slot that all keys are in. */
  const masterOfKeys = async (): Promise<RedisNode> => {
    for (const node of nodes) {
      const answer = await node.ask('GET', `${prefix}remembers-since`).catch(() => 'away');
      const role = await node.ask('ROLE').catch(() => 'away');
      if (role.startsWith('master') && !answer.startsWith('MOVED') && answer !== 'away') return node;
    }
    throw new Error('Nobody has the keys.');
  };

  it('share a company’s connections and its news, with all keys on one master', async () => {
    await until(two.reachStore);
    await two.connect('customer-1');

    const master = await masterOfKeys();
    const sizes = await Promise.all(
      nodes.map(async (node) => [await node.ask('ROLE'), Number(await node.ask('DBSIZE')), node] as const),
    );
    const holders = sizes.filter(([role, size]) => role.startsWith('master') && size > 0);
    assert.deepEqual(
      holders.map(([, , node]) => node),
      [master],
    );
    for (const node of nodes) assert.equal(await node.refusals(), '', 'nothing was refused');
  });

  it('go on with its replica when that master falls silent, and keeps its connections', async (t) => {
    const urls = nodes.map(({ address }) => new URL(`redis://gateway:${password}@${address}`));
    const [first, ...others] = urls as [URL, ...URL[]];
    const state = await openRedisState(
      { kind: 'cluster', urls: [first, ...others], sentinelName: '' },
      prefix,
    );
    t.after(() => state.close());
    const store = createGuardedStore(state.store, () => undefined);
    const isWritten = (): Promise<boolean> =>
      store.set('key', 'value', 60_000).then(
        () => true,
        () => false,
      );
    assert.equal(await isWritten(), true);

    const silent = await masterOfKeys();
    silent.pause();
    assert.equal(await isWritten(), false);
    // Requests go on meanwhile, as on a busy server.
    await until(isWritten);
    silent.resume();
    await until(async () => (await silent.ask('ROLE')).startsWith('slave'));
  });

  it('go on when that master fails, and make nothing new until its locks have run out', async () => {
    const before = await masterOfKeys();
    await before.kill();
    nodes.splice(nodes.indexOf(before), 1);
    const statuses = await two.connectWhenAllowed('customer-2');
    assert.ok(statuses.length > 1, 'the first tries were refused');
    assert.deepEqual(new Set(statuses.slice(0, -1)), new Set([503]));

    await until(two.reachStore);
    await two.connect('customer-3');
    assert.ok((await masterOfKeys()) !== before);
  });
});
