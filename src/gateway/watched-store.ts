import { thrownIn, type GatewayEvent } from './gateway-event.js';
import { Problem } from './problem.js';
import type { Store } from './store.js';

/** The host's store, told of when it can't be used: what needs it is then refused with a 503, and not with what it threw. */
export function watchedStore(store: Store, tell: (event: GatewayEvent) => void): Store {
  const watch = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask();
    } catch (thrown) {
      tell({ type: 'trouble', with: 'store', ...thrownIn(thrown) });
      throw new Problem(503, 'The lender’s server can’t do this just now. Try again later.', {
        retryAfter: 5,
      });
    }
  };
  return {
    get: (key) => watch(() => store.get(key)),
    set: (key, value, ttlMs) => watch(() => store.set(key, value, ttlMs)),
    add: (key, value, ttlMs) => watch(() => store.add(key, value, ttlMs)),
    delete: (key) => watch(() => store.delete(key)),
  };
}
