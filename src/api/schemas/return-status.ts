import * as z from 'zod/mini';
import { read } from './read.js';

const wire = z.object({
  companyId: z.string(),
  connectionId: z.string(),
  platformName: z.string(),
  status: z.string(),
  returned: z.nullish(z.number()),
});

/** What the gateway says of the one connection a person has just come back from. `returned` is a hint, `status` the truth. */
export type ReturnStatus = z.infer<typeof wire>;

export const returnStatus = read(wire, (status): ReturnStatus => status);
