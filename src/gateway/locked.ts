import { Problem } from './problem.js';
import type { Store } from './store.js';

/** Does the work while no other process does any under the same key; waits up to 25 s for its turn. */
export async function locked<Result>(
  store: Store,
  key: string,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let turn = 0; turn < 250; turn++) {
    if (await store.add(key, 'locked', 60_000)) {
      try {
        return await work();
      } finally {
        await store.delete(key);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Problem(503, 'The same is being done elsewhere. Try again in a moment.', { retryAfter: 5 });
}
