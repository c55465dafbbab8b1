import { readable } from './readable.js';
import { anything, list, maybe, object, read, text, type Read } from './shape.js';

/** One page of a list, how many of its entries can't be read, and where the next one is. */
export interface Page<Item> {
  readonly items: Item[];
  readonly unreadable: number;
  readonly next: string | undefined;
}

const wire = object({
  results: list(anything),
  // Those that the gateway has left out.
  unreadable: maybe(anything),
  _links: maybe(object({ next: maybe(object({ href: text })) })),
});

/** Reads a page of Codat's, leaving out what can't be read. */
export function page<Item>(item: Read<Item>): Read<Page<Item>> {
  return read(wire, ({ results, unreadable, _links }) => {
    const items = readable(results, item);
    const leftOut = typeof unreadable === 'number' && unreadable > 0 ? unreadable : 0;
    return { items, unreadable: leftOut + results.length - items.length, next: _links?.next?.href };
  });
}
