import { Problem } from './problem.js';
import type { Store } from './store.js';

/** How long a lock is held at most, should its process end, in milliseconds; and how much of that a change at Codat may need. */
const longest = 60_000;
const forOneChange = 25_000;

/** A lock that someone holds. */
export interface Lock {
  /**
   * To be asked just before what must not be done twice. Rejects with a 503 when the lock may not last that long,
   * or is gone already, as after a restart of the store.
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
        const isMine = performance.now() + forOneChange < until && (await store.get(key)) === mine;
        if (!isMine) throw takesTooLong();
      };
      return work({ confirm }).finally(() => release(store, key, mine));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw takesTooLong();
}

/** What was done is done, whether or not the store can be told; a lock that is not released ends by itself. */
async function release(store: Store, key: string, mine: string): Promise<void> {
  await store.delete(key, mine).catch(() => undefined);
}

const takesTooLong = (): Problem =>
  new Problem(503, 'The same is being done elsewhere. Try again in a moment.', { retryAfter: 5 });
