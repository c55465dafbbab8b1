import type { Connection } from '../../api/schemas/connection.js';
import { pruneAndReadTabEntries, saveTabEntry, maxEntryAgeMs } from '../../browser/tab-storage.js';
import type { SignInAttempt, ConnectState } from '../../flow/connect-state.js';
import { withAttemptIdInLinkUrl } from '../../flow/effects.js';
import type { Session } from '../../session/session.js';
import { placeOf, type TagAndIndex } from './journey-takeover.js';

/** The sign-in attempt that is saved when this tab navigates to the platform's sign-in page. It holds ids and the platform's name, and none of the company's data. */
export interface SavedSignInAttempt {
  readonly platform: { readonly key: string; readonly name: string };
  readonly connection: string;
  readonly knownErrorIds: readonly string[];
  /** Whether the connection was linked before. */
  readonly again: boolean;
  readonly attemptId: string;
  /** The place of the element that showed the journey; pages of earlier versions saved none. */
  readonly place?: TagAndIndex;
  /** When it expires, in milliseconds since 1970. */
  readonly until: number;
}

const kind = 'pending-return';

/** Saves the attempt for the return to this tab. Undefined if the browser stores nothing; the person then starts again. */
export function saveAttemptForReturn(
  { companyId = '', tabKey }: Session,
  { platform: { key, name }, connection, knownErrorIds, previousOrganisation }: SignInAttempt,
  attemptId: string,
  origin: HTMLElement,
): SavedSignInAttempt | undefined {
  const pending: SavedSignInAttempt = {
    platform: { key, name },
    connection: connection.id,
    knownErrorIds: [...knownErrorIds],
    again: previousOrganisation !== undefined,
    attemptId,
    place: placeOf(origin),
    until: Date.now() + maxEntryAgeMs,
  };
  return saveTabEntry(tabKey, kind, companyId, pending) ? pending : undefined;
}

/** The attempt that the person returns from, with its connection as it is now. */
export const resumeSavedAttempt = (
  { platform, knownErrorIds, again, attemptId }: SavedSignInAttempt,
  connection: Connection,
): SignInAttempt => ({
  platform,
  connection: withAttemptIdInLinkUrl(connection, attemptId),
  knownErrorIds: new Set(knownErrorIds),
  openedIn: 'tab',
  // The organisation's name isn't stored in the tab.
  ...(again && { previousOrganisation: { organisation: undefined } }),
});

/** Whether an attempt is saved for any company of this session's token endpoint. */
export const hasAnySavedAttempt = ({ tabKey }: Session): boolean =>
  pruneAndReadTabEntries(tabKey).some((entry) => entry.kind === kind);

/** The saved attempt of the session's company. */
export function readSavedAttempt({ companyId, tabKey }: Session): SavedSignInAttempt | undefined {
  const found = pruneAndReadTabEntries(tabKey).find(
    (entry) => entry.kind === kind && entry.company === companyId,
  )?.value;
  return isSavedAttempt(found) ? found : undefined;
}

/** Removes the saved attempt, and returns it. */
export function takeSavedAttempt(session: Session): SavedSignInAttempt | undefined {
  const pending = readSavedAttempt(session);
  pruneAndReadTabEntries(
    session.tabKey,
    (entry) => entry.kind === kind && entry.company === session.companyId,
  );
  return pending;
}

/** By state: whether the saved attempt can be deleted, because it is over or the person started another one. */
export const isSavedAttemptOverByState: Readonly<Record<ConnectState['at'], boolean>> = {
  choosing: true,
  preparing: false,
  creating: true,
  sharing: true,
  shared: true,
  authorizing: false,
  confirming: false,
  comparing: false,
  connected: true,
  abandoned: true,
  failed: true,
};

function isSavedAttempt(value: unknown): value is SavedSignInAttempt {
  if (typeof value !== 'object' || value === null) return false;
  const { platform, connection, knownErrorIds } = value as Partial<SavedSignInAttempt>;
  return typeof platform?.name === 'string' && typeof connection === 'string' && Array.isArray(knownErrorIds);
}
