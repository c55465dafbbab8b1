import type { Store } from './store.js';

/**
 * Takes one of `maxSlots`, each of which is free again after `ttlMs`; false when none is free. Atomic, so that all
 * processes together take no more.
 */
export async function takeSlot(store: Store, key: string, maxSlots: number, ttlMs: number): Promise<boolean> {
  for (let slot = 1; slot <= maxSlots; slot++) {
    if (await store.add(`${key}:${slot}`, 'taken', ttlMs)) return true;
  }
  return false;
}
