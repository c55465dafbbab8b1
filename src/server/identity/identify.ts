import type { IncomingMessage } from 'node:http';

/** Whose company a request is for: Codat's id, or the lender's own reference of a customer; null when nobody is signed in. */
export type CompanyIdOrReference = { readonly companyId: string } | { readonly reference: string } | null;

/** The second argument that the server passes to the gateway with a request. */
export interface NodeRequestContext {
  /** The request as it arrived, whose headers are not joined. */
  readonly incoming: IncomingMessage;
}

/** Names the company of a request. Rejects when that can't be found out, which counts as a refusal. */
export type IdentifyCompany = (
  request: Request,
  context: NodeRequestContext,
) => Promise<CompanyIdOrReference>;
