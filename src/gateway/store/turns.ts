import type { Store } from './store.js';

/**
 * Takes one of so many turns, each free again after `ttlMs`; false when none is free. Atomic, so that many
 * processes together give no more than one would.
 */
export async function takeTurn(store: Store, key: string, turns: number, ttlMs: number): Promise<boolean> {
  for (let turn = 1; turn <= turns; turn++) {
    if (await store.add(`${key}:${turn}`, 'taken', ttlMs)) return true;
  }
  return false;
}
