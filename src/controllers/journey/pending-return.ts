import type { Attempt } from '../../flow/connect-state.js';
import type { Session } from '../../session/session.js';
import { clearTabEntries, saveTabEntry, maxAgeMs } from '../../browser/tab-storage.js';

/** The sign-in for which a person has left this tab's pages: ids and the platform's name, no data. */
export interface PendingReturn {
  readonly platform: { readonly key: string; readonly name: string };
  readonly connection: string;
  readonly knownErrorIds: readonly string[];
  /** Whether it was linked before. */
  readonly again: boolean;
  readonly attemptId: string;
  /** When it is no longer kept, in milliseconds since 1970. */
  readonly until: number;
}

const kind = 'pending-return';

/** Keeps what this tab is left for, and answers with it. Where the browser keeps nothing, the person starts from the platforms again. */
export function savePendingReturn(
  { companyId = '', owner }: Session,
  { platform: { key, name }, connection, knownErrorIds: before, previousLink: was }: Attempt,
  attemptId: string,
): PendingReturn | undefined {
  const pending: PendingReturn = {
    platform: { key, name },
    connection: connection.id,
    knownErrorIds: [...before],
    again: was !== undefined,
    attemptId,
    until: Date.now() + maxAgeMs,
  };
  return saveTabEntry(owner, kind, companyId, pending) ? pending : undefined;
}

/** Whether this tab was left for any company's sake that had this session's token endpoint. */
export const isReturnPending = ({ owner }: Session): boolean =>
  clearTabEntries(owner, () => false).some((kept) => kept.kind === kind);

/** What this tab was left for in a company's name. */
export function readPendingReturn({ companyId, owner }: Session): PendingReturn | undefined {
  const found = clearTabEntries(owner, () => false).find(
    (kept) => kept.kind === kind && kept.company === companyId,
  )?.value;
  return isPendingReturn(found) ? found : undefined;
}

/** Ends it, and answers with what it was. */
export function clearPendingReturn(session: Session): PendingReturn | undefined {
  const pending = readPendingReturn(session);
  clearTabEntries(session.owner, (kept) => kept.kind === kind && kept.company === session.companyId);
  return pending;
}

function isPendingReturn(value: unknown): value is PendingReturn {
  if (typeof value !== 'object' || value === null) return false;
  const { platform, connection, knownErrorIds } = value as Partial<PendingReturn>;
  return typeof platform?.name === 'string' && typeof connection === 'string' && Array.isArray(knownErrorIds);
}
