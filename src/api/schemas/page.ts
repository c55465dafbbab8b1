import * as z from 'zod/mini';
import { read, type Read } from './read.js';

/** One page of a list, and where the next one is. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | undefined;
}

const wire = z.object({
  results: z.array(z.unknown()),
  _links: z.nullish(z.object({ next: z.nullish(z.object({ href: z.string() })) })),
});

/** Reads a page of Codat's. An entry that can't be read is left out, so that it can't take the rest with it. */
export function page<Item>(item: Read<Item>): Read<Page<Item>> {
  return read(wire, ({ results, _links }) => ({
    items: results.flatMap((entry): Item[] => {
      try {
        return [item(entry)];
      } catch {
        return [];
      }
    }),
    next: _links?.next?.href,
  }));
}
