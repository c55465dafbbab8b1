import type { Store } from './store.js';
import { delay } from '../timers.js';

/** How long to wait, in milliseconds, before each further attempt at a release. */
const retryDelaysMs = [250, 1_000, 4_000] as const;

/**
 * Claims a key of the store for an owner, whose id is unique; false when another has it. If the store rejects, the key may
 * still have been set, so it is released before the error is thrown.
 */
export async function tryClaim(store: Store, key: string, owner: string, ttlMs: number): Promise<boolean> {
  try {
    return await store.add(key, owner, ttlMs);
  } catch (thrown) {
    void releaseClaim(store, key, owner);
    throw thrown;
  }
}

/**
 * Releases a claim, and leaves that of another owner alone. If the store fails, retries three times in the background;
 * after that the claim expires by itself. Never rejects.
 */
export async function releaseClaim(store: Store, key: string, owner: string): Promise<void> {
  const isReleased = (): Promise<boolean> =>
    store.delete(key, owner).then(
      () => true,
      () => false,
    );
  const retry = async (): Promise<void> => {
    for (const ms of retryDelaysMs) {
      await delay(ms);
      if (await isReleased()) return;
    }
  };
  if (!(await isReleased())) void retry();
}
