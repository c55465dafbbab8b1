import type * as z from 'zod/mini';
import type { GatewayEvent } from '../telemetry/gateway-event.js';
import { parseJson } from '../parse-json.js';
import { readAtMost } from '../codat/read-at-most.js';
import { Problem } from '../problem.js';

const largestJson = 4096;
const patience = 10_000;

/** As many bytes as proxies let through unless told otherwise: a megabyte at nginx. */
const discard = 1_048_576;

/**
 * A request's bytes. Rejects with a 413 when they are more than so many, with a 408 when they take more than ten
 * seconds to arrive, and with a 400 when there are none or they end half-way. A body that the host's server read
 * before us is a 500, and the host is told: whoever sent it did nothing wrong.
 */
export async function readBody(
  request: Request,
  largest: number,
  tell: (event: GatewayEvent) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers.get('Content-Length'));
  if (announced > largest) throw tooLong();
  if (request.bodyUsed) throw alreadyRead(tell);
  if (!request.body) throw announced > 0 ? alreadyRead(tell) : malformed();
  const slow = new AbortController();
  const timer = setTimeout(() => slow.abort(tooSlow()), patience);
  // Left unread, the rest would stand in the way of the next request on this connection, which may be someone else's.
  const bytes = await readAtMost(request, largest, { signal: slow.signal, discard })
    .catch((thrown: unknown) => {
      throw thrown instanceof Problem ? thrown : malformed();
    })
    .finally(() => clearTimeout(timer));
  if (!bytes) throw tooLong();
  const isPacked = request.headers.has('Content-Encoding');
  if ((announced > 0 && bytes.length !== announced && !isPacked) || (bytes.length === 0 && isSent(request))) {
    throw alreadyRead(tell);
  }
  return bytes;
}

/** Whether a request says that it has a body, however long that is. */
const isSent = ({ headers }: Request): boolean => headers.has('Transfer-Encoding');

function alreadyRead(tell: (event: GatewayEvent) => void): Problem {
  tell({ type: 'trouble', with: 'host', setting: 'mount', code: 'BODY_ALREADY_READ' });
  return new Problem(
    500,
    'The lender’s server read or changed this body before the gateway got it: the gateway must come before body parsers.',
  );
}

/** A request's JSON, of the shape. Rejects with a 400 when it is something else, and as {@link readBody} does. */
export async function readJson<Shape extends z.ZodMiniType>(
  request: Request,
  shape: Shape,
  tell: (event: GatewayEvent) => void,
): Promise<z.infer<Shape>> {
  const bytes = await readBody(request, largestJson, tell);
  const read = shape.safeParse(parseJson(new TextDecoder().decode(bytes)));
  if (!read.success) throw malformed();
  return read.data;
}

const tooLong = (): Problem => new Problem(413, 'This body is too long.');
const tooSlow = (): Problem => new Problem(408, 'This body took too long to arrive.');
const malformed = (): Problem => new Problem(400, 'This body is not what is expected here.');
