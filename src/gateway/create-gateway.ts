import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { AssetStore } from './platforms/asset-store.js';
import { BrandingCache } from './platforms/branding-cache.js';
import { Catalogue } from './platforms/catalogue.js';
import { CodatClient } from './codat/codat-client.js';
import { CompanyProvisioner, type ReferencedCompany } from './connections/company-provisioner.js';
import { Connections } from './connections/connections.js';
import { RequiredConsents } from './consents/required-consents.js';
import { Locks } from './store/locks.js';
import { CodatResponseCache } from './codat/response-cache.js';
import { ChangeFeed } from './changes/change-feed.js';
import { GatewayDataErasure, type ForgottenCompany } from './erasure/gateway-data-erasure.js';
import { HttpError, createNotFoundError, createOutsideMountError } from './http-error.js';
import { RateLimiter } from './limits/rate-limiter.js';
import { validateHostSecrets, parseSettings } from './parse-settings.js';
import { createCodatProxyHandlers } from './http/routes/codat-proxy.js';
import { createAssetHandlers } from './http/routes/assets.js';
import { createConsentHandlers } from './http/routes/consents.js';
import { createEventStreamHandlers } from './http/routes/events.js';
import { createHealthHandlers } from './http/routes/health.js';
import { createSignInLinkHandlers } from './http/routes/sign-in-link.js';
import { createPlatformListHandlers } from './http/routes/platform-list.js';
import { createReturnHandlers } from './http/routes/return.js';
import { createShareLinkPageHandlers } from './http/routes/share-link-page.js';
import { createShareLinkApiHandlers } from './http/routes/share-link-api.js';
import { SignInRedirector } from './http/sign-in-redirector.js';
import { createTokenHandlers } from './http/routes/token.js';
import {
  callHostWaitUntil,
  convertAndReportRequestError,
  type HandlersByPathAndMethod,
  type RequestContext,
  type Env,
} from './http/request-context.js';
import { createRequestEventMiddleware } from './http/create-request-event-middleware.js';
import { createWebhookHandlers } from './http/routes/webhooks.js';
import type { GatewaySettings, HostSecrets, ParsedSettings } from './settings.js';
import { ShareLinks } from './share-links/share-links.js';
import { WorkTracker, type CloseResult, type WaitUntil } from './work-tracker.js';
import { Signer } from './auth/signer.js';
import { findWeakSettings } from './find-weak-settings.js';
import { WebhookReceiver } from './changes/webhook-receiver.js';

/** The host's side of Connect Elements. Mount it at the path of `baseUrl`, before any body parser. */
export interface Gateway<Context = unknown> {
  /** Answers a request under the mount. Never rejects. `context` is passed to the host's `company` and `onConsent`. */
  fetch(request: Request, context?: Context): Promise<Response>;
  /**
   * Resolves with Codat's id of the lender's customer, whose company is created if Codat has none with this reference.
   * Rejects with an {@link HttpError} when Codat or the store fails, and with a `TypeError` for an invalid reference.
   */
  ensureCompany(reference: ReferencedCompany): Promise<string>;
  /**
   * Erases what every process and the store hold of a company, by Codat's id or the lender's reference, and revokes
   * what was signed for it except page tokens. The answer lists the data that remains, such as Codat's own. Undefined
   * when Codat has no company with that reference. May be repeated. Rejects with an {@link HttpError} when Codat, the
   * store or the bus fails, and with a `TypeError` for an invalid id or reference.
   */
  forgetCompany(
    company: string | Pick<ReferencedCompany, 'reference'>,
  ): Promise<ForgottenCompany | undefined>;
  /**
   * Uses other secrets from now on; those that are left out stay. Throws a `TypeError` that names the remedy, and changes
   * nothing, when one is malformed. What another process signs with a new key is accepted here once this process has that
   * key too.
   */
  changeSecrets(secrets: Partial<HostSecrets>): void;
  /**
   * Call it before the process ends, while its server still listens. Refuses changes and new event streams with a 503,
   * closes the open streams, whose pages connect to another process, and waits for work in progress, at most `timeoutMs`
   * (default 20,000). Resolves with the work that was cut off. Reads are answered until the server itself closes.
   */
  close(options?: { readonly timeoutMs?: number | undefined }): Promise<CloseResult>;
}

/** Creates a gateway. Throws a `TypeError` that names the remedy when a setting is missing or malformed. */
export function createGateway<Context = unknown>(options: GatewaySettings<Context>): Gateway<Context> {
  const settings = parseSettings(options);
  const { companies, changeFeed, erasure, routes, workTracker } = createServicesAndRoutes(settings);
  const app = createApp(settings, routes, workTracker);
  const respond = async (request: Request, context: Context | undefined): Promise<Response> => {
    const task = { name: `${request.method} …` };
    const waitUntil: WaitUntil = (work) => {
      callHostWaitUntil(work, context);
      workTracker.track({ name: task.name }, () => work).catch(() => undefined);
    };
    const response = await workTracker.track(task, async () =>
      app.fetch(request, { context, task, waitUntil }),
    );
    response.headers.set('X-Content-Type-Options', 'nosniff');
    return response;
  };
  const close = async (timeoutMs: number): Promise<CloseResult> => {
    workTracker.refuseWork();
    const [cut] = await Promise.all([workTracker.waitForIdle(timeoutMs), changeFeed.endAllSubscriptions()]);
    // A page may have subscribed meanwhile.
    await changeFeed.endAllSubscriptions();
    changeFeed.disconnect();
    return { cut };
  };
  let closed: Promise<CloseResult> | undefined;
  let secrets: HostSecrets = options;

  return {
    async fetch(request, context) {
      // Connect to the bus with the first request, and again after it was lost.
      changeFeed.connect().catch(() => undefined);
      const answer = respond(request, context);
      // Workers stop a request when its client disconnects, and other requests may wait for its work.
      callHostWaitUntil(answer, context);
      return answer;
    },
    async ensureCompany(reference) {
      workTracker.assertOpen();
      return workTracker.track({ name: 'ensureCompany' }, () => companies.ensure(reference));
    },
    forgetCompany: (company) => workTracker.track({ name: 'forgetCompany' }, () => erasure.forget(company)),
    changeSecrets(changed) {
      const next = { ...secrets, ...changed };
      settings.secrets.current = validateHostSecrets(next);
      secrets = next;
      for (const weakness of findWeakSettings(settings)) settings.emit(weakness);
    },
    close: ({ timeoutMs = 20_000 } = {}) => (closed ??= close(timeoutMs)),
  };
}

/**
 * Creates the gateway's objects and all its routes.
 * @internal
 */
export function createServicesAndRoutes(settings: ParsedSettings): {
  companies: CompanyProvisioner;
  changeFeed: ChangeFeed;
  erasure: GatewayDataErasure;
  routes: HandlersByPathAndMethod;
  workTracker: WorkTracker;
} {
  const workTracker = new WorkTracker();
  const locks = new Locks(settings.store, workTracker);
  const codat = new CodatClient(settings);
  const signer = new Signer(settings);
  const responseCache = new CodatResponseCache(settings, () => codat.limits.isLow);
  const changeFeed = new ChangeFeed(responseCache, settings);
  const rateLimiter = new RateLimiter(settings);
  const assets = new AssetStore(settings);
  const brandings = new BrandingCache(codat, assets, settings);
  const catalogue = new Catalogue(codat, assets, brandings, settings);
  const connections = new Connections({
    codat,
    catalogue,
    locks,
    changeFeed,
    rateLimiter,
    responseCache,
    signer,
    settings,
  });
  const consents = new RequiredConsents(catalogue, rateLimiter, signer, settings);
  const shareLinks = new ShareLinks(catalogue, connections, locks, rateLimiter, settings);
  const signIn = new SignInRedirector(connections, signer, settings);
  const webhooks = new WebhookReceiver(changeFeed, settings);
  const companies = new CompanyProvisioner(codat, locks, settings);
  const erasure = new GatewayDataErasure({
    changeFeed,
    codat,
    companies,
    rateLimiter,
    responseCache,
    settings,
    shareLinks,
    signer,
  });

  const routes: HandlersByPathAndMethod = {
    ...createTokenHandlers(rateLimiter, signer, settings),
    ...createPlatformListHandlers(catalogue, settings),
    ...createCodatProxyHandlers({
      brandings,
      catalogue,
      codat,
      connections,
      consents,
      responseCache,
      settings,
      signer,
    }),
    ...createConsentHandlers(consents, signer, settings),
    ...createShareLinkApiHandlers({ consents, settings, shareLinks, signer }),
    ...createShareLinkPageHandlers({ settings, shareLinks, workTracker, signIn }),
    ...createSignInLinkHandlers({ rateLimiter, settings, workTracker, signer, signIn }),
    ...createReturnHandlers({ connections, changeFeed, rateLimiter, settings, signer }),
    ...createEventStreamHandlers({ changeFeed, rateLimiter, settings, workTracker, signer }),
    ...createWebhookHandlers(webhooks, settings),
    ...createAssetHandlers(assets),
    ...createHealthHandlers(catalogue, settings),
  };
  return { companies, changeFeed, erasure, routes, workTracker };
}

/** A Hono app with every route under the prefix, and a 405 for its other methods. */
function createApp(
  settings: ParsedSettings,
  routes: HandlersByPathAndMethod,
  workTracker: WorkTracker,
): Hono<Env> {
  const { allowedOrigins, prefix } = settings;
  // Not strict: some sites redirect every path to one with a trailing slash.
  const app = new Hono<Env>({ strict: false });
  app.use(createRequestEventMiddleware(settings));
  if (allowedOrigins.length > 0) app.use(corsFor(allowedOrigins));
  for (const [path, handlers] of routeEntries(routes)) {
    app.use(prefix + path, async (c, next) => {
      c.set('route', path);
      c.env.task.name = `${c.req.method} ${path}`;
      if (changingMethods.has(c.req.method) && !unrefusedPaths.has(path)) workTracker.assertOpen();
      await next();
    });
    for (const [method, handle] of Object.entries(handlers)) app.on(method, prefix + path, handle);
    app.all(prefix + path, (c) => methodNotAllowed(c, Object.keys(handlers)));
  }
  app.notFound(({ req }) => {
    const isOurs = req.path.startsWith(`${prefix}/`);
    return (isOurs ? createNotFoundError() : createOutsideMountError(prefix)).toResponse();
  });
  app.onError((thrown, c) => convertAndReportRequestError(c, thrown, settings).toResponse());
  return app;
}

/** Methods that change something, which a closing gateway refuses. */
const changingMethods: ReadonlySet<string> = new Set(['POST', 'PATCH', 'DELETE']);

/** Exempt from that refusal: tokens are issued until the end, and our two pages refuse a submitted form with an error page. */
const unrefusedPaths: ReadonlySet<string> = new Set(['/token', '/share/:secret', '/link/:signed']);

// TypeScript types the keys of any object as strings.
const routeEntries = (routes: HandlersByPathAndMethod) =>
  Object.entries(routes) as [
    keyof HandlersByPathAndMethod,
    NonNullable<HandlersByPathAndMethod[keyof HandlersByPathAndMethod]>,
  ][];

/** CORS for pages of these origins. */
const corsFor = (origins: readonly string[]) =>
  cors({
    origin: [...origins],
    credentials: true,
    allowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
    exposeHeaders: ['Retry-After'],
    maxAge: 600,
  });

function methodNotAllowed(c: RequestContext, methods: string[]): Response {
  const Allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow } });
  const response = new HttpError(405, 'This is not done here.').toResponse();
  response.headers.set('Allow', Allow);
  return response;
}
