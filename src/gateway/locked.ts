import { longestChange } from './codat.js';
import { Problem } from './problem.js';
import type { Store } from './store.js';

/** How long a lock is held at most, should its process end, in milliseconds; and how much of that one change at Codat needs. */
const longest = 60_000;
const forOneChange = longestChange + 2_000;

/** A lock that someone holds. */
export interface Lock {
  /**
   * To be asked just before what must not be done twice. Rejects with a 503 when the lock may not last that long, or
   * when the store forgot things so lately that someone else may be at it under a lock it has forgotten.
   */
  confirm(): Promise<void>;
}

/** Does the work while no other process does any under the same key; waits up to 25 s for its turn. */
export async function locked<Result>(
  store: Store,
  key: string,
  work: (lock: Lock) => Promise<Result>,
): Promise<Result> {
  const mine = crypto.randomUUID();
  for (let turn = 0; turn < 250; turn++) {
    const until = performance.now() + longest;
    if (await store.add(key, mine, longest)) {
      const confirm = async (): Promise<void> => {
        const [holder, remembers = Infinity] = await Promise.all([store.get(key), store.remembersFor?.()]);
        const lasts = performance.now() + forOneChange < until;
        if (holder !== mine || !lasts || remembers < forOneChange) throw mayBeDoneElsewhere();
      };
      try {
        const result = await work({ confirm });
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
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw mayBeDoneElsewhere();
}

/** What was done is done, whether or not the store can be told; a lock that is not released ends by itself. */
async function release(store: Store, key: string, mine: string): Promise<void> {
  await store.delete(key, mine).catch(() => undefined);
}

const mayBeDoneElsewhere = (): Problem =>
  new Problem(503, 'The same may be done elsewhere just now. Try again in a moment.', { retryAfter: 5 });
