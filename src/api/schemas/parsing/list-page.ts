import {
  unknown,
  array,
  nullish,
  object,
  createBodyParser,
  string,
  type BodyParser,
} from '../../../contract/shape.js';
import { parseReadableEntries } from './parse-readable-entries.js';

/** One page of a list, the number of its entries that could not be parsed, and the URL of the next page. */
export interface ListPage<Item> {
  readonly items: Item[];
  readonly unreadable: number;
  readonly next: string | undefined;
  /** The data that the lender reads, in a list of platforms; `parseLenderDataTypes` parses it. */
  readonly reads: unknown;
}

const wire = object({
  results: array(unknown),
  // The number of entries that the gateway left out.
  unreadable: nullish(unknown),
  reads: unknown,
  _links: nullish(object({ next: nullish(object({ href: string })) })),
});

/** Parses a page of a list that the gateway sends in Codat's format. Leaves out, and counts, entries that can't be parsed. */
export function createLenientListPageParser<Item>(parseItem: BodyParser<Item>): BodyParser<ListPage<Item>> {
  return createBodyParser(wire, ({ results, unreadable, reads, _links }) => {
    const items = parseReadableEntries(results, parseItem);
    const leftOut = typeof unreadable === 'number' && unreadable > 0 ? unreadable : 0;
    return {
      items,
      unreadable: leftOut + results.length - items.length,
      next: _links?.next?.href,
      reads,
    };
  });
}
