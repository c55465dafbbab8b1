import * as z from 'zod/mini';

/** The fields that `trace` uses of a `createJsonLog` line. */
export const logLineSchema = z.object({
  time: z.string(),
  type: z.string(),
  company: z.optional(z.string()),
  connection: z.optional(z.string()),
  correlationId: z.optional(z.string()),
  trace: z.optional(z.string()),
  route: z.optional(z.string()),
  method: z.optional(z.string()),
  status: z.optional(z.number()),
  endpoint: z.optional(z.string()),
  said: z.optional(z.string()),
  limit: z.optional(z.string()),
  with: z.optional(z.string()),
  setting: z.optional(z.string()),
  code: z.optional(z.string()),
  for: z.optional(z.string()),
});

export type LogLine = z.infer<typeof logLineSchema>;
