import { createRequestWithSignal } from '../browser/create-request-with-signal.js';
import type { SendAndParse } from './api-transport.js';
import { fetchJson, type Fetch } from './fetch-json.js';
import { parseConnection, type Connection } from './schemas/connection.js';
import { createLenientListPageParser, type ListPage } from './schemas/parsing/list-page.js';
import { parsePlatform, type Platform } from './schemas/platform.js';

const parsePlatformPage = createLenientListPageParser(parsePlatform);
const parseConnectionPage = createLenientListPageParser(parseConnection);

type Entries<Item> = Pick<ListPage<Item>, 'items' | 'unreadable'>;

/** All connections of the company, from all pages, and how many entries could not be parsed. Throws a `CodatError`. */
export function fetchConnections(send: SendAndParse, signal?: AbortSignal): Promise<Entries<Connection>> {
  return fetchPages(
    (number) => send(`connections?page=${number}&pageSize=100`, parseConnectionPage, { signal }),
    ({ id }) => id,
  );
}

/** The enabled platforms, from all pages of the public list; `onReads` is called with `reads` of each page. Throws a `CodatError`. */
export async function fetchEnabledPlatforms(
  fetch: Fetch,
  url: string,
  signal: AbortSignal,
  onReads?: (reads: unknown) => void,
): Promise<Platform[]> {
  let next: string | undefined = url;
  const { items } = await fetchPages(
    async () => {
      const answer = await fetchJson(
        fetch,
        createRequestWithSignal(next ?? url, { signal }),
        parsePlatformPage,
      );
      onReads?.(answer.reads);
      next = answer.next && new URL(answer.next, url).href;
      return answer;
    },
    ({ key }) => key,
  );
  return items.filter(({ enabled }) => enabled);
}

/** Ends a list whose every page names a next one. */
const maxPages = 100;

/** An entry may be on two pages, since it moves to the next one when another is added meanwhile: it counts once. */
async function fetchPages<Item>(
  fetchPage: (number: number) => Promise<ListPage<Item>>,
  idOf: (item: Item) => string,
): Promise<Entries<Item>> {
  const byId = new Map<string, Item>();
  let unreadable = 0;
  for (let number = 1; number <= maxPages; number++) {
    const page = await fetchPage(number);
    for (const item of page.items) byId.set(idOf(item), item);
    unreadable += page.unreadable;
    if (!page.next) break;
  }
  return { items: [...byId.values()], unreadable };
}
