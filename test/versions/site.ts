import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { serveSimulator } from '../../demo/server/serve-simulator.js';
import {
  memoryBus,
  memoryStore,
  type createGateway,
  type Gateway,
  type GatewaySettings,
} from '../../src/gateway/index.js';
import type { Simulator } from '../../src/simulator/index.js';
import { freePort } from '../gateway/adapters/processes.js';
import { signingKey, webhookSecret } from '../gateway/set-up.js';

/** A lender's site with the script of one version of the page, and gateways that take the requests in turns. */
export interface Site {
  readonly url: string;
  readonly simulator: Simulator;
  /** What the gateways were asked, such as `GET /api/…`, and what they answered. */
  readonly answers: readonly { readonly request: string; readonly status: number }[];
  readonly close: () => Promise<void>;
}

const apply = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Larkspur</title>
<script type="module" src="/page.js"></script>
<platform-picker token-endpoint="/codat/token" lender="Larkspur" source-types="Accounting"></platform-picker>
<connection-list token-endpoint="/codat/token" lender="Larkspur"></connection-list></html>`;

const connected = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Larkspur</title>
<script type="module" src="/page.js"></script>
<connection-result token-endpoint="/codat/token" lender="Larkspur"></connection-result></html>`;

/** `create` are the versions of the gateway; `respond` may answer in their place. */
export async function openSite({
  script,
  create,
  respond,
}: {
  readonly script: Uint8Array;
  readonly create: readonly (typeof createGateway)[];
  readonly respond?: (request: Request) => Response | undefined;
}): Promise<Site> {
  const answers: { request: string; status: number }[] = [];
  const gateways: Gateway[] = [];
  let turn = 0;
  const ask = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const gateway = gateways[turn++ % gateways.length];
    const answer =
      respond?.(request) ?? (await gateway?.fetch(request)) ?? new Response(null, { status: 503 });
    answers.push({ request: `${request.method} ${pathname.replace('/codat', '')}`, status: answer.status });
    return answer;
  };
  const html = (text: string): Response => new Response(text, { headers: { 'Content-Type': 'text/html' } });
  const server = createAdaptorServer({
    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/codat/')) return ask(request);
      if (pathname === '/apply') return html(apply);
      if (pathname === '/connected') return html(connected);
      if (pathname !== '/page.js') return new Response(null, { status: 404 });
      return new Response(Buffer.from(script), { headers: { 'Content-Type': 'text/javascript' } });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on a port, rather than a pipe, has an address of this kind.
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const baseUrl = `${url}/codat`;
  const { simulator, close } = await serveSimulator({
    port: await freePort(),
    redirectUrl: `${baseUrl}/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`,
    webhooks: { url: `${baseUrl}/webhooks`, secret: webhookSecret },
  });
  let company = '';
  const settings: GatewaySettings = {
    apiKey: simulator.apiKey,
    baseUrl,
    signingKeys: [signingKey],
    webhookSecrets: [webhookSecret],
    codatUrl: simulator.origin,
    company: () => company,
    returnTo: '/connected',
    lender: 'Larkspur',
    store: memoryStore(),
    bus: memoryBus(),
    onEvent: () => undefined,
  };
  gateways.push(...create.map((each) => each(settings)));
  company = (await gateways[0]?.ensureCompany({ reference: 'customer-1' })) ?? '';
  return {
    url,
    simulator,
    answers,
    async close() {
      await Promise.all(gateways.map((gateway) => gateway.close({ timeoutMs: 1_000 })));
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await close();
    },
  };
}
