import type { Connection } from '../api/schemas/connection.js';

/** A first read waits for the computer to be on, or for the night: it comes within days. In milliseconds. */
const firstReadWithin = 3 * 24 * 60 * 60_000;

/**
 * Where one read was agreed on, Codat ends the connection after it, and nothing is amiss (docs.codat.io, core
 * concepts, connections). It looks like a connector that was taken off the computer: only the moment tells, and not
 * for certain.
 */
export function endedAfterOneRead({ errors, created, lastSync }: Connection): boolean {
  if (errors.length > 0 || !created || !lastSync) return false;
  return lastSync.getTime() - created.getTime() < firstReadWithin;
}
