import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { Assets } from './platforms/assets.js';
import { Brandings } from './platforms/brandings.js';
import { Catalogue } from './platforms/catalogue.js';
import { Codat } from './codat/codat.js';
import { Companies, type CompanyReference } from './connections/companies.js';
import { Connections } from './connections/connections.js';
import { Consents } from './consents/consents.js';
import { Locks } from './store/locks.js';
import { MergedReads } from './connections/merged-reads.js';
import { News } from './changes/news.js';
import { Problem, notFound } from './problem.js';
import { RateLimiter } from './limits/rate-limiter.js';
import { readSettings } from './read-settings.js';
import { apiRoutes } from './http/routes/api.js';
import { assetRoutes } from './http/routes/assets.js';
import { consentRoutes } from './http/routes/consents.js';
import { eventRoutes } from './http/routes/events.js';
import { healthRoutes } from './http/routes/health.js';
import { linkRoutes } from './http/routes/link.js';
import { platformRoutes } from './http/routes/platforms.js';
import { returnRoutes } from './http/routes/return.js';
import { shareRoutes } from './http/routes/share.js';
import { sharesRoutes } from './http/routes/shares.js';
import { SignIn } from './http/routes/sign-in.js';
import { tokenRoutes } from './http/routes/token.js';
import { letGoOn, problemIn, type Routes, type Visit, type Visiting } from './http/visit.js';
import { watchRequests } from './http/watch-requests.js';
import { webhookRoutes } from './http/routes/webhooks.js';
import type { GatewaySettings, Settings } from './settings.js';
import { Shares } from './share-links/shares.js';
import { Shutdown, type Closed } from './shutdown.js';
import { Signer } from './auth/signer.js';
import { Webhooks } from './changes/webhooks.js';

/** The host's side of Connect Elements, to be mounted at the path of `baseUrl`, before any body parser. */
export interface Gateway<Context = unknown> {
  /** Answers a request under the mount. Never rejects. `context` comes back to the host's `company`. */
  fetch(request: Request, context?: Context): Promise<Response>;
  /**
   * Codat's id of a customer of the lender, found by the lender's own reference or else created, once. Rejects
   * with a {@link Problem} when Codat can't be asked.
   */
  ensureCompany(reference: CompanyReference): Promise<string>;
  /**
   * To be called before the process ends, while its server still listens: refuses new changes and listeners with a 503,
   * ends the streams of those who listen, who go to another process, and waits for what is under way, `timeoutMs` at
   * most (20,000 by default). Resolves with what was cut. Reads are answered until the server itself closes.
   */
  close(options?: { readonly timeoutMs?: number }): Promise<Closed>;
}

/** Sets up a gateway. Throws a `TypeError` that names the cure when a setting is missing or malformed. */
export function createGateway<Context = unknown>(given: GatewaySettings<Context>): Gateway<Context> {
  const settings = readSettings(given);
  const { companies, news, routes, shutdown } = assemble(settings);
  const app = mount(settings, routes, shutdown);
  const answerTo = async (request: Request, context: Context | undefined): Promise<Response> => {
    const work = { name: `${request.method} …` };
    const goOn = (later: Promise<unknown>): void => {
      letGoOn(later, context);
      shutdown.during({ name: work.name }, () => later).catch(() => undefined);
    };
    const response = await shutdown.during(work, async () => app.fetch(request, { context, work, goOn }));
    response.headers.set('X-Content-Type-Options', 'nosniff');
    return response;
  };
  const close = async (timeoutMs: number): Promise<Closed> => {
    shutdown.begin();
    const [cut] = await Promise.all([shutdown.wait(timeoutMs), news.endAll()]);
    // Someone may have been about to listen.
    await news.endAll();
    news.leave();
    return { cut };
  };
  let closed: Promise<Closed> | undefined;

  return {
    async fetch(request, context) {
      // This process hears the others from its first request on, and again soon after it could not.
      news.listen().catch(() => undefined);
      const answer = answerTo(request, context);
      // Other requests may wait for what this one began, and a client that goes away would end it on Workers.
      letGoOn(answer, context);
      return answer;
    },
    async ensureCompany(reference) {
      shutdown.demandOpen();
      return shutdown.during({ name: 'ensureCompany' }, () => companies.ensure(reference));
    },
    close: ({ timeoutMs = 20_000 } = {}) => (closed ??= close(timeoutMs)),
  };
}

/**
 * The gateway's parts, put together: every route it has, and no others.
 * @internal
 */
export function assemble(settings: Settings): {
  companies: Companies;
  news: News;
  routes: Routes;
  shutdown: Shutdown;
} {
  const shutdown = new Shutdown();
  const locks = new Locks(settings.store, shutdown);
  const codat = new Codat(settings);
  const signer = new Signer(settings);
  const reads = new MergedReads(settings, () => codat.isLow);
  const news = new News(reads, settings);
  const rateLimiter = new RateLimiter(settings);
  const assets = new Assets(settings);
  const brandings = new Brandings(codat, assets, settings);
  const catalogue = new Catalogue(codat, assets, brandings, settings);
  const connections = new Connections({
    codat,
    catalogue,
    locks,
    news,
    rateLimiter,
    reads,
    signer,
    settings,
  });
  const consents = new Consents(catalogue, rateLimiter, signer, settings);
  const shares = new Shares(catalogue, connections, locks, rateLimiter, settings);
  const signIn = new SignIn(connections, signer, settings);
  const webhooks = new Webhooks(news, settings);
  const companies = new Companies(codat, locks, settings);

  const routes: Routes = {
    ...tokenRoutes(rateLimiter, signer, settings),
    ...platformRoutes(catalogue),
    ...apiRoutes({ brandings, catalogue, codat, connections, consents, reads, settings, signer }),
    ...consentRoutes(consents, signer, settings),
    ...sharesRoutes({ consents, settings, shares, signer }),
    ...shareRoutes(shares, signIn, settings),
    ...linkRoutes({ rateLimiter, settings, signer, signIn }),
    ...returnRoutes({ connections, news, rateLimiter, settings, signer }),
    ...eventRoutes({ news, rateLimiter, settings, shutdown, signer }),
    ...webhookRoutes(webhooks, settings),
    ...assetRoutes(assets),
    ...healthRoutes(catalogue, settings),
  };
  return { companies, news, routes, shutdown };
}

/** Every route under the prefix, with an answer to methods it has not got. */
function mount(settings: Settings, routes: Routes, shutdown: Shutdown): Hono<Visiting> {
  const { allowedOrigins, prefix } = settings;
  // Sites that end every path with a slash redirect to it: each route is there as well.
  const app = new Hono<Visiting>({ strict: false });
  app.use(watchRequests(settings));
  if (allowedOrigins.length > 0) app.use(forPagesOf(allowedOrigins));
  for (const [path, handlers] of entriesOf(routes)) {
    app.use(prefix + path, async (visit, next) => {
      visit.set('route', path);
      visit.env.work.name = `${visit.req.method} ${path}`;
      if (changing.has(visit.req.method) && path !== '/token') shutdown.demandOpen();
      await next();
    });
    for (const [method, handle] of Object.entries(handlers)) app.on(method, prefix + path, handle);
    app.all(prefix + path, (visit) => otherMethod(visit, Object.keys(handlers)));
  }
  app.notFound(() => notFound().toResponse());
  app.onError((thrown, visit) => problemIn(visit, thrown, settings).toResponse());
  return app;
}

/** Methods by which something is changed; a token may be had until the end. */
const changing: ReadonlySet<string> = new Set(['POST', 'PATCH', 'DELETE']);

// TypeScript widens the keys of any object to text.
const entriesOf = (routes: Routes) =>
  Object.entries(routes) as [keyof Routes, NonNullable<Routes[keyof Routes]>][];

/** Lets browsers show these pages, and no others from elsewhere, what the gateway answers them. */
const forPagesOf = (origins: readonly string[]) =>
  cors({
    origin: [...origins],
    credentials: true,
    allowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
    exposeHeaders: ['Retry-After'],
    maxAge: 600,
  });

function otherMethod(visit: Visit, methods: string[]): Response {
  const Allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (visit.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow } });
  const response = new Problem(405, 'This is not done here.').toResponse();
  response.headers.set('Allow', Allow);
  return response;
}
