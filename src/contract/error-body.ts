import { nullish, object, string } from './shape.js';

/** The fields of an error that a page reads. Codat's own `ErrorMessage` has more (docs.codat.io, errors). */
export const errorBodyShape = object({
  /** Codat's id of the failure, for its support. */
  correlationId: nullish(string),
});
