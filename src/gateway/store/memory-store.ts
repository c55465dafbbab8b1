import { createElapsedTimeClock } from '../elapsed-time-clock.js';
import type { Store } from './store.js';

interface MemoryStoreOptions {
  /** A clock in milliseconds; setting it back has no effect. Default: a monotonic clock. */
  now?: (() => number) | undefined;
  /** When there are more entries, the oldest are dropped. Default 100,000. */
  maxEntries?: number | undefined;
  /** When keys and values together have more characters, the oldest entries are dropped. Default 64,000,000. */
  maxCharacters?: number | undefined;
}

/** A store for a single process, in bounded memory; it is lost when the process ends. */
export function memoryStore({
  now,
  maxEntries = 100_000,
  maxCharacters = 64_000_000,
}: MemoryStoreOptions = {}): Store {
  const entries = new Map<string, { value: string; expiresAt: number }>();
  const elapsed = createElapsedTimeClock(now);
  let characters = 0;

  const drop = (key: string): void => {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    characters -= key.length + entry.value.length;
  };
  const read = (key: string): string | undefined => {
    const entry = entries.get(key);
    if (entry && entry.expiresAt > elapsed()) return entry.value;
    drop(key);
    return undefined;
  };
  const write = (key: string, value: string, ttlMs: number): void => {
    drop(key);
    entries.set(key, { value, expiresAt: elapsed() + ttlMs });
    characters += key.length + value.length;
    for (const oldest of entries.keys()) {
      if (entries.size <= maxEntries && characters <= maxCharacters) return;
      drop(oldest);
    }
  };

  return {
    get: (key) => Promise.resolve(read(key)),
    set: (key, value, ttlMs) => {
      write(key, value, ttlMs);
      return Promise.resolve();
    },
    add: (key, value, ttlMs) => {
      if (read(key) !== undefined) return Promise.resolve(false);
      write(key, value, ttlMs);
      return Promise.resolve(true);
    },
    delete: (key, value) => {
      if (value === undefined || read(key) === value) drop(key);
      return Promise.resolve();
    },
  };
}
