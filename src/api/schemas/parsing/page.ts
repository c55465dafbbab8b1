import { parseEach } from './parse-each.js';
import { unknown, array, nullish, object, parser, string, type Parser } from '../../../contract/shape.js';

/** What the lender reads, as the list of platforms says: Codat's names of data types, and whether it writes nothing. */
export interface Reads {
  readonly bySourceType: readonly { readonly sourceType: string; readonly dataTypes: readonly string[] }[];
  readonly readsOnly: boolean;
}

/** One page of a list, the number of its entries that could not be parsed, and the URL of the next page. */
export interface Page<Item> extends Reads {
  readonly items: Item[];
  readonly unreadable: number;
  readonly next: string | undefined;
}

const wire = object({
  results: array(unknown),
  // The number of entries that the gateway left out.
  unreadable: nullish(unknown),
  reads: nullish(array(object({ sourceType: string, dataTypes: array(string) }))),
  readsOnly: unknown,
  _links: nullish(object({ next: nullish(object({ href: string })) })),
});

/** Parses a page of Codat's, leaving out entries that can't be parsed. */
export function pageOf<Item>(parseItem: Parser<Item>): Parser<Page<Item>> {
  return parser(wire, ({ results, unreadable, reads, readsOnly, _links }) => {
    const items = parseEach(results, parseItem);
    const leftOut = typeof unreadable === 'number' && unreadable > 0 ? unreadable : 0;
    return {
      items,
      unreadable: leftOut + results.length - items.length,
      bySourceType: reads ?? [],
      readsOnly: readsOnly === true,
      next: _links?.next?.href,
    };
  });
}
