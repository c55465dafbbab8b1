import type * as z from 'zod/mini';
import type { GatewayEvent } from '../telemetry/gateway-event.js';
import { parseJson } from '../parse-json.js';
import { tryReadBytesWithinLimit } from '../codat/try-read-bytes-within-limit.js';
import { HttpError } from '../http-error.js';

const maxJsonBytes = 4096;
const arrivalTimeoutMs = 10_000;

/** As many bytes as proxies allow by default: a megabyte in nginx. */
const maxDiscardedBytes = 1_048_576;

/**
 * Reads a request's body. Rejects with a 413 when it is longer than `maxBytes`, with a 408 when it takes more than ten
 * seconds to arrive, and with a 400 when it is missing or cut off. Rejects with a 500, and emits an event, when the
 * host's server read the body first: the client made no mistake.
 */
export async function readBodyBytes(
  request: Request,
  maxBytes: number,
  emit: (event: GatewayEvent) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const contentLength = Number(request.headers.get('Content-Length'));
  if (contentLength > maxBytes) throw tooLongError();
  if (request.bodyUsed) throw alreadyReadError(emit);
  // Tests and stories of a lender's pages run the gateway in the page, and Firefox has no `Request.body`.
  const source = 'body' in Request.prototype ? request : new Response(await request.arrayBuffer());
  if (!source.body) throw contentLength > 0 ? alreadyReadError(emit) : malformedError();
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(tooSlowError()), arrivalTimeoutMs);
  // Discard the rest: left unread, it would block the next request on this connection, which may be someone else's.
  const bytes = await tryReadBytesWithinLimit(source, maxBytes, { signal: timeout.signal, maxDiscardedBytes })
    .catch((thrown: unknown) => {
      throw thrown instanceof HttpError ? thrown : malformedError();
    })
    .finally(() => clearTimeout(timer));
  if (!bytes) throw tooLongError();
  const isCompressed = request.headers.has('Content-Encoding');
  if (contentLength > 0 && bytes.length !== contentLength && !isCompressed) throw alreadyReadError(emit);
  // Nothing tells whether the client sent an empty body or the host's server read it, so this emits no event.
  if (bytes.length === 0) throw new HttpError(400, `This body is empty, or was read before. ${mountCure}`);
  return bytes;
}

function alreadyReadError(emit: (event: GatewayEvent) => void): HttpError {
  emit({ type: 'trouble', with: 'host', setting: 'mount', code: 'BODY_ALREADY_READ' });
  return new HttpError(
    500,
    `The lender’s server read or changed this body before the gateway got it. ${mountCure}`,
  );
}

const mountCure = 'The gateway must come before body parsers.';

/** Reads a request's JSON. Rejects with a 400 when it has another shape, and as {@link readBodyBytes} does. */
export async function readJsonAs<Schema extends z.ZodMiniType>(
  request: Request,
  schema: Schema,
  emit: (event: GatewayEvent) => void,
): Promise<z.infer<Schema>> {
  const bytes = await readBodyBytes(request, maxJsonBytes, emit);
  const parsed = schema.safeParse(parseJson(new TextDecoder().decode(bytes)));
  if (!parsed.success) throw malformedError();
  return parsed.data;
}

const tooLongError = (): HttpError => new HttpError(413, 'This body is too long.');
const tooSlowError = (): HttpError => new HttpError(408, 'This body took too long to arrive.');
const malformedError = (): HttpError => new HttpError(400, 'This body is not what is expected here.');
