import { nullish, object, parser, string } from './parsing/shape.js';

/** Parses an error body; we only use its correlation id. */
export const problem = parser(object({ correlationId: nullish(string) }), ({ correlationId }) => ({
  correlationId: correlationId ?? undefined,
}));
