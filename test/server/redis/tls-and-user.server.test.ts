import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort, noRedis } from '../../gateway/redis/redis-server.js';
import { until } from '../../support/until.js';
import { password, RedisNode, userRule } from './node.js';
import { startTwoServers, type TwoServers } from './two-servers.js';

/** What `redis-cli` itself asks, and the test by it. */
const ofTheTest = ['acl|log', 'acl|setuser', 'auth', 'command', 'command|docs', 'hello'];

describe('servers on a Redis by TLS, with a user of their own', { skip: noRedis }, () => {
  let folder: string;
  let certificate: string;
  let redis: RedisNode;
  let two: TwoServers | undefined;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'redis-tls-'));
    certificate = join(folder, 'certificate.pem');
    const key = join(folder, 'key.pem');
    const subject = ['-subj', '/CN=redis', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const made = ['-newkey', 'rsa:2048', '-nodes', '-days', '1', '-keyout', key, '-out', certificate];
    execFileSync('openssl', ['req', '-x509', ...made, ...subject], { stdio: 'ignore' });
    const port = await freePort();
    const files = ['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-auth-clients', 'no'];
    redis = await RedisNode.start(['--tls-port', String(port), ...files], {
      port,
      clientSettings: ['--tls', '--cacert', certificate],
    });
    await redis.age();
  });
  after(async () => {
    await two?.close();
    await redis.kill();
    rmSync(folder, { recursive: true });
  });

  it('share a company’s connections and its news, and need every command of the documented rule and no other', async () => {
    two = await startTwoServers({
      REDIS_URL: `rediss://gateway:${password}@${redis.address}`,
      NODE_EXTRA_CA_CERTS: certificate,
    });
    await until(two.reachStore);
    await two.connect('customer-1');

    assert.equal(await redis.refusals(), '', 'nothing was refused');
    const allowed = userRule(password).match(/(?<=\+)[\w|]+/g) ?? [];
    const ofClusters = ['cluster|slots'];
    const ofTime = ['ping'];
    const run = (await redis.commands()).filter((name) => !ofTheTest.includes(name));
    assert.deepEqual(
      [...run, ...ofClusters, ...ofTime].sort().filter((name, index, all) => name !== all[index - 1]),
      allowed.sort(),
    );
  });

  it('say that the store is away where its certificate is nobody’s they know', async () => {
    const stranger = await startTwoServers({ REDIS_URL: `rediss://gateway:${password}@${redis.address}` });
    assert.equal(await stranger.reachStore(), false);
    await stranger.close();
  });

  it('say so as well with another password, and go on trying', async () => {
    const stranger = await startTwoServers({
      REDIS_URL: `rediss://gateway:another@${redis.address}`,
      NODE_EXTRA_CA_CERTS: certificate,
    });
    assert.equal(await stranger.reachStore(), false);
    await redis.ask('ACL', 'SETUSER', 'gateway', '>another');
    await until(stranger.reachStore);
    await stranger.close();
  });
});
