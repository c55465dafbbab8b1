import { readBytes } from '../../gateway/codat/read-bytes.js';
import type { Environment } from '../environment.js';

/** A response that was read in full. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Whether a server asks for a password by Basic authentication (RFC 7617). */
export const asksForPassword = (answer: Answer | undefined): boolean =>
  answer?.status === 401 && /^basic\b/i.test(answer.headers.get('WWW-Authenticate') ?? '');

const timeoutMs = 10_000;
const maxBytes = 4 * 1024 * 1024;

/** Sends a request without following redirects. Undefined when it fails, or takes more than ten seconds. */
export async function request(
  environment: Environment,
  url: string,
  init: RequestInit = {},
): Promise<Answer | undefined> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await environment.fetch(new Request(url, { redirect: 'manual', ...init, signal }));
    const bytes = response.body ? await readBytes(response, maxBytes, { signal }) : undefined;
    return { status: response.status, headers: response.headers, text: new TextDecoder().decode(bytes) };
  } catch {
    return undefined;
  }
}
