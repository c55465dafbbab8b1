import { createRequest } from '../browser/create-request.js';
import { exchange, type Fetch } from './exchange.js';
import { connection, type Connection } from './schemas/connection.js';
import { pageOf, type Page } from './schemas/parsing/page.js';
import { platform, type Platform } from './schemas/platform.js';
import type { RequestOptions, Transport } from './transport.js';

const platforms = pageOf(platform);
const connections = pageOf(connection);

/** The requests for a company's connections, by way of the gateway. Each returns a parsed value or throws a `CodatError`. */
export class CodatClient {
  readonly #transport: Transport;
  #unreadableConnections = 0;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The number of entries in the last list of connections that could not be parsed. */
  get unreadableConnections(): number {
    return this.#unreadableConnections;
  }

  /** All connections of the company, from all pages. */
  async connections(signal?: AbortSignal): Promise<Connection[]> {
    const { items, unreadable } = await fetchPages((number) =>
      this.#transport.send(`connections?page=${number}&pageSize=100`, connections, { signal }),
    );
    this.#unreadableConnections = unreadable;
    return items;
  }

  /** One connection, fetched from Codat past the gateway's cache. */
  async connection(id: string, signal?: AbortSignal): Promise<Connection> {
    return this.#sendForConnection(id, { fresh: true, signal });
  }

  /** Creates a connection to a platform, or finds the pending one. `consent` is a receipt, if the host asks for consent. */
  async connect(platformKey: string, signal?: AbortSignal, consent?: string): Promise<Connection> {
    const body = { platformKey, consent };
    return this.#transport.send('connections', connection, { method: 'POST', body, signal });
  }

  /** Unlinks a connection: synced data stays, and syncing ends. */
  async unlink(id: string): Promise<Connection> {
    return this.#sendForConnection(id, { method: 'PATCH', body: { status: 'Unlinked' } });
  }

  /** Deletes a connection permanently. */
  async delete(id: string): Promise<void> {
    await this.#transport.send(`connections/${encodeURIComponent(id)}`, () => undefined, {
      method: 'DELETE',
    });
  }

  #sendForConnection(id: string, options: RequestOptions): Promise<Connection> {
    return this.#transport.send(`connections/${encodeURIComponent(id)}`, connection, options);
  }
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
