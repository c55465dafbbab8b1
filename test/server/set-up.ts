import { request as httpRequest } from 'node:http';
import { SignJWT } from 'jose';
import { Webhook } from 'standardwebhooks';
import { readServerSettings } from '../../src/server/read-server-settings.js';
import { startServer, type RunningServer } from '../../src/server/start-server.js';
import { createSimulator, type Simulator } from '../../src/simulator/index.js';
import { apiKey, baseUrl, codatOrigin, fewPlatforms, signingKey } from '../gateway/set-up.js';

export type Env = Record<string, string>;

/** Secrets of the tests, each for one purpose. */
export const secrets = {
  tokens: 'a-secret-of-thirty-two-bytes-or-more-1',
  proxy: 'a-secret-of-thirty-two-bytes-or-more-2',
  internal: 'a-secret-of-thirty-two-bytes-or-more-3',
  hooks: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
};

const appOrigin = 'http://app.internal:8000';

/** The three ways of identity as settings. */
export const identities = {
  ask: { IDENTITY: 'ask', IDENTITY_URL: `${appOrigin}/identity`, IDENTITY_TIMEOUT_MS: '2000' },
  token: {
    IDENTITY: 'token',
    IDENTITY_COOKIE: 'session',
    IDENTITY_SHARED_SECRET: secrets.tokens,
    IDENTITY_ISSUER: 'https://lender.example',
    IDENTITY_AUDIENCE: 'codat',
    IDENTITY_NAMES: 'reference',
  },
  proxy: {
    IDENTITY: 'proxy',
    IDENTITY_HEADER: 'x-customer',
    IDENTITY_SECRET_HEADER: 'x-proxy-secret',
    IDENTITY_SECRET: secrets.proxy,
    IDENTITY_NAMES: 'reference',
  },
} satisfies Record<string, Env>;

/** A call of a hook that the lender's app got, its signature checked. */
export interface HookCall {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** A header as it is sent: a list is sent as so many headers. */
export type Headers = Record<string, string | string[]>;

/** A server in this process, at a simulated Codat, beside an app of the lender's that the test plays. */
export interface ServerSetUp {
  readonly server: RunningServer;
  readonly simulator: Simulator;
  /** Requests to anyone but Codat and the lender's app: there must never be one. */
  readonly foreignRequests: string[];
  /** Lines of its log. */
  readonly log: string[];
  /** Set `hold` to have Codat's answers wait; `held` counts those that wait. */
  readonly codat: { hold: Promise<void> | undefined; held: number };
  /** The lender's app: who is signed in by which cookie, and what it has been asked. */
  readonly app: LenderApp;
  /** A request to the public port, below the mount. */
  readonly call: (path: string, init?: CallInit) => Promise<Response>;
  /** A request to the internal port. */
  readonly inside: (path: string, init?: CallInit) => Promise<Response>;
  readonly metrics: () => Promise<string>;
  /** The company's page: a token, and a request with it. */
  readonly tokenOf: (headers: Headers) => Promise<{ companyId: string; accessToken: string }>;
}

interface CallInit {
  readonly method?: string;
  readonly headers?: Headers;
  readonly body?: string;
  /** The path as it is sent, which a URL can't hold unchanged. */
  readonly rawPath?: string;
}

/** The lender's app. Set `answer` or `hook` to have it answer differently. */
export class LenderApp {
  /** Cookie → what identifies its person. */
  readonly sessions = new Map<string, object>();
  readonly questions: Request[] = [];
  readonly hooks: HookCall[] = [];
  answer: (request: Request) => Response | Promise<Response> = (request) => {
    const person = this.sessions.get(request.headers.get('Cookie') ?? '');
    return person ? Response.json(person) : new Response(null, { status: 401 });
  };
  hook: (call: HookCall) => Response | Promise<Response> = () => new Response(null, { status: 204 });

  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/identity') {
      this.questions.push(request);
      return orAborted(request.signal, Promise.resolve(this.answer(request)));
    }
    const body = await request.text();
    const headers = Object.fromEntries(request.headers);
    const call = new Webhook(secrets.hooks).verify(body, headers) as HookCall;
    this.hooks.push(call);
    return orAborted(request.signal, Promise.resolve(this.hook(call)));
  }
}

/** What a network does: a request that was given up has no answer. */
function orAborted(signal: AbortSignal, answer: Promise<Response>): Promise<Response> {
  const aborted = new Promise<never>((_, reject) => {
    // What aborts it is an error: the timeout.
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
  return Promise.race([answer, aborted]);
}

export async function setUpServer(env: Env): Promise<ServerSetUp> {
  const app = new LenderApp();
  const log: string[] = [];
  const foreignRequests: string[] = [];
  const simulator = createSimulator({
    apiKey,
    origin: codatOrigin,
    redirectUrl: `${baseUrl}/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`,
    platforms: fewPlatforms,
    webhookConsumers: env['CODAT_WEBHOOK_SECRETS']
      ? [
          {
            url: `${baseUrl}/webhooks`,
            secret: env['CODAT_WEBHOOK_SECRETS'],
            deliver: (request) => deliver(request),
          },
        ]
      : [],
  });
  const fetch = (request: Request): Promise<Response> => {
    const { origin } = new URL(request.url);
    if (origin === appOrigin) return app.fetch(request);
    if (origin === codatOrigin) return answerOfCodat(request);
    foreignRequests.push(request.url);
    return Promise.reject(new TypeError('fetch failed'));
  };
  const codat: ServerSetUp['codat'] = { hold: undefined, held: 0 };
  const answerOfCodat = async (request: Request): Promise<Response> => {
    if (codat.hold) {
      codat.held++;
      await codat.hold;
    }
    return simulator.fetch(request);
  };
  const read = readServerSettings({
    CODAT_API_KEY: apiKey,
    CODAT_URL: codatOrigin,
    BASE_URL: baseUrl,
    SIGNING_KEYS: signingKey,
    RETURN_TO: '/connected',
    PORT: '0',
    INTERNAL_PORT: '0',
    HOST: '127.0.0.1',
    DRAIN_SECONDS: '0',
    INTERNAL_KEY: secrets.internal,
    ...env,
  });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const server = await startServer([read.settings], {
    fetch,
    date: Date.now,
    print: (line) => log.push(line),
  });

  const call: ServerSetUp['call'] = (path, init) => send(`${server.url}/codat${path}`, init);
  const inside: ServerSetUp['inside'] = (path, init) => send(server.internalUrl + path, init);
  const deliver = async (request: Request): Promise<Response> =>
    call('/webhooks', {
      method: 'POST',
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
    });
  return {
    server,
    simulator,
    codat,
    foreignRequests,
    log,
    app,
    call,
    inside,
    metrics: async () => (await inside('/metrics')).text(),
    tokenOf: async (headers) => {
      const answer = await call('/token', { method: 'POST', headers });
      if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as { companyId: string; accessToken: string };
    },
  };
}

/** Sends a request with exactly these headers; `fetch` would join those of one name. */
export function send(
  url: string,
  { method = 'GET', headers = {}, body, rawPath }: CallInit = {},
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const length =
      body === undefined ? {} : { 'Content-Length': String(new TextEncoder().encode(body).length) };
    const outgoing = httpRequest(
      url,
      {
        method,
        headers: { ...length, ...headers },
        agent: false,
        ...(rawPath !== undefined && { path: rawPath }),
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const { statusCode: status = 0 } = answer;
          const hasBody = status !== 204 && status !== 304;
          const kept = Object.entries(answer.headers).flatMap(([name, value]) =>
            [value ?? []].flat().map((one): [string, string] => [name, one]),
          );
          resolve(new Response(hasBody ? Buffer.concat(chunks).toString() : null, { status, headers: kept }));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** A token of the lender's app for the way `token`. */
export function sessionToken(
  claims: Record<string, unknown>,
  { secret = secrets.tokens, algorithm = 'HS256' }: { secret?: string; algorithm?: string } = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const all: Record<string, unknown> = {
    iss: 'https://lender.example',
    aud: 'codat',
    iat: now,
    exp: now + 600,
    ...claims,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return new SignJWT(given).setProtectedHeader({ alg: algorithm }).sign(new TextEncoder().encode(secret));
}
