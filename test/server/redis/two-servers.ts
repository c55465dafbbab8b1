import assert from 'node:assert/strict';
import { serveSimulator } from '../../../demo/server/serve-simulator.js';
import { freePort } from '../../gateway/adapters/processes.js';
import { readEvents } from '../../gateway/event-reader.js';
import { baseUrl, signingKey, webhookSecret } from '../../gateway/set-up.js';
import { until } from '../../support/until.js';
import { identities, secrets, type Env } from '../set-up.js';
import { startServe, type Server } from '../site.js';

/** Two servers that share a Redis, at a simulated Codat whose webhooks reach the second alone. */
export interface TwoServers {
  readonly servers: readonly [Server, Server];
  /** Whether both reach the store. */
  readonly reachStore: () => Promise<boolean>;
  /** A customer connects at one, and a page that listens at the other hears of it. Their connections must be none yet. */
  readonly connect: (customer: string) => Promise<void>;
  /** Answers of `POST …/connections` for a customer at the first, until one is 200. */
  readonly connectWhenAllowed: (customer: string) => Promise<number[]>;
  readonly close: () => Promise<void>;
}

export async function startTwoServers(redis: Env): Promise<TwoServers> {
  const secondPort = String(await freePort());
  const codat = await serveSimulator({
    port: await freePort(),
    webhooks: { url: `http://127.0.0.1:${secondPort}/codat/webhooks`, secret: webhookSecret },
  });
  const env = {
    ...identities.proxy,
    CODAT_API_KEY: codat.simulator.apiKey,
    CODAT_URL: codat.simulator.origin,
    CODAT_WEBHOOK_SECRETS: webhookSecret,
    BASE_URL: baseUrl,
    SIGNING_KEYS: signingKey,
    INTERNAL_KEY: secrets.internal,
    DRAIN_SECONDS: '0',
    LENDER: 'Larkspur',
    ...redis,
  };
  const servers = await Promise.all([startServe(env), startServe({ ...env, PORT: secondPort })]);
  const [first, second] = servers;

  const send = (at: Server, path: string, customer: string, init: RequestInit & { token?: string } = {}) => {
    const { token, ...rest } = init;
    const headers = {
      'x-customer': customer,
      'x-proxy-secret': secrets.proxy,
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    };
    return fetch(`${at.origin}/codat${path}`, { ...rest, headers });
  };
  const signIn = async (at: Server, customer: string) => {
    const answer = await send(at, '/token', customer, { method: 'POST' });
    assert.equal(answer.status, 200, `${await answer.clone().text()}\n${at.output}`);
    const { companyId, accessToken } = (await answer.json()) as { companyId: string; accessToken: string };
    return { token: accessToken, connections: `/api/companies/${companyId}/connections` };
  };
  const begin = async (at: Server, customer: string) => {
    const { token, connections } = await signIn(at, customer);
    const body = JSON.stringify({ platformKey: 'gbol' });
    return send(at, connections, customer, { method: 'POST', token, body });
  };

  return {
    servers,
    async reachStore() {
      const all = await Promise.all(
        servers.map(async ({ internalOrigin }) => {
          const answer = await fetch(`${internalOrigin}/readyz`);
          return (await answer.json()) as { store: string };
        }),
      );
      return all.every(({ store }) => store === 'ok');
    },
    async connect(customer) {
      const { token } = await signIn(second, customer);
      let stream = await send(first, '/events', customer, { token });
      // After a failover a process may still be finding its way to the bus.
      await until(async () => {
        if (stream.status === 200) return true;
        stream = await send(first, '/events', customer, { token });
        return false;
      });
      const events = readEvents(stream);
      const begun = await begin(first, customer);
      assert.equal(begun.status, 200, `${await begun.clone().text()}\n${first.output}`);
      const { id } = (await begun.json()) as { id: string };
      const again = (await (await begin(second, customer)).json()) as { id: string };
      assert.equal(again.id, id, 'both servers go on with the same connection');
      await codat.simulator.tick();
      codat.simulator.authorize(id);
      await codat.simulator.tick();
      // One that has just begun to listen also says that anything may have changed.
      const isOfIt = (notice: unknown): boolean => (notice as { connection?: string }).connection === id;
      let notice = await events.nextNotice();
      while (notice !== undefined && !isOfIt(notice)) notice = await events.nextNotice();
      assert.deepEqual(notice, { at: 'connections', connection: id });
      await events.cancel();
    },
    async connectWhenAllowed(customer) {
      const statuses: number[] = [];
      for (let tries = 0; tries < 12; tries++) {
        // The first token makes the company at Codat, which has to be allowed as well.
        const token = await send(first, '/token', customer, { method: 'POST' });
        const { status, headers } = token.ok ? await begin(first, customer) : token;
        statuses.push(status);
        if (status === 200) return statuses;
        // As a page does whose reader tries again.
        await new Promise((resolve) => setTimeout(resolve, 1_000 * Number(headers.get('Retry-After'))));
      }
      throw new Error(`Nothing could be connected: ${statuses.join(' ')}\n${first.output}`);
    },
    async close() {
      for (const server of servers) assert.equal(await server.terminate(), 0, server.output);
      await codat.close();
    },
  };
}
