import {
  resolveFieldGetter,
  compareAsNumbersOrText,
  parseQuery,
  type QueryableResourceDefinition,
} from './query-language.js';
import { createInvalidRequestError } from './routes/api-error.js';

const maxPageSize = 5000;

/** Responds with one page of items, by the parameters `query`, `orderBy`, `page` and `pageSize` (docs.codat.io/using-the-api/paging). */
export function respondWithListPage<Item>(
  url: URL,
  items: readonly Item[],
  resource: QueryableResourceDefinition<Item>,
  serialize: (item: Item) => unknown,
): Response {
  const size = intParam(url, 'pageSize', 100, maxPageSize);
  const page = intParam(url, 'page', 1, Number.MAX_SAFE_INTEGER);
  const query = url.searchParams.get('query');
  const found = sort(url, query ? items.filter(parseQuery(query, resource)) : items, resource);
  const linkTo = (number: number) => ({ href: hrefOf(url, number, size) });
  return Response.json({
    results: found.slice((page - 1) * size, page * size).map(serialize),
    pageNumber: page,
    pageSize: size,
    totalResults: found.length,
    _links: {
      self: { href: url.pathname },
      current: linkTo(page),
      ...(page * size < found.length && { next: linkTo(page + 1) }),
      ...(page > 1 && { previous: linkTo(page - 1) }),
    },
  });
}

function sort<Item>(
  url: URL,
  items: readonly Item[],
  resource: QueryableResourceDefinition<Item>,
): readonly Item[] {
  const by = url.searchParams.get('orderBy');
  if (!by) return items;
  const field = resolveFieldGetter(by.replace(/^-/, ''), resource);
  const sign = by.startsWith('-') ? -1 : 1;
  return items.toSorted(
    (left, right) => sign * compareAsNumbersOrText(String(field(left) ?? ''), String(field(right) ?? '')),
  );
}

function intParam(url: URL, name: string, fallback: number, max: number): number {
  const text = url.searchParams.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > max)
    throw createInvalidRequestError(`${name} must be 1 to ${max}.`);
  return value;
}

function hrefOf(url: URL, page: number, size: number): string {
  const query = new URLSearchParams(url.search);
  query.set('page', String(page));
  query.set('pageSize', String(size));
  return `${url.pathname}?${query.toString()}`;
}
