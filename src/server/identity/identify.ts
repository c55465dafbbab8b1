import type { IncomingMessage } from 'node:http';

/** Whose company a request is for: Codat's id, or the lender's own reference of a customer; null when nobody is signed in. */
export type CompanyIdOrReference = { readonly companyId: string } | { readonly reference: string } | null;

/** The second argument that the server passes to the gateway with a request. */
export interface NodeRequestContext {
  /** The request as it arrived, with repeated headers still separate. */
  readonly incoming: IncomingMessage;
}

/** Names the company of a request. Rejects when that can't be found out; a request for a token then gets 503. */
export type IdentifyCompany = (
  request: Request,
  context: NodeRequestContext,
) => Promise<CompanyIdOrReference>;
