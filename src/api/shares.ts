import { share, shares, type Share } from './schemas/share.js';
import { besideApi, type Ask } from './transport.js';

/** Makes a link for whoever has the log-in of a platform. `consent` is a receipt, where the host asks for one. */
export function makeShare(
  ask: Ask,
  platformKey: string,
  consent: string | undefined,
  signal: AbortSignal,
): Promise<Share> {
  return ask(`${besideApi}shares`, share, { method: 'POST', body: { platformKey, consent }, signal });
}

/** The links that the company's people made, and where each stands now. */
export function readShares(ask: Ask, signal: AbortSignal): Promise<Share[]> {
  return ask(`${besideApi}shares`, shares, { fresh: true, signal });
}

/** Ends a link at once. */
export function withdrawShare(ask: Ask, id: string): Promise<void> {
  return ask(`${besideApi}shares/${encodeURIComponent(id)}`, () => undefined, { method: 'DELETE' });
}
