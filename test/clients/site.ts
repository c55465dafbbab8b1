import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';
import { serveSimulator } from '../../demo/server/serve-simulator.js';
import { createGateway } from '../../src/gateway/index.js';
import { freePort, startProcess } from '../gateway/adapters/processes.js';
import type { Client } from './clients.js';
import { environment } from './project.js';

/** A lender's site with the pages of one client, which signs its customer in and out. */
export interface ClientSite {
  readonly url: string;
  /** The path of the client's page. */
  readonly at: string;
  close(): Promise<void>;
}

const cookie = 'customer';

/** Serves a client that was built in a folder, beside the gateway, with Codat simulated on another origin. */
export async function openClientSite(client: Client, folder: string): Promise<ClientSite> {
  const [port, codatPort] = [await freePort(), await freePort()];
  const url = `http://localhost:${port}`;
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  const codat = await serveSimulator({
    port: codatPort,
    redirectUrl: `${url}/codat/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`,
    webhooks: { url: `${url}/codat/webhooks`, secret },
  });
  const gateway = createGateway({
    apiKey: codat.simulator.apiKey,
    codatUrl: codat.simulator.origin,
    webhookSecrets: [secret],
    baseUrl: `${url}/codat`,
    signingKeys: [randomBytes(32).toString('hex')],
    lender: 'Larkspur',
    company: (request) => parse(request.headers.get('Cookie') ?? '', cookie)[cookie] ?? null,
    permit: () => true,
    returnTo: '/connected',
  });
  const pages = await openPages(client, folder);

  const app = new Hono();
  app.all('/codat/*', (c) => gateway.fetch(c.req.raw));
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('/sign-in', async (c) => {
    const companyId = await gateway.ensureCompany({ reference: client.folder });
    setCookie(c, cookie, companyId, { httpOnly: true, sameSite: 'Lax' });
    return c.redirect(pages.at, 303);
  });
  app.post('/sign-out', (c) => {
    deleteCookie(c, cookie);
    return c.redirect('/signed-out', 303);
  });
  app.get('/signed-out', (c) => c.html('<!doctype html><title>Signed out</title><h1>Signed out</h1>'));
  app.get('/connected', (c) => c.html(returnPage));
  app.use('/elements/*', served(join(folder, 'node_modules/codat-connect-elements/dist'), '/elements'));
  app.use(pages.respond);

  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url,
    at: pages.at,
    async close() {
      await gateway.close({ timeoutMs: 5_000 });
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await Promise.all([closed, codat.close(), pages.close()]);
    },
  };
}

/** Where people come back to in the window they signed in in. */
const returnPage = `<!doctype html>
<html lang="en">
  <title>Back at Larkspur</title>
  <script type="module" src="/elements/connect-elements.js"></script>
  <connection-result token-endpoint="/codat/token" lender="Larkspur"></connection-result>
</html>`;

/** The client's own pages. */
interface Pages {
  readonly at: string;
  readonly respond: MiddlewareHandler;
  close(): Promise<void>;
}

async function openPages({ delivery }: Client, folder: string): Promise<Pages> {
  if (delivery.is === 'unit tests') throw new Error('Unit tests have no pages.');
  if (delivery.is === 'server') return proxy(delivery.program, folder);
  const policy = readFileSync(join(folder, 'content-security-policy.txt'), 'utf8').trim();
  const from = delivery.folders.map((each) => join(folder, each)).find((each) => existsSync(each));
  if (!from) throw new Error(`Nothing was built: ${delivery.folders.join(', ')}.`);
  const respond = served(from, delivery.at.slice(0, -1));
  return {
    at: delivery.at,
    respond: async (c, next) => {
      const response = await respond(c, next);
      c.header('Content-Security-Policy', policy);
      return response;
    },
    close: () => Promise.resolve(),
  };
}

/** The pages of a client that has a server, which sets their policy itself. */
async function proxy(program: readonly string[], folder: string): Promise<Pages> {
  const port = await freePort();
  const running = await startProcess(process.execPath, program, {
    cwd: folder,
    env: { ...definedIn(environment), PORT: String(port) },
    ready: /ready|listening/i,
  });
  return {
    at: '/',
    async respond(c) {
      const { pathname, search } = new URL(c.req.url);
      const { status, headers, body } = await fetch(`http://127.0.0.1:${port}${pathname}${search}`, {
        headers: { ...c.req.header(), 'accept-encoding': 'identity' },
        redirect: 'manual',
      });
      return new Response(body, { status, headers });
    },
    close: () => running.stop(),
  };
}

const definedIn = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])));

const served = (from: string, under: string) =>
  serveStatic({ root: from, rewriteRequestPath: (path) => path.slice(under.length) || '/' });
