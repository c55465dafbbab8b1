import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createGateway, type GatewaySettings } from '../../src/gateway/index.js';
import { redisBus, redisStore } from '../../src/gateway/redis/index.js';
import type { Simulator } from '../../src/simulator/index.js';
import { companyOf, createDemo } from './app.js';
import { Customers } from './customers.js';
import { serveSimulator } from './serve-simulator.js';
import { signingKeys } from './signing-keys.js';

/** Where the demo listens and what it keeps. A port of 0 is any free one. */
export interface DemoSettings {
  readonly port: number;
  readonly simulatorPort: number;
  /** The folder that carries customers, connections and keys across a restart. */
  readonly dataDir: string;
  /** With a key of Codat's the demo talks to the real Codat, and no simulator is started. */
  readonly apiKey?: string;
  /** The secret of the webhook consumer set up at Codat, if there is one. The simulator needs none. */
  readonly webhookSecret?: string;
  /** Whether the simulator tells what happens; where it doesn't, pages ask. Default: it does. */
  readonly webhooks?: boolean;
  /** What customers may do with their connections. Default: everything. */
  readonly permit?: GatewaySettings['permit'];
  /** What customers agree to before they connect, for a picker that asks for it. Default: nothing. */
  readonly consents?: GatewaySettings['consents'];
  /** Where a Redis is that the demo shares with other processes of its kind. Without it everything is in memory. */
  readonly redisUrl?: string;
}

/** A demo that is answering. */
export interface RunningDemo {
  readonly url: string;
  /** The redirect URL to set in Codat's Portal, which the simulator has been given already. */
  readonly redirectUrl: string;
  readonly simulator?: Simulator;
  close(): Promise<void>;
}

/** Serves Larkspur Lending, and the simulator with it unless there is a key to the real Codat. */
export async function startDemo({
  port,
  simulatorPort,
  dataDir,
  apiKey,
  webhookSecret,
  webhooks = true,
  permit = () => true,
  consents,
  redisUrl,
}: DemoSettings): Promise<RunningDemo> {
  const chosen = port || (await freePort());
  const origin = `http://localhost:${chosen}`;
  const redirectUrl = `${origin}/codat/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`;
  const keys = signingKeys(join(dataDir, 'signing-keys'));

  const codat = apiKey
    ? atCodat(apiKey, webhookSecret)
    : await atSimulator(simulatorPort || (await freePort()), {
        origin,
        redirectUrl,
        dataDir,
        webhooks,
        // The name of a company at Codat is its customer's number.
        organisationOf: (company): string => customers.businessOf(company) || 'Marlow Bakery Ltd',
      });
  const customers: Customers = new Customers(join(dataDir, codat.customers));

  const redis = redisUrl === undefined ? undefined : await atRedis(redisUrl);

  const gateway = createGateway({
    ...codat.settings,
    ...redis?.settings,
    baseUrl: `${origin}/codat`,
    signingKeys: keys,
    company: (request) => companyOf(request, customers),
    permit,
    ...(consents && { consents }),
    returnTo: '/connected',
    lender: 'Larkspur',
    mark: '/assets/favicon.svg',
    accent: '#0e4d38',
    helpUrl: '/help',
    dataTypes: {
      Accounting: ['profitAndLoss', 'balanceSheet', 'invoices', 'bills'],
      Banking: ['banking-accounts', 'banking-transactions'],
      Commerce: ['commerce-orders', 'commerce-payments'],
    },
    readsOnly: true,
  });
  const site = createDemo({ origin, gateway, customers });

  const server = createAdaptorServer({ fetch: site.fetch });
  // With a key to the real Codat, nobody else on the network is to open companies there.
  server.listen(chosen, apiKey ? 'localhost' : undefined);
  await once(server, 'listening');
  // Asked for before anyone comes, so that the first visitor doesn't wait for Codat's whole catalogue.
  void gateway.fetch(new Request(`${origin}/codat/platforms`));

  return {
    url: origin,
    redirectUrl,
    ...(codat.simulator && { simulator: codat.simulator }),
    async close() {
      const { cut } = await gateway.close({ timeoutMs: 15_000 });
      if (cut.length > 0) console.error('Cut:', cut.join(', '));
      const closed = once(server, 'close');
      server.close();
      // The last answers get out before browsers' own connections are ended.
      if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 500);
      await closed;
      await codat.close();
      redis?.close();
    },
  };
}

/** The Codat behind the gateway. Each has a file of customers: company ids of the one mean nothing to the other. */
interface Codat {
  readonly settings: Pick<GatewaySettings, 'apiKey' | 'codatUrl' | 'webhookSecrets'>;
  readonly customers: string;
  readonly simulator?: Simulator;
  close(): Promise<void>;
}

const atCodat = (apiKey: string, webhookSecret?: string): Codat => ({
  settings: { apiKey, ...(webhookSecret && { webhookSecrets: [webhookSecret] }) },
  customers: 'customers-at-codat.json',
  close: () => Promise.resolve(),
});

/** What the simulator knows of the lender it serves. */
interface Lender {
  readonly origin: string;
  readonly redirectUrl: string;
  readonly dataDir: string;
  readonly webhooks: boolean;
  readonly organisationOf: (company: string) => string;
}

async function atSimulator(
  port: number,
  { origin, redirectUrl, dataDir, webhooks, organisationOf }: Lender,
): Promise<Codat> {
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  const { simulator, close } = await serveSimulator({
    port,
    redirectUrl,
    organisationOf,
    ...(webhooks && { webhooks: { url: `${origin}/codat/webhooks`, secret } }),
    stateFile: join(dataDir, 'simulator.json'),
  });
  return {
    settings: {
      apiKey: simulator.apiKey,
      codatUrl: simulator.origin,
      ...(webhooks && { webhookSecrets: [secret] }),
    },
    customers: 'customers.json',
    simulator,
    close,
  };
}

async function atRedis(url: string) {
  const { createClient } = await import('redis');
  const client = createClient({ url });
  client.on('error', (reason: Error) => console.error('Redis:', reason.message));
  // The demo goes on without, and with it as soon as it is there.
  void client.connect().catch(() => undefined);
  return {
    settings: { store: redisStore(client), bus: redisBus(client) },
    close: () => client.destroy(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  // A server on a port, rather than a pipe, has an address of this kind.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
