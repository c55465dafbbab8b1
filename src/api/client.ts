import { requestTo } from '../browser/request.js';
import { exchange, type Fetch } from './exchange.js';
import { connection, type Connection } from './schemas/connection.js';
import { page, type Page } from './schemas/parsing/page.js';
import { platform, type Platform } from './schemas/platform.js';
import type { Call, Transport } from './transport.js';

const platforms = page(platform);
const connections = page(connection);

/** Codat's questions as the elements ask them, each with a checked answer of our own type. */
export class CodatClient {
  readonly #transport: Transport;
  #unreadableConnections = 0;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** How many connections the last list of them had that can't be read. */
  get unreadableConnections(): number {
    return this.#unreadableConnections;
  }

  /** Every connection of the company, from every page. */
  async connections(signal?: AbortSignal): Promise<Connection[]> {
    const { items, unreadable } = await pages((number) =>
      this.#transport.send(`connections?page=${number}&pageSize=100`, connections, { signal }),
    );
    this.#unreadableConnections = unreadable;
    return items;
  }

  /** One connection as Codat has it now. */
  async connection(id: string, signal?: AbortSignal): Promise<Connection> {
    return this.#one(id, { fresh: true, signal });
  }

  /** A new connection to a platform, or the pending one that is there already. `consent` is a receipt, where the host asks for one. */
  async connect(platformKey: string, signal?: AbortSignal, consent?: string): Promise<Connection> {
    const body = { platformKey, consent };
    return this.#transport.send('connections', connection, { method: 'POST', body, signal });
  }

  /** Cuts a connection: what was read stays, nothing new is read. */
  async unlink(id: string): Promise<Connection> {
    return this.#one(id, { method: 'PATCH', body: { status: 'Unlinked' } });
  }

  /** Deletes a connection for good. */
  async delete(id: string): Promise<void> {
    await this.#transport.send(`connections/${encodeURIComponent(id)}`, () => undefined, {
      method: 'DELETE',
    });
  }

  #one(id: string, call: Call): Promise<Connection> {
    return this.#transport.send(`connections/${encodeURIComponent(id)}`, connection, call);
  }
}

/** The platforms every visitor may connect: all pages of them, the enabled ones only, whatever was asked for. */
export async function fetchPlatforms(fetch: Fetch, url: string, signal: AbortSignal): Promise<Platform[]> {
  let next: string | undefined = url;
  const { items } = await pages(async () => {
    const answer = await exchange(fetch, requestTo(next ?? url, { signal }), platforms);
    next = answer.next && new URL(answer.next, url).href;
    return answer;
  });
  return items.filter(({ enabled }) => enabled);
}

/** No list of ours is longer than so many pages: an answer that always names a next one ends here. */
const mostPages = 100;

async function pages<Item>(read: (number: number) => Promise<Page<Item>>): Promise<Omit<Page<Item>, 'next'>> {
  const all = { items: [] as Item[], unreadable: 0 };
  for (let number = 1; number <= mostPages; number++) {
    const { items, unreadable, next } = await read(number);
    all.items.push(...items);
    all.unreadable += unreadable;
    if (!next) break;
  }
  return all;
}
