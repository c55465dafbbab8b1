import type { Connection } from '../api/schemas/connection.js';

/** Milliseconds after the creation of a connection within which its first sync ends. It may wait for a computer to be on, or for the night. */
const maxFirstSyncMs = 3 * 24 * 60 * 60_000;

/**
 * Whether the connection ended because only one sync was agreed on, after which Codat deauthorizes it (docs.codat.io,
 * core concepts, connections). An uninstalled connector looks the same, so we guess by the time of the last sync.
 */
export function hasEndedAfterOneSync({ errors, created, lastSync }: Connection): boolean {
  if (errors.length > 0 || !created || !lastSync) return false;
  return lastSync.getTime() - created.getTime() < maxFirstSyncMs;
}
