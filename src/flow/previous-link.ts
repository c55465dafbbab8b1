import type { Connection } from '../api/schemas/connection.js';
import type { Attempt, StateAt, PreviousLink } from './connect-state.js';

/** The organisation that a connection was linked to, if it ever was. */
export function previousLinkOf({ status, organisation }: Connection): { previousLink?: PreviousLink } {
  return status === 'Unlinked' || status === 'Deauthorized' ? { previousLink: { organisation } } : {};
}

/** `connected` if the organisation is the same as before or unknown, `comparing` if it is another. */
export function linkedState(
  { platform, previousLink }: Attempt,
  connection: Connection,
): StateAt<'connected' | 'comparing'> {
  const connected: StateAt<'connected'> = { at: 'connected', platform, connection };
  if (!previousLink) return connected;
  const [before, now] = [previousLink.organisation, connection.organisation];
  if (!before || !now) return { ...connected, unverified: previousLink };
  return isSameName(before, now)
    ? connected
    : { ...connected, at: 'comparing', previousLink: { organisation: before } };
}

/** Whether two names are equal apart from case and spaces. */
function isSameName(one: string, other: string): boolean {
  const [normalized, otherNormalized] = [one, other].map((name) =>
    name.trim().replace(/\s+/g, ' ').toLowerCase(),
  );
  return normalized === otherNormalized;
}
