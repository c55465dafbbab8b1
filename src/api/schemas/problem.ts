import { maybe, object, read, text } from './parsing/shape.js';

/** Codat's error body: of all it may say, only the reference is of use to us. */
export const problem = read(object({ correlationId: maybe(text) }), ({ correlationId }) => ({
  correlationId: correlationId ?? undefined,
}));
