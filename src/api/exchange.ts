import { anySignal } from '../browser/any-signal.js';
import { lazy } from '../browser/lazy.js';
import { seemsOffline } from '../browser/online.js';
import { requestTo } from '../browser/request.js';
import { CodatError } from './errors.js';
import { problem } from './schemas/problem.js';
import type { Read } from './schemas/parsing/shape.js';

/** How a request leaves the page: the browser's own `fetch`, or a gateway that runs in the page. */
export type Fetch = (request: Request) => Promise<Response>;

/** Milliseconds after which an answer is too late. */
const patience = 30_000;

/** One question and its checked answer: throws a `CodatError`, or the signal's reason when aborted. */
export async function exchange<Value>(fetch: Fetch, request: Request, read: Read<Value>): Promise<Value> {
  const { response, text } = await reach(fetch, request);
  if (!response.ok) throw CodatError.answered(response, referenceIn(text));
  try {
    return read(text === '' ? undefined : JSON.parse(text));
  } catch (cause) {
    throw new CodatError('unreadable', 'Another shape.', { cause });
  }
}

/** Until the whole of its body is there, nothing is answered. */
async function reach(fetch: Fetch, request: Request): Promise<{ response: Response; text: string }> {
  const signal = anySignal([request.signal, AbortSignal.timeout(patience)]);
  try {
    const response = await send(fetch, request, signal);
    return { response, text: await response.text() };
  } catch (cause) {
    request.signal.throwIfAborted();
    // A timed-out signal says so; a browser may know that its device has no network.
    const here = seemsOffline() ? 'offline' : 'unreachable';
    throw new CodatError(signal.aborted ? 'slow' : here, 'No answer came.', { cause });
  }
}

const loadOtherSlash = lazy(() => import('./other-slash.js'));

/**
 * Browsers turn a change that is redirected into a read, or hide where it leads. Some sites redirect every path to the
 * same with a slash at its end, or without it, so that a change is tried there itself before the redirect counts.
 */
async function send(fetch: Fetch, request: Request, signal: AbortSignal): Promise<Response> {
  if (request.method === 'GET') return fetch(requestTo(request, { signal }));
  const [copy, followed] = [request.clone(), request.clone()];
  const response = await fetch(requestTo(request, { redirect: 'manual', signal }));
  if (!isRedirect(response)) return response;
  // Without the part the redirect counts.
  const part = await loadOtherSlash().catch(() => undefined);
  const other = await part?.askOtherSlash(fetch, copy, signal);
  if (other) return other;
  return request.redirect === 'manual' ? response : fetch(requestTo(followed, { signal }));
}

const isRedirect = ({ status }: Response): boolean => status === 0 || (status >= 300 && status < 400);

function referenceIn(text: string): string | undefined {
  try {
    return problem(JSON.parse(text)).correlationId;
  } catch {
    return undefined;
  }
}
