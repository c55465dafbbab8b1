import { createBodyParser } from '../../contract/shape.js';
import { maxTokenLifetimeSeconds, tokenAnswerShape } from '../../contract/token-answer.js';

/** The answer of the host's token endpoint. `expiresIn` is in seconds. `apiBase` is `./api` by default; URLs may be relative to the endpoint. */
export interface TokenAnswer {
  readonly companyId: string;
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly apiBase?: string | undefined;
  /** The URL of the gateway's event stream; undefined if the gateway gets no webhooks. */
  readonly events?: string | undefined;
}

/** The characters that a bearer token may have in a header. */
const bearerPattern = /^[\x21-\x7e]+$/;

export const parseTokenAnswer = createBodyParser(
  tokenAnswerShape,
  ({ expiresIn, apiBase, events, ...same }): TokenAnswer => {
    if (!same.companyId || !bearerPattern.test(same.accessToken)) throw new TypeError('No token.');
    const seconds = typeof expiresIn === 'object' ? NaN : Number(expiresIn);
    if (!(seconds > 0)) throw new TypeError('No lifetime.');
    return {
      ...same,
      expiresIn: Math.min(seconds, maxTokenLifetimeSeconds),
      apiBase,
      events,
    };
  },
);
