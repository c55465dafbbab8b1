import type { Connection } from '../api/schemas/connection.js';
import type { SignInAttempt, StateAt, PreviousOrganisation } from './connect-state.js';

/** The organisation that a connection was linked to, if it no longer is. */
export function previousOrganisationFieldOf({ status, organisation }: Connection): {
  previousOrganisation?: PreviousOrganisation;
} {
  return status === 'Unlinked' || status === 'Deauthorized' ? { previousOrganisation: { organisation } } : {};
}

/** `connected` if the organisation is the same as before or unknown, `comparing` if it is another. */
export function compareWithPreviousOrganisation(
  { platform, previousOrganisation }: SignInAttempt,
  connection: Connection,
): StateAt<'connected' | 'comparing'> {
  const connected: StateAt<'connected'> = { at: 'connected', platform, connection };
  if (!previousOrganisation) return connected;
  const [before, now] = [previousOrganisation.organisation, connection.organisation];
  if (!before || !now) return { ...connected, unverified: previousOrganisation };
  return isSameName(before, now)
    ? connected
    : { ...connected, at: 'comparing', previousOrganisation: { organisation: before } };
}

/** Whether two names are equal apart from case and spaces. */
function isSameName(one: string, other: string): boolean {
  const [normalized, otherNormalized] = [one, other].map((name) =>
    name.trim().replace(/\s+/g, ' ').toLowerCase(),
  );
  return normalized === otherNormalized;
}
