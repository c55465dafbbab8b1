import type { Context } from 'hono';
import type { RoutePath } from '../telemetry/gateway-event.js';
import { Problem, notFound, problemOf } from '../problem.js';
import type { Settings } from '../settings.js';
import type { Signer } from '../auth/signer.js';

/** What goes with a request: what the host passed beside it, and what is found out of it for the host's log. */
export interface Visiting {
  Bindings: {
    context: unknown;
    work: { name: string };
    /** Lets work go on after the answer. */
    goOn: (work: Promise<unknown>) => void;
  };
  Variables: { route?: RoutePath; company?: string; correlationId?: string | undefined };
}

/** One request on its way through the gateway. */
export type Visit = Context<Visiting>;

type Handler = (visit: Visit) => Response | Promise<Response>;

/** Paths under the mount, and who answers which method there. */
export type Routes = Partial<
  Record<RoutePath, Partial<Record<'GET' | 'POST' | 'PATCH' | 'DELETE', Handler>>>
>;

/** What to answer to anything thrown, for the host to be told of by what Codat calls it. */
export function problemIn(visit: Visit, thrown: unknown, { tell }: Settings): Problem {
  const problem = problemOf(thrown, tell);
  visit.set('correlationId', problem.correlationId);
  return problem;
}

/** A named part of the path. Throws a 404 when the route has none by that name. */
export function part(visit: Visit, name: string): string {
  const value = visit.req.param(name);
  if (value === undefined) throw notFound();
  return value;
}

/** The token a request carries, or an empty string. */
export const bearer = (visit: Visit): string =>
  /^Bearer +(\S+)$/i.exec(visit.req.header('Authorization') ?? '')?.[1] ?? '';

/**
 * Whether a browser only fetches ahead of a wish that may never come (https://wicg.github.io/nav-speculation/prefetch.html).
 * Before `Sec-Purpose` Chrome said `Purpose: prefetch`, Firefox `X-Moz: prefetch`, Safari `X-Purpose: preview`.
 */
export const isPrefetch = ({ req }: Visit): boolean =>
  ['Sec-Purpose', 'Purpose', 'X-Purpose', 'X-Moz'].some((name) =>
    /prefetch|prerender|preview/i.test(req.header(name) ?? ''),
  );

/** The answer to what only looks ahead. */
export const nothingYet = (): Response =>
  new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });

/** Whether the page has a reason to believe that something changed. */
export const wantsNews = ({ req }: Visit): boolean =>
  req.header('Cache-Control')?.includes('no-cache') ?? false;

/** Lets work go on after the answer. A gateway that closes waits for it. */
export const inBackground = ({ env }: Visit): ((work: Promise<unknown>) => void) => env.goOn;

/** Lets work go on whatever becomes of its request, where the host's context can (Workers: `waitUntil`). */
export function letGoOn(work: Promise<unknown>, context: unknown): void {
  if (canWait(context)) context.waitUntil(work);
}

const canWait = (context: unknown): context is { waitUntil(work: Promise<unknown>): void } =>
  typeof context === 'object' &&
  context !== null &&
  'waitUntil' in context &&
  typeof context.waitUntil === 'function';

/** Who the host says this is, going by what a browser sends along by itself. */
export const askWithCookies = (visit: Visit, { company }: Settings): Promise<string | null> => {
  const { url, method, headers } = visit.req.raw;
  const cookie = headers.get('Cookie');
  const request = new Request(url, { method, headers: cookie === null ? {} : { Cookie: cookie } });
  return company(request, visit.env.context);
};

/**
 * Rejects with a 403 what a page of neither the lender's site nor an allowed origin asks: cookies come along from
 * anywhere (https://web.dev/articles/fetch-metadata).
 */
export function refuseOtherSites({ req }: Visit, { origin, allowedOrigins }: Settings): void {
  const asker = req.header('Origin') ?? origin;
  const isOwn = asker === origin && ownSites.has(req.header('Sec-Fetch-Site'));
  if (!isOwn && !allowedOrigins.includes(asker)) {
    throw new Problem(403, 'This is for pages of the lender’s own site.');
  }
}

/**
 * Whether a page of the lender's sent the browser here. Browsers write these headers, and pages can't: with an address
 * that was typed or copied comes `none`, with a link elsewhere another site
 * (https://www.w3.org/TR/fetch-metadata/).
 */
export function isFromOwnPage({ req }: Visit, { allowedOrigins }: Settings): boolean {
  const site = req.header('Sec-Fetch-Site');
  if (req.header('Sec-Fetch-Mode') !== 'navigate' || site === undefined || site === 'none') return false;
  const referrer = req.header('Referer') ?? '';
  const from = URL.canParse(referrer) ? new URL(referrer).origin : '';
  return site === 'same-origin' || allowedOrigins.includes(from);
}

/**
 * Whether a form elsewhere would get people past a page of ours that explains. Our own form comes from a page that
 * names no referrer, so its `Origin` is `null`.
 */
export function isFormElsewhere({ req }: Visit, { origin }: Settings): boolean {
  const site = req.header('Sec-Fetch-Site');
  return site === undefined
    ? ![undefined, 'null', origin].includes(req.header('Origin'))
    : site !== 'same-origin';
}

/** Programs and old browsers send none; what a person typed has `none`. */
const ownSites: ReadonlySet<string | undefined> = new Set([undefined, 'same-origin', 'none']);

/**
 * Whether the host says that this is somebody of another company than what the request was signed for. A host that
 * knows people by a header of its own may well throw where there is none.
 */
export async function isAnothers(visit: Visit, company: string, settings: Settings): Promise<boolean> {
  const visitor = await askWithCookies(visit, settings).catch(() => null);
  return visitor !== null && visitor !== company;
}

/** The company whose token the request carries. Rejects with a 401 when it has none that is good, or signed out since. */
export async function companyOf(visit: Visit, signer: Signer, settings: Settings): Promise<string> {
  refuseOtherSites(visit, settings);
  const claims = await signer.verify('api', bearer(visit));
  if (!claims)
    throw new Problem(401, 'This token is not valid here, or no longer. Ask POST /token for another.');
  const { company, ambient } = claims;
  visit.set('company', company);
  const hasCookies = visit.req.header('Cookie') !== undefined;
  const isSignedIn = {
    true: async () => (await askWithCookies(visit, settings)) === company,
    false: async () => !hasCookies || !(await isAnothers(visit, company, settings)),
    // A host that always throws where its header is missing says nothing of who has signed out.
    unknown: () =>
      askWithCookies(visit, settings).then(
        (named) => named === company,
        () => true,
      ),
  }[`${ambient}`];
  if (!(await isSignedIn())) {
    throw new Problem(401, 'The person this token was for is no longer signed in.');
  }
  return company;
}
