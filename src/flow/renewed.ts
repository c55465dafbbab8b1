import type { Connection } from '../api/schemas/connection.js';
import type { Attempt, StateAt, Was } from './connect-state.js';

/** Whose books a connection was linked to, if it ever was. */
export function wasOf({ status, organisation }: Connection): { was?: Was } {
  return status === 'Unlinked' || status === 'Deauthorized' ? { was: { organisation } } : {};
}

/** Carries on where the organisation is the one it was, or nobody can tell; asks the person where it is another. */
export function linked(
  { platform, was }: Attempt,
  connection: Connection,
): StateAt<'connected' | 'comparing'> {
  const connected: StateAt<'connected'> = { at: 'connected', platform, connection };
  if (!was) return connected;
  const [before, now] = [was.organisation, connection.organisation];
  if (!before || !now) return { ...connected, unsure: was };
  return isSameName(before, now)
    ? connected
    : { ...connected, at: 'comparing', was: { organisation: before } };
}

/** Whether two names differ by no more than their case and their spaces. */
function isSameName(one: string, other: string): boolean {
  const [plain, otherPlain] = [one, other].map((name) => name.trim().replace(/\s+/g, ' ').toLowerCase());
  return plain === otherPlain;
}
