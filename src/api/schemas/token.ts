import * as z from 'zod/mini';
import { read } from './read.js';

const wire = z.object({
  companyId: z.string(),
  accessToken: z.string(),
  expiresIn: z.number(),
  apiBase: z.optional(z.string()),
});

/** What the host's token endpoint answers. `expiresIn` is in seconds; `apiBase` is relative to the endpoint. */
export type TokenAnswer = z.infer<typeof wire>;

export const tokenAnswer = read(wire, (answer): TokenAnswer => answer);
