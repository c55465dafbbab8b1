import type { Store } from './store.js';

/**
 * Takes one of `maxUses` uses, each of which becomes free again after `ttlMs`; false when none is left. Atomic, so
 * that all processes together take no more than `maxUses`.
 */
export async function tryConsumeUse(
  store: Store,
  key: string,
  maxUses: number,
  ttlMs: number,
): Promise<boolean> {
  for (const use of useKeysOf(key, maxUses)) if (await store.add(use, 'used', ttlMs)) return true;
  return false;
}

/** The keys of the uses, in the order in which they are taken. */
export const useKeysOf = (key: string, maxUses: number): string[] =>
  Array.from({ length: maxUses }, (_, index) => `${key}:${index + 1}`);
