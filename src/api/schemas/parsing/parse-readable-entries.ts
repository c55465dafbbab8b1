import type { BodyParser } from '../../../contract/shape.js';

/** Parses the entries of a list, leaving out those that can't be parsed. */
export function parseReadableEntries<Item>(entries: readonly unknown[], parse: BodyParser<Item>): Item[] {
  return entries.flatMap((entry) => {
    try {
      return [parse(entry)];
    } catch {
      return [];
    }
  });
}
