import type * as z from 'zod/mini';

/** Turns an answer's body into a value of ours. Throws when it has another shape. */
export type Read<Value> = (body: unknown) => Value;

/** Checks a body against the shape Codat gives it, then says it in our own words: wire names stop here. */
export function read<Wire extends z.ZodMiniType, Value>(
  wire: Wire,
  say: (wire: z.output<Wire>) => Value,
): Read<Value> {
  return (body) => say(wire.parse(body));
}
