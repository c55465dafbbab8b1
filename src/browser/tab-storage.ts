/** What the pages of one tab keep for each other: which sign-in the tab was left for, the ticket of the way back, what was chosen. */
export type Kind = 'pending-return' | 'ticket' | 'wish';

export interface Kept {
  readonly kind: Kind;
  /** Empty until it is known. */
  readonly company: string;
  readonly savedAt: number;
  readonly value: unknown;
}

/** Milliseconds for which anything is kept, at most. */
export const maxAgeMs = 10 * 60_000;

const prefix = 'codat-connect-elements';

/** Keeps a value in this tab for sessions of the same owner, in place of the one before. False where the browser keeps nothing. */
export function keepInTab(owner: string, kind: Kind, company: string, value: unknown): boolean {
  return tried((storage) => {
    storage.setItem([prefix, owner, company, kind].join(' '), JSON.stringify({ savedAt: Date.now(), value }));
    setTimeout(() => clearTab(owner, () => false), maxAgeMs);
    return true;
  }, false);
}

/** What this tab keeps for an owner, and what of it `which` chooses is cleared, as all that is too old. */
export function clearTab(owner: string, which: (kept: Kept) => boolean): Kept[] {
  return tried((storage) => {
    const stays: Kept[] = [];
    for (const key of Object.keys(storage)) {
      // Addresses and ids have no spaces.
      const [name, endpoint, company = '', kind] = key.split(' ');
      if (name !== prefix || endpoint !== owner) continue;
      const kept = { ...(JSON.parse(storage.getItem(key) ?? '') as Kept), kind: kind as Kind, company };
      // A clock may have been put back a little meanwhile.
      const age = Math.abs(Date.now() - kept.savedAt);
      if (age < maxAgeMs && !which(kept)) stays.push(kept);
      else storage.removeItem(key);
    }
    return stays;
  }, []);
}

/** Browsers that keep nothing throw at the mere name of it. */
function tried<Value>(act: (storage: Storage) => Value, otherwise: Value): Value {
  try {
    return act(sessionStorage);
  } catch {
    return otherwise;
  }
}
