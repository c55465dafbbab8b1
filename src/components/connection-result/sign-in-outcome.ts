import type { ReturnedConnection } from '../../api/schemas/return-status.js';
import type { TitledMessage, Messages } from '../../i18n/messages.js';

/** The outcome of the sign-in that a person returned from. */
export type OutcomeKind = 'connected' | 'declined' | 'unsupported' | 'failed' | 'unfinished';

/** The redirect's status codes (docs.codat.io, auth flow, set up redirects). Any other is `unfinished`. */
const outcomeByCode: Readonly<Record<number, OutcomeKind>> = {
  403: 'declined',
  500: 'failed',
  501: 'unsupported',
};

/** Codat's status decides whether the connection is linked; the redirect's code only explains why it isn't. */
export function signInOutcomeOf({ status, returned }: ReturnedConnection): OutcomeKind {
  return status === 'Linked' ? 'connected' : (outcomeByCode[returned ?? 0] ?? 'unfinished');
}

/** The message of an outcome. Someone who used a share link gets a different one, since they have no application to return to. */
export function outcomeMessageOf(
  result: ReturnedConnection,
  messages: Messages['connectionResult'],
  lender: string,
): TitledMessage {
  const byOutcome = result.for === 'shared' ? messages.shared : messages;
  return byOutcome[signInOutcomeOf(result)](result.platformName, lender);
}
