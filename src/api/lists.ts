import { createRequest } from '../browser/create-request.js';
import { exchange, type Fetch } from './exchange.js';
import { connection, type Connection } from './schemas/connection.js';
import { pageOf, type Page } from './schemas/parsing/page.js';
import { platform, type Platform } from './schemas/platform.js';
import type { Send } from './transport.js';

const platforms = pageOf(platform);
const connections = pageOf(connection);

/** All connections of the company, from all pages, and how many entries could not be parsed. Throws a `CodatError`. */
export function fetchConnections(send: Send, signal?: AbortSignal): Promise<Omit<Page<Connection>, 'next'>> {
  return fetchPages((number) => send(`connections?page=${number}&pageSize=100`, connections, { signal }));
}

/** The enabled platforms, from all pages of the public list. Throws a `CodatError`. */
export async function fetchPlatforms(fetch: Fetch, url: string, signal: AbortSignal): Promise<Platform[]> {
  let next: string | undefined = url;
  const { items } = await fetchPages(async () => {
    const answer = await exchange(fetch, createRequest(next ?? url, { signal }), platforms);
    next = answer.next && new URL(answer.next, url).href;
    return answer;
  });
  return items.filter(({ enabled }) => enabled);
}

/** Ends a list whose every page names a next one. */
const maxPages = 100;

async function fetchPages<Item>(
  fetchPage: (number: number) => Promise<Page<Item>>,
): Promise<Omit<Page<Item>, 'next'>> {
  const all = { items: [] as Item[], unreadable: 0 };
  for (let number = 1; number <= maxPages; number++) {
    const { items, unreadable, next } = await fetchPage(number);
    all.items.push(...items);
    all.unreadable += unreadable;
    if (!next) break;
  }
  return all;
}
