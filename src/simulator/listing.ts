import { fieldOf, order, parseQuery, type Kind } from './query.js';
import { invalid } from './routes/refusal.js';

const largestPage = 5000;

/** One page of things, as `query`, `orderBy`, `page` and `pageSize` ask (docs.codat.io/using-the-api/paging). */
export function listPage<Item>(
  url: URL,
  items: readonly Item[],
  kind: Kind<Item>,
  show: (item: Item) => unknown,
): Response {
  const size = whole(url, 'pageSize', 100, largestPage);
  const page = whole(url, 'page', 1, Number.MAX_SAFE_INTEGER);
  const query = url.searchParams.get('query');
  const found = ordered(url, query ? items.filter(parseQuery(query, kind)) : items, kind);
  const to = (number: number) => ({ href: hrefOf(url, number, size) });
  return Response.json({
    results: found.slice((page - 1) * size, page * size).map(show),
    pageNumber: page,
    pageSize: size,
    totalResults: found.length,
    _links: {
      self: { href: url.pathname },
      current: to(page),
      ...(page * size < found.length && { next: to(page + 1) }),
      ...(page > 1 && { previous: to(page - 1) }),
    },
  });
}

function ordered<Item>(url: URL, items: readonly Item[], kind: Kind<Item>): readonly Item[] {
  const by = url.searchParams.get('orderBy');
  if (!by) return items;
  const field = fieldOf(by.replace(/^-/, ''), kind);
  const sign = by.startsWith('-') ? -1 : 1;
  return items.toSorted((left, right) => sign * order(String(field(left) ?? ''), String(field(right) ?? '')));
}

function whole(url: URL, name: string, otherwise: number, most: number): number {
  const text = url.searchParams.get(name);
  if (text === null) return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > most) throw invalid(`${name} must be 1 to ${most}.`);
  return value;
}

function hrefOf(url: URL, page: number, size: number): string {
  const query = new URLSearchParams(url.search);
  query.set('page', String(page));
  query.set('pageSize', String(size));
  return `${url.pathname}?${query.toString()}`;
}
