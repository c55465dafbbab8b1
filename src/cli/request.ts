import { tryReadBytesWithinLimit } from '../gateway/codat/try-read-bytes-within-limit.js';
import type { Environment } from './environment.js';

/** A response and the text that was read of it: all, or the first chunk of a stream. */
export interface BufferedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Whether a server asks for a password by Basic authentication (RFC 7617). */
export const asksForBasicAuthentication = (answer: BufferedResponse | undefined): boolean =>
  answer?.status === 401 && /^basic\b/i.test(answer.headers.get('WWW-Authenticate') ?? '');

const defaultTimeoutMs = 10_000;
const maxBytes = 4 * 1024 * 1024;

/** Sends a request without following redirects. Undefined when it fails, or takes longer than `timeoutMs`. */
export async function trySendRequest(
  environment: Environment,
  url: string,
  init: RequestInit = {},
  timeoutMs = defaultTimeoutMs,
): Promise<BufferedResponse | undefined> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await environment.fetch(new Request(url, { redirect: 'manual', ...init, signal }));
    const bytes = response.body ? await tryReadBytesWithinLimit(response, maxBytes, { signal }) : undefined;
    return { status: response.status, headers: response.headers, text: new TextDecoder().decode(bytes) };
  } catch {
    return undefined;
  }
}

/** Sends a request whose answer may not end, such as an event stream, and reads its headers and the first chunk of its body. */
export async function sendAndReadFirstChunk(
  environment: Environment,
  url: string,
  init: RequestInit = {},
  timeoutMs = defaultTimeoutMs,
): Promise<BufferedResponse | undefined> {
  const finished = new AbortController();
  const signal = AbortSignal.any([finished.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const { status, headers, body } = await environment.fetch(
      new Request(url, { redirect: 'manual', ...init, signal }),
    );
    const reader = body?.getReader();
    // An in-process server knows nothing of the signal.
    const aborted = new Promise<undefined>((resolve) =>
      signal.addEventListener('abort', () => resolve(undefined)),
    );
    const first = await Promise.race([reader?.read().catch(() => undefined), aborted]);
    reader?.cancel().catch(() => undefined);
    return { status, headers, text: new TextDecoder().decode(first?.value) };
  } catch {
    return undefined;
  } finally {
    finished.abort();
  }
}
