import { readAtMost } from './read-at-most.js';

/** What an answer of Codat's may come to once it is unpacked, in bytes: many times its longest page. */
const largestAnswer = 8 * 1024 * 1024;

/** The same response, read whole; without its body when that is too long, however small it was packed. */
export async function boundedResponse(response: Response, signal: AbortSignal): Promise<Response> {
  const { status, statusText, headers } = response;
  const bytes = await readAtMost(response, largestAnswer, { signal });
  return new Response(bytes ?? null, { status, statusText, headers });
}
