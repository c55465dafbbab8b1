import type * as z from 'zod/mini';
import { parseJson } from '../parse-json.js';
import { readAtMost } from '../read-at-most.js';
import { Problem } from '../problem.js';

const largest = 4096;

/** A request's JSON, of the shape. Rejects with a 413 when it is too long to be that, with a 400 when it is not. */
export async function readJson<Shape extends z.ZodMiniType>(
  request: Request,
  shape: Shape,
): Promise<z.infer<Shape>> {
  if (Number(request.headers.get('Content-Length')) > largest) throw tooLong();
  if (!request.body) throw malformed();
  const bytes = await readAtMost(request, largest);
  if (!bytes) throw tooLong();
  const read = shape.safeParse(parseJson(new TextDecoder().decode(bytes)));
  if (!read.success) throw malformed();
  return read.data;
}

const tooLong = (): Problem => new Problem(413, 'This body is too long.');
const malformed = (): Problem => new Problem(400, 'This body is not what is expected here.');
