import { memoryStore } from './memory-store.js';
import type { Store } from './store.js';

const hour = 3_600_000;

/**
 * A cache in the store, for data that can be read from Codat again. While the store fails it uses this process's memory.
 * Never rejects.
 */
export function withMemoryFallback(store: Store, now?: () => number): Store {
  const memory = memoryStore({ now, maxCharacters: 16_000_000 });
  return {
    async get(key) {
      try {
        const value = await store.get(key);
        if (value !== undefined) await memory.set(key, value, hour);
        return value;
      } catch {
        return memory.get(key);
      }
    },
    async set(key, value, ttlMs) {
      await memory.set(key, value, ttlMs);
      await store.set(key, value, ttlMs).catch(() => undefined);
    },
    add: (key, value, ttlMs) => store.add(key, value, ttlMs).catch(() => memory.add(key, value, ttlMs)),
    async delete(key, value) {
      await memory.delete(key, value);
      await store.delete(key, value).catch(() => undefined);
    },
  };
}
