import { createRequestWithSignal } from '../browser/create-request-with-signal.js';

/** Statuses of a URL that is not the right one: a redirect (0 if the browser hides it), or no route for this method. */
const notFoundHere: ReadonlySet<number> = new Set([0, 301, 302, 303, 307, 308, 404, 405]);

/** Sends the request to the same path with its trailing slash added or removed. Undefined if that URL is wrong too. */
export async function resendWithToggledSlash(
  fetch: (request: Request) => Promise<Response>,
  request: Request,
  signal: AbortSignal,
): Promise<Response | undefined> {
  const { credentials, headers, method } = request;
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/\/?$/, (slash) => (slash ? '' : '/'));
  const body = (await request.text()) || null;
  const other = await fetch(
    createRequestWithSignal(url.href, { body, credentials, headers, method, redirect: 'manual', signal }),
  );
  return notFoundHere.has(other.status) ? undefined : other;
}
