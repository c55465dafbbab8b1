/** The kinds of entries that a tab stores across page loads: the sign-in that the person left for, the return page's ticket, and the platform chosen before a reload. */
type EntryKind = 'pending-return' | 'ticket' | 'request';

interface SavedTabEntry {
  readonly kind: EntryKind;
  /** The company's id; '' until it is known. */
  readonly company: string;
  readonly savedAt: number;
  readonly value: unknown;
}

/** Milliseconds after which an entry is removed. */
export const maxEntryAgeMs = 10 * 60_000;

const prefix = 'codat-connect-elements';

/** Stores a value in this tab for sessions with the same storage key. Returns false if the browser has no storage. */
export function saveTabEntry(tabKey: string, kind: EntryKind, company: string, value: unknown): boolean {
  return withStorage((storage) => {
    storage.setItem(
      [prefix, tabKey, company, kind].join(' '),
      JSON.stringify({ savedAt: Date.now(), value }),
    );
    setTimeout(() => pruneAndReadTabEntries(tabKey), maxEntryAgeMs);
    return true;
  }, false);
}

/** Removes the entries of this storage key that are too old, and those for which `shouldRemove` returns true. Returns the rest. */
export function pruneAndReadTabEntries(
  tabKey: string,
  shouldRemove: (entry: SavedTabEntry) => boolean = () => false,
): SavedTabEntry[] {
  return withStorage((storage) => {
    const remaining: SavedTabEntry[] = [];
    for (const key of Object.keys(storage)) {
      // URLs and ids have no spaces.
      const [name, endpoint, company = '', kind] = key.split(' ');
      if (name !== prefix || endpoint !== tabKey) continue;
      const entry = {
        ...(JSON.parse(storage.getItem(key) ?? '') as SavedTabEntry),
        kind: kind as EntryKind,
        company,
      };
      // The clock may have been set back meanwhile.
      const age = Math.abs(Date.now() - entry.savedAt);
      if (age < maxEntryAgeMs && !shouldRemove(entry)) remaining.push(entry);
      else storage.removeItem(key);
    }
    return remaining;
  }, []);
}

/** Whether this tab has entries of any session. */
export const hasEntriesOfAnySession = (): boolean =>
  withStorage((storage) => Object.keys(storage).some((key) => key.startsWith(prefix)), false);

/** Where storage is blocked, even reading `sessionStorage` throws. */
function withStorage<Value>(use: (storage: Storage) => Value, fallback: Value): Value {
  try {
    return use(sessionStorage);
  } catch {
    return fallback;
  }
}
