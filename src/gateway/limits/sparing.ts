import { Problem } from '../problem.js';

/**
 * Why Codat is asked: because a person does something, because a page follows one connection, or because a page
 * keeps itself up to date.
 */
export type Reason = 'act' | 'follow' | 'refresh';

/** The share of a quota that calls of each kind leave alone, so that people can still connect when pages have read too much. */
export type Reserve = Readonly<Record<Reason, number>>;

export const reserve: Reserve = { act: 0, follow: 0.05, refresh: 0.1 };

/** Whose limit a call would have exceeded. */
export type Limit = 'company' | 'recipients' | 'lender' | 'at-once';

const words: Readonly<Record<Limit, string>> = {
  company: 'This company’s pages have asked for a great deal. Try again later.',
  recipients: 'Links of this company have been used a great deal. Try again later.',
  lender: 'Codat’s calls for today are used up, or nearly. They begin anew at 00:00 UTC.',
  'at-once': 'Too much is being asked of Codat at once. Try again in a moment.',
};

const statuses: Readonly<Record<Limit, number>> = {
  company: 429,
  recipients: 429,
  lender: 429,
  'at-once': 503,
};

/** A call to Codat that was not made, so that a limit holds. What was read before may stand in for it. */
export class SparedCall extends Problem {
  readonly limit: Limit;

  /** `retryAfter` in seconds. */
  constructor(limit: Limit, retryAfter: number) {
    super(statuses[limit], words[limit], { retryAfter });
    this.limit = limit;
  }
}
