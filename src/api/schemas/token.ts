import { anything, maybe, object, read, text } from './parsing/shape.js';

/** What the host's token endpoint answers. `expiresIn` is in seconds; `apiBase` and `events` are relative to the endpoint. */
export interface TokenAnswer {
  readonly companyId: string;
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly apiBase?: string | undefined;
  /** Where the gateway tells that there is something to look at; absent where it has no way to know. */
  readonly events?: string | undefined;
}

const wire = object({
  companyId: text,
  accessToken: text,
  expiresIn: anything,
  apiBase: maybe(text),
  events: maybe(text),
});

/** A day, in seconds: a number beyond it is most likely a date. */
const longest = 86_400;

/** What a header can carry after its scheme. */
const oneWord = /^[\x21-\x7e]+$/;

export const tokenAnswer = read(wire, ({ expiresIn, apiBase, events, ...same }): TokenAnswer => {
  if (!same.companyId || !oneWord.test(same.accessToken)) throw new TypeError('There is no token in it.');
  const seconds = typeof expiresIn === 'object' ? NaN : Number(expiresIn);
  if (!(seconds > 0)) throw new TypeError('A token without a lifetime can’t be kept.');
  return {
    ...same,
    expiresIn: Math.min(seconds, longest),
    apiBase: apiBase ?? undefined,
    events: events ?? undefined,
  };
});
