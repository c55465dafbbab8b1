import type { Read } from './shape.js';

/** Those of a list that can be read: one that can't must not take the rest with it. */
export function readable<Item>(entries: readonly unknown[], read: Read<Item>): Item[] {
  return entries.flatMap((entry) => {
    try {
      return [read(entry)];
    } catch {
      return [];
    }
  });
}
