import { CodatError } from './errors.js';
import { problem } from './schemas/problem.js';
import type { Read } from './schemas/read.js';

/** How a request leaves the page: the browser's own `fetch`, or a gateway that runs in the page. */
export type Fetch = (request: Request) => Promise<Response>;

/** Milliseconds after which no answer counts as unreachable. */
const patience = 30_000;

/** One question and its checked answer: throws a `CodatError`, or the signal's reason when aborted. */
export async function exchange<Value>(fetch: Fetch, request: Request, read: Read<Value>): Promise<Value> {
  const response = await reach(fetch, request);
  const body = await bodyOf(response);
  if (!response.ok) throw CodatError.answered(response.status, problem.safeParse(body).data?.correlationId);
  try {
    return read(body);
  } catch (cause) {
    throw new CodatError('unreadable', 'The answer has another shape.', { cause });
  }
}

async function reach(fetch: Fetch, request: Request): Promise<Response> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(patience)]);
  try {
    return await fetch(new Request(request, { signal }));
  } catch (cause) {
    request.signal.throwIfAborted();
    throw new CodatError('unreachable', 'No answer came.', { cause });
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    if (!response.ok) return undefined;
    throw new CodatError('unreadable', 'The answer is not JSON.', { cause });
  }
}
