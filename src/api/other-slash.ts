import { requestTo } from '../browser/request.js';

/** Statuses that say «not here»: a redirect (0 where the browser hides it), or nothing that answers this method. */
const elsewhere: ReadonlySet<number> = new Set([0, 301, 302, 303, 307, 308, 404, 405]);

/** The answer at the same path with a slash at its end, or without it; nothing where that leads no further. */
export async function askOtherSlash(
  fetch: (request: Request) => Promise<Response>,
  request: Request,
  signal: AbortSignal,
): Promise<Response | undefined> {
  const { credentials, headers, method } = request;
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/\/?$/, (slash) => (slash ? '' : '/'));
  const body = (await request.text()) || null;
  const other = await fetch(
    requestTo(url.href, { body, credentials, headers, method, redirect: 'manual', signal }),
  );
  return elsewhere.has(other.status) ? undefined : other;
}
