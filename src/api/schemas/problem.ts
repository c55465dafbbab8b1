import * as z from 'zod/mini';

/** Codat's error body: of all it may say, only the reference is of use to us. */
export const problem = z.object({ correlationId: z.optional(z.string()) });
