import type { Store } from './store.js';

/**
 * Takes one of `maxSlots`, each of which is free again after `ttlMs`; false when none is free. Atomic, so that all
 * processes together take no more.
 */
export async function tryTakeSlot(
  store: Store,
  key: string,
  maxSlots: number,
  ttlMs: number,
): Promise<boolean> {
  for (const slot of slotKeysOf(key, maxSlots)) if (await store.add(slot, 'taken', ttlMs)) return true;
  return false;
}

/** The keys of the slots, in the order in which they are taken. */
export const slotKeysOf = (key: string, maxSlots: number): string[] =>
  Array.from({ length: maxSlots }, (_, index) => `${key}:${index + 1}`);
