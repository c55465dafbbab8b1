import { memoryStore } from './memory-store.js';
import type { Store } from './store.js';

const hour = 3_600_000;

/**
 * Where what Codat can be asked for again is kept: in the store while it answers, else in this process alone.
 * Never rejects.
 */
export function cacheOver(store: Store, now?: () => number): Store {
  const own = memoryStore({ ...(now && { now }), maxCharacters: 16_000_000 });
  return {
    async get(key) {
      try {
        const value = await store.get(key);
        if (value !== undefined) await own.set(key, value, hour);
        return value;
      } catch {
        return own.get(key);
      }
    },
    async set(key, value, ttlMs) {
      await own.set(key, value, ttlMs);
      await store.set(key, value, ttlMs).catch(() => undefined);
    },
    add: (key, value, ttlMs) => store.add(key, value, ttlMs).catch(() => own.add(key, value, ttlMs)),
    async delete(key, value) {
      await own.delete(key, value);
      await store.delete(key, value).catch(() => undefined);
    },
  };
}
