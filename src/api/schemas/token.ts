import { anything, maybe, object, read, text } from './shape.js';

/** What the host's token endpoint answers. `expiresIn` is in seconds; `apiBase` is relative to the endpoint. */
export interface TokenAnswer {
  readonly companyId: string;
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly apiBase?: string | undefined;
}

const wire = object({ companyId: text, accessToken: text, expiresIn: anything, apiBase: maybe(text) });

export const tokenAnswer = read(wire, ({ expiresIn, apiBase, ...same }): TokenAnswer => {
  const seconds = Number(expiresIn);
  if (!(seconds > 0)) throw new TypeError('A token without a lifetime can’t be kept.');
  return { ...same, expiresIn: seconds, apiBase: apiBase ?? undefined };
});
