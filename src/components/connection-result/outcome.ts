import type { ReturnStatus } from '../../api/schemas/return-status.js';
import type { Advice, Messages } from '../../i18n/messages.js';

/** What became of the connection a person came back from. */
export type Outcome = 'connected' | 'declined' | 'unsupported' | 'failed' | 'unfinished';

/** What the redirect's status codes mean (docs.codat.io, auth flow, set up redirects). Anything else is unfinished. */
const hints: Readonly<Record<number, Outcome>> = { 403: 'declined', 500: 'failed', 501: 'unsupported' };

/** Codat's status decides; what the redirect said only tells why it isn't linked. */
export function outcomeOf({ status, returned }: ReturnStatus): Outcome {
  return status === 'Linked' ? 'connected' : (hints[returned ?? 0] ?? 'unfinished');
}

/** The outcome in words: other ones for someone who was sent a link, and has nothing to go back to. */
export function sayOutcome(
  result: ReturnStatus,
  words: Messages['connectionResult'],
  lender: string,
): Advice {
  const say = result.for === 'shared' ? words.shared : words;
  return say[outcomeOf(result)](result.platformName, lender);
}
