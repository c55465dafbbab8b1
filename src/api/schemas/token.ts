import { anything, maybe, object, read, text } from './shape.js';

/** What the host's token endpoint answers. `expiresIn` is in seconds; `apiBase` is relative to the endpoint. */
export interface TokenAnswer {
  readonly companyId: string;
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly apiBase?: string | undefined;
}

const wire = object({ companyId: text, accessToken: text, expiresIn: anything, apiBase: maybe(text) });

/** A lifetime that is no number counts as none: the token is asked for anew each time. */
export const tokenAnswer = read(wire, ({ expiresIn, apiBase, ...same }): TokenAnswer => ({
  ...same,
  expiresIn: Number(expiresIn) || 0,
  apiBase: apiBase ?? undefined,
}));
