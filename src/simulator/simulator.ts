import { createCompanyRoutes } from './routes/company-routes.js';
import { createConnectionRoutes } from './routes/connection-routes.js';
import { createPullRoutes } from './routes/pull-routes.js';
import type { SignInFailureStatus } from './data-connection-error-texts.js';
import { Faults } from './faults.js';
import { createStaticAssetRoutes } from './routes/static-asset-routes.js';
import { createIntegrationRoutes } from './routes/integration-routes.js';
import { Database } from './database.js';
import { platforms, type SimulatedPlatform } from './platforms/platforms.js';
import type { PullStatus } from './pulls.js';
import { Quota } from './quota.js';
import { ApiError } from './routes/api-error.js';
import { dispatchToRoute, createRoute, filterRoutesByPath, type Route } from './routes/router.js';
import { createSignInRoutes } from './routes/sign-in-routes.js';
import type { SimulatorState } from './state.js';
import { createWebhookRoutes } from './routes/webhook-routes.js';
import { WebhookSender, type NewConsumerDefaults, type WebhookConsumer } from './webhook-sender.js';
import { RecordSerializer } from './routes/record-serializer.js';

/** The settings of {@link createSimulator}. */
export interface SimulatorSettings {
  /** The platforms that `GET /integrations` lists. Default: `platforms`. */
  readonly platforms?: readonly SimulatedPlatform[] | undefined;
  /** The API key that calls must have, base64-encoded, in `Authorization: Basic …`. Default `simulator`. */
  readonly apiKey?: string | undefined;
  /** The public URL of the API, images and sign-in pages, with the path of the mount, if any. Default `http://localhost:4174`. */
  readonly origin?: string | undefined;
  /** The URL that people are redirected to after sign-in, with Codat's `{placeholders}`. Default: a page of the simulator's. */
  readonly redirectUrl?: string | undefined;
  /** The organisation that the sign-in page suggests, by the company's name. Default: that name. */
  readonly organisationOf?: ((company: string) => string) | undefined;
  /** The time in milliseconds since 1970. Syncs, expiry and the daily quota follow it. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Whether links open once, and for a day. Default true. If false, links have no `otp`. */
  readonly oneTimeLinks?: boolean | undefined;
  /** The consumers that get signed webhooks. Default: none. */
  readonly webhookConsumers?: readonly WebhookConsumer[] | undefined;
  /**
   * The secret of consumers created by `POST /webhooks`, which Codat shows only in its Portal, and how their webhooks are
   * delivered. Default: they are listed, and get no webhooks.
   */
  readonly newConsumers?: NewConsumerDefaults | undefined;
  /** The state to start with, from `snapshot`. Default: no companies. */
  readonly state?: SimulatorState | undefined;
}

/** One request to the simulator, without its query, which may hold a one-time password. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** Absent when the connection broke. */
  readonly status?: number;
}

/** Codat in memory, with methods for events that happen outside of its API. */
export interface Simulator {
  readonly origin: string;
  readonly apiKey: string;
  /** Answers as Codat would; can be used as a `fetch`. */
  readonly fetch: (request: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /** A copy of its whole state, which can be stored as JSON. */
  snapshot(): SimulatorState;
  /** Faults that make requests fail. */
  readonly faults: Faults;
  /** The last thousand requests, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** A person signs in at the platform, for this organisation; `null` when the platform returns no name. Default `Demo Company`. */
  authorize(connectionId: string, organisation?: string | null): void;
  /** A sign-in fails: 403 cancelled, 500 an error, 501 not supported. */
  addError(connectionId: string, statusCode: SignInFailureStatus): void;
  /** The platform revokes the access. The connection must be linked. */
  deauthorize(connectionId: string): void;
  /** The computer with the books of an offline platform is switched on, so that its sync starts. */
  wake(connectionId: string): void;
  /** Ends the sync of one data type now, with this status. */
  endPull(connectionId: string, dataType: string, status: PullStatus): void;
  /**
   * Call it after the clock moved: emits the events of completed syncs, and sends the webhooks that are due again.
   * Resolves when every webhook being delivered has been answered.
   */
  tick(): Promise<void>;
}

const maxRequests = 1000;

/** Codat's API with pretend sign-in pages, in memory: `Request → Response`, in Node or on a page. */
export function createSimulator(settings: SimulatorSettings = {}): Simulator {
  const {
    apiKey = 'simulator',
    origin = 'http://localhost:4174',
    redirectUrl,
    oneTimeLinks = true,
    organisationOf = (company) => company,
  } = settings;
  const mount = new URL(origin).pathname.replace(/\/$/, '');
  const database = new Database(settings.platforms ?? platforms, settings.now ?? Date.now, settings.state);
  const serializer = new RecordSerializer(database, origin, oneTimeLinks);
  const webhooks = new WebhookSender(
    database,
    serializer,
    settings.webhookConsumers ?? [],
    settings.newConsumers,
  );
  const quota = new Quota(database);
  const faults = new Faults();
  const requests: RecordedRequest[] = [];

  const publicRoutes = [
    ...createSignInRoutes(database, { redirectUrl, oneTimeLinks, organisationOf }),
    ...createStaticAssetRoutes(database),
  ];
  const apiRoutes = [
    ...createCompanyRoutes(database, serializer),
    ...createIntegrationRoutes(database, serializer),
    ...createConnectionRoutes(database, serializer),
    ...createPullRoutes(database, serializer),
    ...createWebhookRoutes(database, webhooks),
    createRoute('GET', '/profile', () =>
      Response.json({ name: 'Simulated lender', redirectUrl: redirectUrl ?? '', whiteListUrls: [] }),
    ),
  ];

  const answerApi = async (request: Request, url: URL): Promise<Response> => {
    const isAuthorized = request.headers.get('Authorization') === `Basic ${btoa(apiKey)}`;
    const answer = isAuthorized
      ? await quota.countAndAnswer(() => handleWithErrors(apiRoutes, request, url))
      : new ApiError(401, 'Unauthorized').toResponse();
    return quota.addHeaders(answer);
  };
  const answer = async (request: Request, url: URL): Promise<Response> =>
    filterRoutesByPath(publicRoutes, url).length > 0
      ? handleWithErrors(publicRoutes, request, url)
      : answerApi(request, url);

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
      const entry = { method: request.method, path: url.pathname };
      const record = (newest: RecordedRequest) => {
        requests.push(newest);
        if (requests.length > maxRequests) requests.shift();
      };
      try {
        const response = await faults.apply(request, () => answer(request, url));
        record({ ...entry, status: response.status });
        return response;
      } catch (thrown) {
        record(entry);
        throw thrown;
      }
    },
    snapshot: () => structuredClone(database.state),
    authorize: (connectionId, organisation = 'Demo Company') =>
      database.authorize(connectionId, organisation),
    addError: (connectionId, statusCode) => database.addError(connectionId, statusCode),
    deauthorize: (connectionId) => database.endAccess(connectionId, 'Deauthorized'),
    wake: (connectionId) => database.wake(connectionId),
    endPull: (connectionId, dataType, status) => database.endPull(connectionId, dataType, status),
    tick() {
      database.emitCompletedSyncs();
      return webhooks.send();
    },
  };
}

/** A server's own request object, which `new Request` would not accept, is used as it is. */
const requestOf = (input: Request | URL | string, init?: RequestInit): Request =>
  typeof input === 'object' && 'headers' in input && !init ? input : new Request(input, init);

async function handleWithErrors(routes: readonly Route[], request: Request, url: URL): Promise<Response> {
  try {
    return await dispatchToRoute(routes, request, url);
  } catch (thrown) {
    if (thrown instanceof ApiError) return thrown.toResponse();
    throw thrown;
  }
}
