import { longestChange } from '../codat/codat.js';
import { Problem } from '../problem.js';
import type { Shutdown } from '../shutdown.js';
import type { Store } from './store.js';

/** How long a lock is held at most, should its process end, in milliseconds; and how much of that one change at Codat needs. */
const longest = 60_000;
const forOneChange = longestChange + 2_000;

/** A lock that someone holds. */
export interface Lock {
  /**
   * Whether nobody else does the same: not when the lock may not last for one change more, nor when the store forgot
   * things so lately that someone may be at it under a lock it has forgotten.
   */
  isSure(): Promise<boolean>;
  /** To be asked just before what must not be done twice. Rejects with a 503 when it is not sure. */
  confirm(): Promise<void>;
}

/** The locks of one gateway, which all processes share by its store. */
export class Locks {
  readonly #store: Store;
  readonly #shutdown: Shutdown;

  constructor(store: Store, shutdown: Shutdown) {
    this.#store = store;
    this.#shutdown = shutdown;
  }

  /**
   * Does the work while no other process does any under the same key; waits up to 25 s for its turn, or until the
   * gateway is closing: another process is to do it then.
   */
  async hold<Result>(key: string, work: (lock: Lock) => Promise<Result>): Promise<Result> {
    const store = this.#store;
    const mine = crypto.randomUUID();
    for (let turn = 0; turn < 250; turn++) {
      const until = performance.now() + longest;
      if (await store.add(key, mine, longest)) {
        const isSure = async (): Promise<boolean> => {
          const [holder, remembers = Infinity] = await Promise.all([store.get(key), store.durableForMs?.()]);
          const lasts = performance.now() + forOneChange < until;
          return holder === mine && lasts && remembers >= forOneChange;
        };
        const confirm = async (): Promise<void> => {
          if (!(await isSure())) throw mayBeDoneElsewhere();
        };
        try {
          const result = await work({ isSure, confirm });
          await release(store, key, mine);
          return result;
        } catch (thrown) {
          const mayBeDone = thrown instanceof Problem && thrown.mayBeDone;
          // Whoever is next is to find what came of it.
          if (mayBeDone) await store.set(key, mine, longestChange).catch(() => undefined);
          else await release(store, key, mine);
          throw thrown;
        }
      }
      this.#shutdown.demandOpen();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw mayBeDoneElsewhere();
  }
}

/** What was done is done, whether or not the store can be told; a lock that is not released ends by itself. */
async function release(store: Store, key: string, mine: string): Promise<void> {
  await store.delete(key, mine).catch(() => undefined);
}

/** What to say where it is not sure that nobody else does the same. */
export const mayBeDoneElsewhere = (): Problem =>
  new Problem(503, 'The same may be done elsewhere just now. Try again in a moment.', { retryAfter: 5 });
