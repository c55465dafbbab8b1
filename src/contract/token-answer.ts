import { nullish, object, string, unknown, type Infer } from './shape.js';

/** A day, in seconds: a larger number is most likely a date, and pages keep no token for longer. */
export const maxTokenLifetimeSeconds = 86_400;

/** The answer of the token endpoint, which may be the host's own. URLs may be relative to the endpoint. */
export const tokenAnswerShape = object({
  companyId: string,
  accessToken: string,
  /** In seconds, as a number or a text. */
  expiresIn: unknown,
  /** The URL of the gateway's API; `./api` by default. */
  apiBase: nullish(string),
  /** The URL of the gateway's event stream; absent if the gateway gets no webhooks. */
  events: nullish(string),
});

export type TokenAnswerJson = Infer<typeof tokenAnswerShape>;
