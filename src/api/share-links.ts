import type { NewShareLinkBody } from '../contract/share-link.js';
import { pathFromApiToGatewayRoot, type SendAndParse } from './api-transport.js';
import { parseShareLink, parseShareLinks, type ShareLink } from './schemas/share-link.js';

/** Creates a link for the person who has the log-in of a platform. `consent` is a receipt, if the host asks for consent. */
export function createShareLink(
  send: SendAndParse,
  platformKey: string,
  consent: string | undefined,
  signal: AbortSignal,
): Promise<ShareLink> {
  const body: NewShareLinkBody = { platformKey, consent };
  return send(`${pathFromApiToGatewayRoot}shares`, parseShareLink, { method: 'POST', body, signal });
}

/** The links of the company, each with its current status. */
export function fetchShareLinks(send: SendAndParse, signal: AbortSignal): Promise<ShareLink[]> {
  return send(`${pathFromApiToGatewayRoot}shares`, parseShareLinks, { fresh: true, signal });
}

/** Ends a link immediately. */
export function withdrawShareLink(send: SendAndParse, id: string): Promise<void> {
  return send(`${pathFromApiToGatewayRoot}shares/${encodeURIComponent(id)}`, () => undefined, {
    method: 'DELETE',
  });
}
