import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serveSimulator } from '../../demo/server/serve-simulator.js';
import { freePort } from '../gateway/adapters/processes.js';
import { RedisServer, noRedis } from '../gateway/redis/redis-server.js';
import { baseUrl, signingKey } from '../gateway/set-up.js';
import { until } from '../support/until.js';
import { identities, secrets } from './set-up.js';
import { startServe, type Server } from './site.js';

describe('servers that share a Redis', { skip: noRedis }, () => {
  let codat: Awaited<ReturnType<typeof serveSimulator>>;
  let redis: RedisServer;
  let servers: Server[];
  before(async () => {
    [codat, redis] = await Promise.all([serveSimulator({ port: await freePort() }), RedisServer.start()]);
    const env = {
      ...identities.proxy,
      CODAT_API_KEY: codat.simulator.apiKey,
      CODAT_URL: codat.simulator.origin,
      BASE_URL: baseUrl,
      SIGNING_KEYS: signingKey,
      INTERNAL_KEY: secrets.internal,
      DRAIN_SECONDS: '0',
      REDIS_URL: redis.url,
    };
    servers = await Promise.all([startServe(env), startServe(env)]);
  });
  after(async () => {
    for (const server of servers) assert.equal(await server.terminate(), 0, server.output);
    await redis.kill();
    await codat.close();
  });

  const readingsOf = async ({ internalOrigin }: Server) => {
    const metrics = await (await fetch(`${internalOrigin}/metrics`)).text();
    const ready = await fetch(`${internalOrigin}/readyz`);
    return {
      store: /^codat_gateway_store_up (\d)$/m.exec(metrics)?.[1],
      status: ready.status,
      ready: (await ready.json()) as { store: string },
    };
  };

  it('make one company of a reference that both are asked for at once', async () => {
    const ask = async ({ internalOrigin }: Server): Promise<object> => {
      const headers = { Authorization: `Bearer ${secrets.internal}` };
      const answer = await fetch(`${internalOrigin}/companies/customer-1`, { method: 'PUT', headers });
      return (await answer.json()) as object;
    };
    const answers = await Promise.all([...servers, ...servers].map(ask));

    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    assert.equal(Object.keys(answers[0] ?? {})[0], 'companyId');
  });

  it('stay ready without it, and say that it is away', async () => {
    const [first] = servers;
    assert.ok(first);
    await until(async () => (await readingsOf(first)).store === '1');
    await redis.kill();
    await until(async () => (await readingsOf(first)).store === '0');

    const { ready, status } = await readingsOf(first);
    assert.deepEqual([status, ready.store], [200, 'away']);
  });
});
