import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { createSimulator, type Simulator } from '../../src/simulator/index.js';
import { RedisServer } from './redis/redis-server.js';
import {
  apiKey,
  baseUrl,
  fewPlatforms,
  json,
  signingKey,
  webhookSecret,
  type WireConnection,
} from './set-up.js';

const eventTypes = ['created', 'connected', 'failed', 'disconnected', 'reconnected', 'deleted'].map(
  (is) => `connection.${is}`,
);

/** One process of the lender's. */
export class GatewayProcess {
  readonly #process: ChildProcess;
  readonly #port: number;
  /** The webhooks its host received, by type. */
  readonly webhooks: string[] = [];
  /** How often it answered 503. */
  refusals = 0;
  #cut: string[] | undefined;

  private constructor(process: ChildProcess, port: number) {
    this.#process = process;
    this.#port = port;
    process.on('message', ({ eventType, cut }: { eventType?: string; cut?: string[] }) => {
      if (eventType !== undefined) this.webhooks.push(eventType);
      this.#cut = cut;
    });
  }

  static async start(env: Record<string, string>): Promise<GatewayProcess> {
    const path = fileURLToPath(new URL('gateway-process.ts', import.meta.url));
    const child = fork(path, { env: { ...process.env, ...env }, execArgv: ['--import', 'tsx'] });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    return new GatewayProcess(child, port);
  }

  /** Where it listens; people know it by another address. */
  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Sends it a request, whatever public address the URL has: a balancer in front of it would do the same. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const { pathname, search } = new URL(url);
    const response = await fetch(`${this.origin}${pathname}${search}`, { redirect: 'manual', ...init });
    if (response.status === 503) this.refusals++;
    return response;
  }

  /** Sends it SIGTERM, as a host does that starts a new version; returns what it reports that it cut. */
  async terminate(): Promise<string[] | undefined> {
    const isOver = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await isOver;
    return this.#cut;
  }

  async stop(): Promise<void> {
    this.#process.disconnect();
    await once(this.#process, 'exit');
  }
}

/** Two processes of one lender's gateway that share a Redis, and a Codat that all of them reach over HTTP. */
export async function twoProcesses() {
  const redis = await RedisServer.start();
  const processes: GatewayProcess[] = [];
  const codat = await serveCodat(async (request) => {
    // Each webhook is sent to both at once, as may happen when Codat sends it again.
    const body = await request.text();
    const { url, method, headers } = request;
    const answers = await Promise.all(processes.map((each) => each.fetch(url, { method, headers, body })));
    return answers.find(({ ok }) => ok) ?? new Response(null, { status: 503 });
  });
  const env = {
    BASE_URL: baseUrl,
    CODAT_URL: codat.simulator.origin,
    REDIS_URL: redis.url,
    API_KEY: apiKey,
    SIGNING_KEY: signingKey,
    WEBHOOK_SECRET: webhookSecret,
  };
  const [one, two] = await Promise.all([GatewayProcess.start(env), GatewayProcess.start(env)]);
  processes.push(one, two);
  const lender = {
    one,
    two,
    redis,
    simulator: codat.simulator,
    /** A new process replaces this one, which is terminated; returns what that one cut. */
    replace: async (name: 'one' | 'two'): Promise<string[] | undefined> => {
      const before = lender[name];
      lender[name] = await GatewayProcess.start(env);
      processes.splice(processes.indexOf(before), 1, lender[name]);
      return before.terminate();
    },
    close: async () => {
      await Promise.all([lender.one.stop(), lender.two.stop()]);
      await Promise.all([redis.kill(), codat.close()]);
    },
  };
  return lender;
}

async function serveCodat(deliver: (request: Request) => Promise<Response>) {
  const answer = async (request: Request, { outgoing }: HttpBindings): Promise<Response> => {
    try {
      return await simulator.fetch(request);
    } catch {
      outgoing.destroy(); // the connection breaks, as the fault that was asked for says
      return new Response(null, { status: 500 });
    }
  };
  const server = createAdaptorServer({ fetch: (request, env) => answer(request, env as HttpBindings) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on a port, rather than a pipe, has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const simulator = createSimulator({
    apiKey,
    origin: `http://127.0.0.1:${port}`,
    redirectUrl: `${baseUrl}/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`,
    platforms: fewPlatforms,
    webhookConsumers: [{ url: `${baseUrl}/webhooks`, secret: webhookSecret, eventTypes, deliver }],
  });
  const close = async () => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { simulator, close };
}

type RequestOptions = Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> };

/** A company at the simulator, and its people's page at whichever process it is given. */
export async function customer(simulator: Simulator) {
  const atCodat = async <Answer>(path: string, body: object): Promise<Answer> => {
    const headers = { Authorization: `Basic ${btoa(apiKey)}` };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return json<Answer>(await simulator.fetch(simulator.origin + path, init));
  };
  const { id: company } = await atCodat<{ id: string }>('/companies', { name: 'Bracken Bakery' });
  const connections = `${baseUrl}/api/companies/${company}/connections`;
  const cookie = { Cookie: `session=${company}` };

  const tokenFrom = async (at: GatewayProcess): Promise<string> => {
    const answer = await at.fetch(`${baseUrl}/token`, { method: 'POST', headers: cookie });
    return (await json<{ accessToken: string }>(answer)).accessToken;
  };
  const send = (at: GatewayProcess, token: string, url: string, init: RequestOptions = {}) =>
    at.fetch(url, { ...init, headers: { ...cookie, Authorization: `Bearer ${token}`, ...init.headers } });
  return {
    company,
    connections,
    /** Connects without anyone's page or gateway. */
    connectAtCodat: async () => {
      const { id } = await atCodat<WireConnection>(`/companies/${company}/connections`, {
        platformKey: 'gbol',
      });
      simulator.authorize(id);
    },
    send,
    tokenFrom,
    begin: (at: GatewayProcess, token: string, platformKey = 'gbol') =>
      send(at, token, connections, { method: 'POST', body: JSON.stringify({ platformKey }) }),
    /** Opens a sign-in link, as whoever is signed in here. */
    follow: (at: GatewayProcess, linkUrl: string) => at.fetch(linkUrl, { headers: cookie }),
    list: async (at: GatewayProcess, token: string) =>
      (await json<{ results: WireConnection[] }>(await send(at, token, connections))).results,
    events: (at: GatewayProcess, token: string, signal?: AbortSignal) =>
      send(at, token, `${baseUrl}/events`, signal ? { signal } : {}),
  };
}
