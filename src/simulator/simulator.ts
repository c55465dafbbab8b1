import { companyRoutes } from './routes/company-routes.js';
import { connectionRoutes } from './routes/connection-routes.js';
import { dataRoutes } from './routes/data-routes.js';
import type { SignInFailure } from './failures.js';
import { Faults } from './faults.js';
import { imageRoutes } from './routes/image-routes.js';
import { integrationRoutes } from './routes/integration-routes.js';
import { Memory } from './memory.js';
import { platforms, type SimulatedPlatform } from './platforms/platforms.js';
import type { PullStatus } from './pulls.js';
import { Quota } from './quota.js';
import { Refusal } from './routes/refusal.js';
import { answerBy, route, routesAt, type Route } from './routes/router.js';
import { signInRoutes } from './routes/sign-in-routes.js';
import type { SimulatorState } from './state.js';
import { webhookRoutes } from './routes/webhook-routes.js';
import { Webhooks, type NewConsumers, type WebhookConsumer } from './webhooks.js';
import { Wire } from './routes/wire.js';

/** How a simulator is set up. */
export interface SimulatorSettings {
  /** What `GET /integrations` lists. Default: `platforms`. */
  readonly platforms?: readonly SimulatedPlatform[];
  /** The key a caller must send, base64-encoded, as `Authorization: Basic …`. Default `simulator`. */
  readonly apiKey?: string;
  /** Where API, images and sign-in pages live, with the path it is mounted at, if any. Default `http://localhost:4174`. */
  readonly origin?: string;
  /** Where people are sent after signing in, with Codat's `{placeholders}`. Default: a page of the simulator's. */
  readonly redirectUrl?: string;
  /** The time in milliseconds since 1970. Syncs, expiry and the daily quota follow it. Default `Date.now`. */
  readonly now?: () => number;
  /** Links open once, and for a day. Default true; without it links carry no `otp`. */
  readonly oneTimeLinks?: boolean;
  /** Who is told of what happens, by signed webhooks. Default: nobody. */
  readonly webhookConsumers?: readonly WebhookConsumer[];
  /**
   * The secret of consumers that are made by `POST /webhooks`, which Codat shows in its Portal alone, and how their
   * webhooks get there. Default: they are listed, and nothing is sent to them.
   */
  readonly newConsumers?: NewConsumers;
  /** Where to go on from: what `snapshot` gave. */
  readonly state?: SimulatorState;
}

/** One request the simulator was asked. Only the path is kept: a query may hold a one-time password. */
export interface AskedRequest {
  readonly method: string;
  readonly path: string;
  /** Absent where the connection broke. */
  readonly status?: number;
}

/** Codat in memory, and a hand on what happens away from its API. */
export interface Simulator {
  readonly origin: string;
  readonly apiKey: string;
  /** Answers as Codat would; it can stand where a `fetch` is asked for. */
  readonly fetch: (request: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /** Everything it remembers, as JSON can hold it. */
  snapshot(): SimulatorState;
  /** Makes requests go wrong. */
  readonly faults: Faults;
  /** The last thousand requests, oldest first. */
  readonly requests: readonly AskedRequest[];
  /** A person signs in at the platform, for this organisation; `null` where the platform doesn't tell which. */
  authorize(connectionId: string, organisation?: string | null): void;
  /** A sign-in comes to nothing: 403 quit, 500 an error, 501 not supported. */
  addError(connectionId: string, statusCode: SignInFailure): void;
  /** The platform takes the access away. The connection must be linked. */
  deauthorize(connectionId: string): void;
  /** The computer an offline platform's books are on is switched on. */
  wake(connectionId: string): void;
  /** The reading of one data type ends like this, now. */
  endPull(connectionId: string, dataType: string, status: PullStatus): void;
  /**
   * Time has passed: tells of what has been read in full, and sends again the webhooks that are due once more. To be
   * called after the clock moved. Resolves when every webhook on its way has been answered.
   */
  tick(): Promise<void>;
}

const requestsKept = 1000;

/** Codat's API with pretend sign-in pages, in memory: `Request → Response`, in Node or on a page. */
export function createSimulator(settings: SimulatorSettings = {}): Simulator {
  const {
    apiKey = 'simulator',
    origin = 'http://localhost:4174',
    redirectUrl,
    oneTimeLinks = true,
  } = settings;
  const mount = new URL(origin).pathname.replace(/\/$/, '');
  const memory = new Memory(settings.platforms ?? platforms, settings.now ?? Date.now, settings.state);
  const wire = new Wire(memory, origin, oneTimeLinks);
  const webhooks = new Webhooks(memory, wire, settings.webhookConsumers ?? [], settings.newConsumers);
  const quota = new Quota(memory);
  const faults = new Faults();
  const requests: AskedRequest[] = [];

  const open = [...signInRoutes(memory, redirectUrl, oneTimeLinks), ...imageRoutes(memory)];
  const api = [
    ...companyRoutes(memory, wire),
    ...integrationRoutes(memory, wire),
    ...connectionRoutes(memory, wire),
    ...dataRoutes(memory, wire),
    ...webhookRoutes(memory, webhooks),
    route('GET', '/profile', () =>
      Response.json({ name: 'Simulated lender', redirectUrl: redirectUrl ?? '', whiteListUrls: [] }),
    ),
  ];

  const answerApi = async (request: Request, url: URL): Promise<Response> => {
    const known = request.headers.get('Authorization') === `Basic ${btoa(apiKey)}`;
    const answer = known
      ? await quota.count(() => refusalsAnswered(api, request, url))
      : new Refusal(401, 'Unauthorized').toResponse();
    return quota.mark(answer);
  };
  const answer = async (request: Request, url: URL): Promise<Response> =>
    routesAt(open, url).length > 0 ? refusalsAnswered(open, request, url) : answerApi(request, url);

  return {
    origin,
    apiKey,
    faults,
    requests,
    async fetch(input, init) {
      const request = requestOf(input, init);
      request.signal.throwIfAborted();
      const url = new URL(request.url);
      if (url.pathname.startsWith(`${mount}/`)) url.pathname = url.pathname.slice(mount.length);
      const asked = { method: request.method, path: url.pathname };
      const note = (entry: AskedRequest) => {
        requests.push(entry);
        if (requests.length > requestsKept) requests.shift();
      };
      try {
        const response = await faults.around(request, () => answer(request, url));
        note({ ...asked, status: response.status });
        return response;
      } catch (thrown) {
        note(asked);
        throw thrown;
      }
    },
    snapshot: () => structuredClone(memory.state),
    authorize: (connectionId, organisation = 'Demo Company') => memory.authorize(connectionId, organisation),
    addError: (connectionId, statusCode) => memory.addError(connectionId, statusCode),
    deauthorize: (connectionId) => memory.sever(connectionId, 'Deauthorized'),
    wake: (connectionId) => memory.wake(connectionId),
    endPull: (connectionId, dataType, status) => memory.endPull(connectionId, dataType, status),
    tick() {
      memory.endReads();
      return webhooks.send();
    },
  };
}

/** A server's own kind of request, which the platform does not take for one, is answered as it is. */
const requestOf = (input: Request | URL | string, init?: RequestInit): Request =>
  typeof input === 'object' && 'headers' in input && !init ? input : new Request(input, init);

async function refusalsAnswered(routes: readonly Route[], request: Request, url: URL): Promise<Response> {
  try {
    return await answerBy(routes, request, url);
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.toResponse();
    throw thrown;
  }
}
