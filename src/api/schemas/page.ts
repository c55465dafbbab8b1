import { readable } from './readable.js';
import { anything, list, maybe, object, read, text, type Read } from './shape.js';

/** One page of a list, and where the next one is. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | undefined;
}

const wire = object({
  results: list(anything),
  _links: maybe(object({ next: maybe(object({ href: text })) })),
});

/** Reads a page of Codat's, leaving out what can't be read. */
export function page<Item>(item: Read<Item>): Read<Page<Item>> {
  return read(wire, ({ results, _links }) => ({ items: readable(results, item), next: _links?.next?.href }));
}
