import type { Context } from 'hono';
import type { RoutePath } from '../operations/operations-by-path.js';
import { HttpError, createNotFoundError, convertAndReportUnexpectedError } from '../http-error.js';
import type { ParsedSettings } from '../settings.js';
import type { Signer } from '../auth/signer.js';
import type { WaitUntil } from '../work-tracker.js';

/**
 * Hono's `Env` of a request: `Bindings` has the host's context and the gateway's own task, `Variables` what the
 * request's event will report.
 */
export interface Env {
  Bindings: {
    context: unknown;
    task: { name: string };
    /** For work after the response; a closing gateway waits for that work, too. */
    waitUntil: WaitUntil;
  };
  Variables: { route?: RoutePath; company?: string; correlationId?: string | undefined };
}

/** Hono's context of a request to the gateway. */
export type RequestContext = Context<Env>;

type Handler = (c: RequestContext) => Response | Promise<Response>;

/** The handlers of each path under the mount, by method. */
export type HandlersByPathAndMethod = Partial<
  Record<RoutePath, Partial<Record<'GET' | 'POST' | 'PATCH' | 'DELETE', Handler>>>
>;

/** Converts anything thrown to an {@link HttpError}, and keeps its correlation id for the request's event. */
export function convertAndReportRequestError(
  c: RequestContext,
  thrown: unknown,
  { emit }: ParsedSettings,
): HttpError {
  const error = convertAndReportUnexpectedError(thrown, emit);
  c.set('correlationId', error.correlationId);
  return error;
}

/** A parameter of the path. Throws a 404 when the route has none of that name. */
export function pathParam(c: RequestContext, name: string): string {
  const value = c.req.param(name);
  if (value === undefined) throw createNotFoundError();
  return value;
}

/** The bearer token of a request, or an empty string. */
export const bearerTokenOrEmpty = (c: RequestContext): string =>
  /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';

/**
 * Whether a browser prefetches a page (https://wicg.github.io/nav-speculation/prefetch.html). Before `Sec-Purpose`
 * Chrome sent `Purpose: prefetch`, Firefox `X-Moz: prefetch`, Safari `X-Purpose: preview`.
 */
export const isPrefetch = ({ req }: RequestContext): boolean =>
  ['Sec-Purpose', 'Purpose', 'X-Purpose', 'X-Moz'].some((name) =>
    /prefetch|prerender|preview/i.test(req.header(name) ?? ''),
  );

/** A 204 that is not cached. */
export const noContent = (): Response =>
  new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });

/** Whether the page demands a response that is read from Codat after this request arrived. */
export const wantsFresh = ({ req }: RequestContext): boolean =>
  req.header('Cache-Control')?.includes('no-cache') ?? false;

/** Calls `waitUntil` of the host's context, where there is one, as on Workers. */
export function callHostWaitUntil(work: Promise<unknown>, context: unknown): void {
  if (canWait(context)) context.waitUntil(work);
}

const canWait = (context: unknown): context is { waitUntil: WaitUntil } =>
  typeof context === 'object' &&
  context !== null &&
  'waitUntil' in context &&
  typeof context.waitUntil === 'function';

/** The company that the host names for the request's cookies alone. */
export const lookUpCompanyByCookies = (c: RequestContext, settings: ParsedSettings): Promise<string | null> =>
  settings.companyByCookies(c.req.raw, c.env.context);

/**
 * Throws a 403 unless the request comes from the lender's origin or an allowed one, since browsers send cookies with
 * requests of any site (https://web.dev/articles/fetch-metadata).
 */
export function assertAllowedOrigin(
  { req }: RequestContext,
  { origin, allowedOrigins }: ParsedSettings,
): void {
  const source = req.header('Origin') ?? origin;
  const isOwn = source === origin && ownSites.has(req.header('Sec-Fetch-Site'));
  if (!isOwn && !allowedOrigins.includes(source)) {
    throw new HttpError(403, 'This is for pages of the lender’s own site.');
  }
}

/**
 * Whether a page of the lender's navigated here, by headers that browsers set and pages can't
 * (https://www.w3.org/TR/fetch-metadata/). `Sec-Fetch-Site` is `none` for a typed or pasted address, and `cross-site` for a
 * link on another site, which may be an allowed origin of the lender's.
 */
export function isNavigationFromLenderPage(
  { req }: RequestContext,
  { allowedOrigins }: ParsedSettings,
): boolean {
  const fetchSite = req.header('Sec-Fetch-Site');
  if (req.header('Sec-Fetch-Mode') !== 'navigate' || fetchSite === undefined || fetchSite === 'none')
    return false;
  const referrer = req.header('Referer') ?? '';
  const from = URL.canParse(referrer) ? new URL(referrer).origin : '';
  return fetchSite === 'same-origin' || allowedOrigins.includes(from);
}

/**
 * Whether the request is a form submitted from another site, which would skip our page that explains the step. Our own
 * form sends `Origin: null`, since its page has the policy `no-referrer`.
 */
export function isCrossOriginForm({ req }: RequestContext, { origin }: ParsedSettings): boolean {
  const fetchSite = req.header('Sec-Fetch-Site');
  return fetchSite === undefined
    ? ![undefined, 'null', origin].includes(req.header('Origin'))
    : fetchSite !== 'same-origin';
}

/** The values of `Sec-Fetch-Site` that are not from another site. Programs and old browsers don't send it; a typed address has `none`. */
const ownSites: ReadonlySet<string | undefined> = new Set([undefined, 'same-origin', 'none']);

/**
 * Whether the request's cookies name another company than `company`. The host's `company` gets only the cookies here. If
 * it throws, for example because it needs another header, nobody counts as signed in.
 */
export async function isOtherCompanySignedIn(
  c: RequestContext,
  company: string,
  settings: ParsedSettings,
): Promise<boolean> {
  const signedInCompany = await lookUpCompanyByCookies(c, settings).catch(() => null);
  return signedInCompany !== null && signedInCompany !== company;
}

/** The company of the request's token. Rejects with a 401 when there is no valid token, or its person has signed out. */
export async function authenticateBearerToken(
  c: RequestContext,
  signer: Signer,
  settings: ParsedSettings,
): Promise<string> {
  assertAllowedOrigin(c, settings);
  const claims = await signer.verify('api', bearerTokenOrEmpty(c));
  if (!claims)
    throw new HttpError(401, 'This token is not valid here, or no longer. Ask POST /token for another.');
  c.set('company', claims.company);
  if (!(await isStillSignedIn(c, claims, settings)))
    throw new HttpError(401, 'The person this token was for is no longer signed in.');
  return claims.company;
}

/** Whether the person of a token is still signed in, as far as the request's cookies show it. */
async function isStillSignedIn(
  c: RequestContext,
  { company, cookieBound }: { readonly company: string; readonly cookieBound: boolean | 'unknown' },
  settings: ParsedSettings,
): Promise<boolean> {
  if (cookieBound === false)
    return c.req.header('Cookie') === undefined || !(await isOtherCompanySignedIn(c, company, settings));
  const named = lookUpCompanyByCookies(c, settings);
  // A host that throws without its own header can't tell whether the person has signed out.
  return (await (cookieBound === 'unknown' ? named.catch(() => company) : named)) === company;
}
