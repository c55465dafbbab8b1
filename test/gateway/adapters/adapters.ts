import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { site as expressSite } from '../../../docs/recipes/express.js';
import { site as fastifySite } from '../../../docs/recipes/fastify.js';
import { site as honoSite } from '../../../docs/recipes/hono.js';
import { site as nodeSite } from '../../../docs/recipes/node.js';
import { fallback } from '../../../docs/recipes/sveltekit.js';
import { GatewayProcess } from '../processes.js';
import { RedisServer, noRedis } from '../redis/redis-server.js';
import { balancer } from './balancer.js';
import { bundle, emptyFolder, javaScriptOf, root, write } from './built.js';
import { runProcess, freePort, startProcess } from './processes.js';

/** What every recipe is given: the rest is its own. */
export interface Lender {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly signingKey: string;
  readonly webhookSecret: string;
  readonly codatUrl: string;
}

/** A lender’s server that listens. */
export interface Site {
  /** Where it listens; people know it by another address. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface Adapter {
  readonly name: string;
  /** The path the gateway is mounted at. */
  readonly mount: string;
  /** What follows a path that its server answers before the gateway gets to see it, and with what status. */
  readonly itsOwn?: Readonly<Record<string, number>>;
  /** How many processes answer, in turns; one by default. */
  readonly processes?: number;
  /** Whether a framework builds it first, which takes minutes: left to `npm run test:deep`. */
  readonly isBuilt?: boolean;
  /** Whether its server refuses HTTP/1.0 without a `Host`, before the gateway gets to see it. */
  readonly demandsHost?: boolean;
  /** Why it can't be run here. */
  readonly skip?: string | false;
  readonly start: (lender: Lender) => Promise<Site>;
}

const inProcess = (lender: Lender) => ({
  apiKey: lender.apiKey,
  baseUrl: lender.baseUrl,
  signingKeys: [lender.signingKey],
  webhookSecrets: [lender.webhookSecret],
  codatUrl: lender.codatUrl,
  returnTo: '/connected',
});

// It has no types of its own.
const workerd = createRequire(import.meta.url)('workerd') as { readonly default: string };

/** Every recipe of the documentation, two ways to live under a path of one’s own, and one to be more than one process. */
export const adapters: readonly Adapter[] = [
  {
    name: 'Node',
    mount: '/codat',
    start: (lender) => listening(nodeSite(inProcess(lender))),
  },
  {
    name: 'Node, deep in a site',
    mount: '/lending/apply/codat',
    start: (lender) => listening(nodeSite(inProcess(lender))),
  },
  {
    name: 'Express',
    mount: '/codat',
    start: (lender) => listening(createServer(expressSite(inProcess(lender)) as RequestListener)),
  },
  {
    name: 'Fastify',
    mount: '/codat',
    async start(lender) {
      const app = fastifySite(inProcess(lender));
      await app.listen({ host: '127.0.0.1', port: 0 });
      return { origin: originOf(app.server), close: () => app.close() };
    },
  },
  {
    name: 'Hono',
    mount: '/codat',
    start(lender) {
      const { fetch } = honoSite(inProcess(lender));
      // Without TLS options this is a plain HTTP server.
      return listening(
        createAdaptorServer({ fetch, hostname: '127.0.0.1', overrideGlobalObjects: false }) as Server,
      );
    },
  },
  {
    name: 'Next, with a basePath',
    isBuilt: true,
    mount: '/lending/codat',
    itsOwn: { '/%E0%A4%A': 500 },
    start: startNext,
  },
  {
    name: 'SvelteKit',
    mount: '/codat',
    start(lender) {
      Object.assign(process.env, environmentOf(lender));
      const fetch = (request: Request) => fallback({ request });
      // Without TLS options this is a plain HTTP server.
      return listening(
        createAdaptorServer({ fetch, hostname: '127.0.0.1', overrideGlobalObjects: false }) as Server,
      );
    },
  },
  { name: 'Workers', mount: '/codat', demandsHost: true, start: startWorker },
  {
    name: 'two processes that share a Redis',
    mount: '/codat',
    processes: 2,
    demandsHost: true,
    skip: noRedis,
    start: startTwo,
  },
];

async function listening(server: Server): Promise<Site> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: originOf(server),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function originOf(server: Server): string {
  // A server on a port, rather than a pipe, has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

const environmentOf = ({ apiKey, baseUrl, signingKey, webhookSecret, codatUrl }: Lender) => ({
  CODAT_API_KEY: apiKey,
  CODAT_GATEWAY_URL: baseUrl,
  CODAT_SIGNING_KEY: signingKey,
  CODAT_WEBHOOK_SECRET: webhookSecret,
  CODAT_URL: codatUrl,
});

/** Two processes, and a balancer that passes each request to one of them. */
async function startTwo({ apiKey, baseUrl, signingKey, webhookSecret, codatUrl }: Lender): Promise<Site> {
  const redis = await RedisServer.start();
  const env = {
    API_KEY: apiKey,
    BASE_URL: baseUrl,
    SIGNING_KEY: signingKey,
    WEBHOOK_SECRET: webhookSecret,
    CODAT_URL: codatUrl,
    REDIS_URL: redis.url,
  };
  const both = await Promise.all([GatewayProcess.start(env), GatewayProcess.start(env)]);
  const site = await listening(balancer(both.map(({ origin }) => origin)));
  return {
    ...site,
    async close() {
      await site.close();
      await Promise.all(both.map((each) => each.stop()));
      await redis.kill();
    },
  };
}

/** A site made by `next build` and served by `next start`. */
async function startNext(lender: Lender): Promise<Site> {
  const folder = emptyFolder('next-recipe');
  const route = 'app/codat/[...path]';
  write(folder, 'package.json', '{"private":true,"type":"module"}');
  write(
    folder,
    'next.config.mjs',
    `const root = ${JSON.stringify(root)};
     export default { basePath: process.env.BASE_PATH, turbopack: { root }, outputFileTracingRoot: root };`,
  );
  write(folder, `${route}/route.js`, javaScriptOf('next.ts'));
  write(folder, `${route}/session.js`, javaScriptOf('session.ts'));
  const installed = 'node_modules/codat-connect-elements';
  write(folder, `${installed}/package.json`, '{"type":"module","exports":{"./gateway":"./gateway.js"}}');
  write(folder, `${installed}/gateway.js`, await bundle('src/gateway/index.ts', 'ours'));

  const basePath = { BASE_PATH: '/lending' };
  const next = join(root, 'node_modules/next/dist/bin/next');
  await runProcess(process.execPath, [next, 'build'], { cwd: folder, env: basePath });
  const port = await freePort();
  const args = [next, 'start', '--hostname', '127.0.0.1', '--port', String(port)];
  const server = await startProcess(process.execPath, args, {
    cwd: folder,
    env: { ...environmentOf(lender), ...basePath },
    ready: /Ready/,
  });
  return { origin: `http://127.0.0.1:${port}`, close: () => server.stop() };
}

/** A site in workerd, the runtime of Cloudflare’s Workers. */
async function startWorker(lender: Lender): Promise<Site> {
  const folder = emptyFolder('worker-recipe');
  write(folder, 'worker.js', await bundle('docs/recipes/worker.ts', 'everything'));
  const bindings = Object.entries(environmentOf(lender)).map(
    ([name, text]) => `(name = "${name}", text = ${JSON.stringify(text)})`,
  );
  write(
    folder,
    'config.capnp',
    `using Workerd = import "/workerd/workerd.capnp";
     const config :Workerd.Config = (
       services = [
         (name = "lender", worker = .lender),
         (name = "internet", network = (allow = ["private"])),
       ],
       sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "lender")],
     );
     const lender :Workerd.Worker = (
       modules = [(name = "worker", esModule = embed "worker.js")],
       compatibilityDate = "2026-01-01",
       bindings = [${bindings.join(', ')}],
     );`,
  );

  const server = await startProcess(workerd.default, ['serve', 'config.capnp', '--control-fd=1'], {
    cwd: folder,
    ready: /"event":"listen"/,
  });
  const port = /"port":(\d+)/.exec(server.output())?.[1] ?? '';
  return { origin: `http://127.0.0.1:${port}`, close: () => server.stop() };
}
