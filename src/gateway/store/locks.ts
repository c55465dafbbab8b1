import { changeTimeoutMs } from '../codat/codat-client.js';
import { HttpError } from '../http-error.js';
import type { WorkTracker } from '../work-tracker.js';
import { releaseClaim, tryClaim } from './claim.js';
import type { Store } from './store.js';
import { delay } from '../timers.js';

/** A lock expires after this time, should its process end; one change at Codat needs `changeMarginMs` of it. */
const maxHoldMs = 60_000;
const changeMarginMs = changeTimeoutMs + 2_000;

/** A lock that is held. */
interface LockSafety {
  /**
   * Whether no other process can be doing the same work. False when the lock may expire during one more change, and when
   * the store lost data so recently that another process may hold a lock that was lost.
   */
  isSafe(): Promise<boolean>;
  /** Call it right before a change that must not be made twice. Rejects with a 503 when that is not safe. */
  assertSafe(): Promise<void>;
}

/** Locks that all processes of a gateway share, in its store. */
export class Locks {
  readonly #store: Store;
  readonly #workTracker: WorkTracker;

  constructor(store: Store, workTracker: WorkTracker) {
    this.#store = store;
    this.#workTracker = workTracker;
  }

  /**
   * Does the work while it holds the lock of this name, as `navigator.locks.request` does. Waits up to 25 s for it.
   * Rejects with a 503 after that, and when the gateway closes while it waits.
   */
  async request<Result>(key: string, work: (lock: LockSafety) => Promise<Result>): Promise<Result> {
    const store = this.#store;
    const owner = crypto.randomUUID();
    for (let attempt = 0; attempt < 250; attempt++) {
      const expiresAt = performance.now() + maxHoldMs;
      if (await tryClaim(store, key, owner, maxHoldMs)) {
        const isSafe = async (): Promise<boolean> => {
          const [holder, durableForMs = Infinity] = await Promise.all([
            store.get(key),
            store.durableForMs?.(),
          ]);
          const lastsLongEnough = performance.now() + changeMarginMs < expiresAt;
          return holder === owner && lastsLongEnough && durableForMs >= changeMarginMs;
        };
        const assertSafe = async (): Promise<void> => {
          if (!(await isSafe())) throw createBusyElsewhereError();
        };
        try {
          const result = await work({ isSafe, assertSafe });
          await releaseClaim(store, key, owner);
          return result;
        } catch (thrown) {
          const mayBeDone = thrown instanceof HttpError && thrown.mayBeDone;
          // Keep the lock for as long as the change may still take, so that the next holder finds its result.
          if (mayBeDone) await store.set(key, owner, changeTimeoutMs).catch(() => undefined);
          else await releaseClaim(store, key, owner);
          throw thrown;
        }
      }
      this.#workTracker.assertOpen();
      await delay(100);
    }
    throw createBusyElsewhereError();
  }
}

/** A 503, since another process may be doing the same work. */
export const createBusyElsewhereError = (): HttpError =>
  new HttpError(503, 'Another process may be doing this already. Try again in a moment.', { retryAfter: 5 });
