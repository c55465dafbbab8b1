import { elapsedBy } from '../elapsed.js';
import type { Store } from './store.js';

interface MemoryStoreOptions {
  /** A clock, in milliseconds. What it is set back by does not count. Default: one that is never set. */
  now?: () => number;
  /** How many entries to hold before the oldest go. */
  maxEntries?: number;
  /** How many characters to hold, keys and values together, before the oldest go. */
  maxCharacters?: number;
}

/** A store for one process: everything in memory, bounded, gone when the process ends. */
export function memoryStore({
  now,
  maxEntries = 100_000,
  maxCharacters = 64_000_000,
}: MemoryStoreOptions = {}): Store {
  const entries = new Map<string, { value: string; until: number }>();
  const elapsed = elapsedBy(now);
  let characters = 0;

  const drop = (key: string): void => {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    characters -= key.length + entry.value.length;
  };
  const read = (key: string): string | undefined => {
    const entry = entries.get(key);
    if (entry && entry.until > elapsed()) return entry.value;
    drop(key);
    return undefined;
  };
  const write = (key: string, value: string, ttlMs: number): void => {
    drop(key);
    entries.set(key, { value, until: elapsed() + ttlMs });
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
