import { HttpError } from '../http-error.js';
import type { CallLimitName } from './call-limit-name.js';

const messages: Readonly<Record<CallLimitName, string>> = {
  company: 'This company’s pages have asked for a great deal. Try again later.',
  recipients: 'Links of this company have been used a great deal. Try again later.',
  lender: 'Codat’s calls for today are used up, or nearly. They begin anew at 00:00 UTC.',
  'at-once': 'Too much is being asked of Codat at once. Try again in a moment.',
};

const statuses: Readonly<Record<CallLimitName, number>> = {
  company: 429,
  recipients: 429,
  lender: 429,
  'at-once': 503,
};

/** A call to Codat was skipped to stay under a limit. A cached response may be used in its place. */
export class CallSkippedByLimitError extends HttpError {
  readonly limit: CallLimitName;

  /** `retryAfter` in seconds. */
  constructor(limit: CallLimitName, retryAfter: number) {
    super(statuses[limit], messages[limit], { retryAfter });
    this.limit = limit;
  }
}
