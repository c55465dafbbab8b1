import { readBytes } from '../../gateway/codat/read-bytes.js';
import type { Environment } from '../environment.js';

/** What a server answered, read in full. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Whether a password is asked for that a browser would have to know (Basic auth, RFC 7617). */
export const asksForPassword = (answer: Answer | undefined): boolean =>
  answer?.status === 401 && /^basic\b/i.test(answer.headers.get('WWW-Authenticate') ?? '');

const patience = 10_000;
const largest = 4 * 1024 * 1024;

/** Asks a server, and follows no redirect. Undefined when it can't be reached, or takes more than ten seconds. */
export async function request(
  environment: Environment,
  url: string,
  init: RequestInit = {},
): Promise<Answer | undefined> {
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await environment.fetch(new Request(url, { redirect: 'manual', ...init, signal }));
    const bytes = response.body ? await readBytes(response, largest, { signal }) : undefined;
    return { status: response.status, headers: response.headers, text: new TextDecoder().decode(bytes) };
  } catch {
    return undefined;
  }
}
