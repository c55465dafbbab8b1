import type { NewShareLink } from '../contract/share-link.js';
import { parseShareLink, parseShareLinks, type ShareLink } from './schemas/share-link.js';
import { gatewayBasePath, type Send } from './transport.js';

/** Creates a link for the person who has the log-in of a platform. `consent` is a receipt, if the host asks for consent. */
export function createShareLink(
  send: Send,
  platformKey: string,
  consent: string | undefined,
  signal: AbortSignal,
): Promise<ShareLink> {
  const body: NewShareLink = { platformKey, consent };
  return send(`${gatewayBasePath}shares`, parseShareLink, { method: 'POST', body, signal });
}

/** The links of the company, each with its current status. */
export function fetchShareLinks(send: Send, signal: AbortSignal): Promise<ShareLink[]> {
  return send(`${gatewayBasePath}shares`, parseShareLinks, { fresh: true, signal });
}

/** Ends a link immediately. */
export function withdrawShareLink(send: Send, id: string): Promise<void> {
  return send(`${gatewayBasePath}shares/${encodeURIComponent(id)}`, () => undefined, { method: 'DELETE' });
}
