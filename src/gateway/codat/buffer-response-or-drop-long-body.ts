import { tryReadBytesWithinLimit } from './try-read-bytes-within-limit.js';

/** Many times Codat's longest page, after decompression. */
const maxBytes = 8 * 1024 * 1024;

/** The same response with its body read in full, or without a body when that is too long after decompression. */
export async function bufferResponseOrDropLongBody(
  response: Response,
  signal: AbortSignal,
): Promise<Response> {
  const { status, statusText, headers } = response;
  const bytes = await tryReadBytesWithinLimit(response, maxBytes, { signal });
  return new Response(bytes ?? null, { status, statusText, headers });
}
