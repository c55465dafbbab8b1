import { anySignal } from '../browser/any-signal.js';
import { createRequestWithSignal } from '../browser/create-request-with-signal.js';
import { lazy } from '../browser/loading/lazy.js';
import { seemsOffline } from '../browser/online.js';
import { errorBodyShape } from '../contract/error-body.js';
import type { BodyParser } from '../contract/shape.js';
import { CodatError, type ErrorKind } from './errors.js';

/** Sends a request: the browser's own `fetch`, or a gateway that runs in the page. */
export type Fetch = (request: Request) => Promise<Response>;

/** Milliseconds after which a request fails as `slow`. */
const timeoutMs = 30_000;

/** Sends a request and parses its response. Throws a `CodatError`, or the signal's reason when aborted. */
export async function fetchJson<Value>(
  fetch: Fetch,
  request: Request,
  parse: BodyParser<Value>,
): Promise<Value> {
  const { response, text } = await fetchText(fetch, request);
  if (!response.ok) throw CodatError.fromResponse(response, correlationIdIn(text));
  try {
    return parse(text === '' ? undefined : JSON.parse(text));
  } catch (cause) {
    throw new CodatError('unreadable', 'Another shape.', { cause });
  }
}

/** The timeout covers the body too. */
async function fetchText(fetch: Fetch, request: Request): Promise<{ response: Response; text: string }> {
  const signal = anySignal([request.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const response = await fetchResponse(fetch, request, signal);
    return { response, text: await response.text() };
  } catch (cause) {
    request.signal.throwIfAborted();
    throw new CodatError(signal.aborted ? 'slow' : offlineOrUnreachable(), 'No answer came.', { cause });
  }
}

/** The kind of an error that came instead of a response. */
export const offlineOrUnreachable = (): ErrorKind => (seemsOffline() ? 'offline' : 'unreachable');

const loadTrailingSlash = lazy(() => import('./trailing-slash.js'));

/**
 * A browser that follows a redirect may turn a POST into a GET, and one that doesn't hides the redirect's target. Since
 * some sites redirect to add or remove a trailing slash, we try the URL with or without it before we follow a redirect.
 */
async function fetchResponse(fetch: Fetch, request: Request, signal: AbortSignal): Promise<Response> {
  if (request.method === 'GET') return fetch(createRequestWithSignal(request, { signal }));
  const [copy, following] = [request.clone(), request.clone()];
  const response = await fetch(createRequestWithSignal(request, { redirect: 'manual', signal }));
  if (!isRedirect(response)) return response;
  // If the module can't be loaded, we follow the redirect.
  const module = await loadTrailingSlash().catch(() => undefined);
  const other = await module?.resendWithToggledSlash(fetch, copy, signal);
  if (other) return other;
  return request.redirect === 'manual' ? response : fetch(createRequestWithSignal(following, { signal }));
}

const isRedirect = ({ status }: Response): boolean => status === 0 || (status >= 300 && status < 400);

function correlationIdIn(text: string): string | undefined {
  try {
    return errorBodyShape(JSON.parse(text)).correlationId;
  } catch {
    return undefined;
  }
}
