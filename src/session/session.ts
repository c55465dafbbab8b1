import { CodatClient, fetchPlatforms } from '../api/client.js';
import type { Fetch } from '../api/exchange.js';
import type { Connection } from '../api/schemas/connection.js';
import type { Platform } from '../api/schemas/platform.js';
import { fromEndpoint, TokenSource, type GetToken, type TokenEndpoint } from '../api/token-source.js';
import { Transport, type Ask } from '../api/transport.js';
import { lazy } from '../browser/lazy.js';
import type { Live } from './live/live.js';
import { Query } from './query.js';
import { latest } from './resource.js';
import type { Listeners } from './live/signs.js';
import type { Tab } from './tab.js';
import { clearTab } from '../browser/tab-storage.js';

/**
 * How a page reaches its gateway. With `getToken`, `apiBase` in its answer is absolute or relative to the page.
 * `platforms` is where the public list is: by default `./platforms` beside the token endpoint.
 */
export type SessionSettings = (TokenEndpoint | { readonly getToken: GetToken }) & {
  readonly platforms?: string;
  readonly fetch?: Fetch;
};

const loadLive = lazy(() => import('./live/live.js'));

/** Milliseconds before what keeps a page fresh is asked for again, where it could not be loaded. */
const retryMs = 30_000;

/** What a page knows of one company: one token and one copy of the data, shared by every element that uses it. */
export class Session {
  readonly platforms: Query<Platform[]>;
  readonly connections: Query<Connection[]>;
  /** How requests of this session leave the page. */
  readonly fetch: Fetch;
  /** Those who wait for what other pages say of a connection. */
  readonly listeners: Listeners = new Set();
  /** Connections that were seen to become linked by what a person did on this page. */
  readonly linkedHere = new Set<string>();
  readonly #transport: Transport;
  readonly #client: CodatClient;
  readonly #tokens: TokenSource;
  readonly #settings: SessionSettings;
  readonly #tab: Tab | undefined;
  /** What elements ask of this company, by name. */
  readonly #queries = new Map<string, Query<unknown>>();
  #life = new AbortController();
  #companyId: string | undefined;
  /** Keeps what is watched fresh. It loads once there is a company; without it a page shows what it was given. */
  #live: Live | undefined;

  /** `tab` stands in for the browser's own. */
  constructor(settings: SessionSettings, tab?: Tab) {
    const { fetch = (request: Request) => globalThis.fetch(request), platforms = './platforms' } = settings;
    this.fetch = fetch;
    this.#settings = settings;
    this.#tab = tab;
    const getToken = 'getToken' in settings ? settings.getToken : fromEndpoint(settings, fetch);
    this.#tokens = new TokenSource(
      getToken,
      () => this.#base,
      (companyId) => this.#belongTo(companyId),
    );
    this.#transport = new Transport(this.#tokens, fetch);
    this.#client = new CodatClient(this.#transport);
    this.platforms = new Query((signal) => fetchPlatforms(fetch, this.resolve(platforms), signal));
    this.connections = this.query('connections', (_, signal) => this.#client.connections(signal));
  }

  /** Swaps the way tokens are got, from the next renewal on; the session and what it knows stay. */
  set getToken(getToken: GetToken) {
    this.#tokens.getToken = getToken;
  }

  /** The company the newest token speaks for, once there is one. */
  get companyId(): string | undefined {
    return this.#companyId;
  }

  /** The same, asked for where it isn't known yet. */
  async loadCompanyId(): Promise<string> {
    return (await this.#tokens.get()).companyId;
  }

  /** In whose name a tab keeps something: the token endpoint, unless who a person is depends on more than cookies. */
  get owner(): string {
    return 'getToken' in this.#settings || this.#settings.headers
      ? ''
      : addressOf(this.#settings.tokenEndpoint);
  }

  /** Aborted when what is known is discarded: on signing out, or when the token names another company. */
  get life(): AbortSignal {
    return this.#life.signal;
  }

  /** Makes a connection to a platform, or finds the pending one that is there already. */
  async connect(platformKey: string, signal?: AbortSignal, consent?: string): Promise<Connection> {
    return this.#hold(this.#client.connect(platformKey, signal, consent), (begun) => this.#learn(begun));
  }

  /** How many of the company's connections can't be read, and so are not among them. */
  get unreadableConnections(): number {
    return this.#client.unreadableConnections;
  }

  /** Reads one connection as Codat has it now. */
  async read(connectionId: string, signal?: AbortSignal): Promise<Connection> {
    return this.#hold(this.#client.connection(connectionId, signal), (read) => this.#learn(read));
  }

  /** Cuts a connection: the company's data that was read stays, nothing new is read. */
  async unlink(connectionId: string): Promise<Connection> {
    return this.#hold(this.#client.unlink(connectionId), (unlinked) => {
      this.#learn(unlinked);
      this.#live?.tell({ is: 'changed', connection: connectionId });
    });
  }

  /** Deletes a connection for good. */
  async delete(connectionId: string): Promise<void> {
    await this.#hold(this.#client.delete(connectionId), () => {
      this.connections.update((known) => known.filter(({ id }) => id !== connectionId));
      this.#live?.tell({ is: 'changed', connection: connectionId });
    });
  }

  /** An answer about this company that only some elements ask for: one for all who name it alike. */
  query<Value>(
    name: string,
    load: (transport: Transport, signal: AbortSignal) => Promise<Value>,
  ): Query<Value> {
    // A name stands for one kind of answer.
    const known = this.#queries.get(name) as Query<Value> | undefined;
    if (known) return known;
    const query = new Query((signal) => load(this.#transport, signal));
    this.#queries.set(name, query);
    this.#live?.tend(name, query);
    return query;
  }

  /** One question to the gateway in this company's name, for parts of the page that load later. */
  readonly ask: Ask = (path, read, call) => this.#transport.send(path, read, call);

  /** Forgets the token and everything held, as on signing out. Elements that still use the session ask the host anew. */
  end(): void {
    this.#tokens.clear();
    this.#forget();
  }

  #belongTo(companyId: string): void {
    if (companyId === this.#companyId) return;
    const another = this.#companyId !== undefined;
    if (another) this.#forget();
    this.#companyId = companyId;
    const { owner } = this;
    if (owner) clearTab(owner, ({ company }) => company !== '' && company !== companyId);
    void this.#enliven(companyId);
  }

  async #enliven(companyId: string, life = this.life): Promise<void> {
    const { fetch } = this;
    const part = await loadLive().catch(() => undefined);
    if (life.aborted) return;
    if (!part) {
      // The page shows what it was given, and tries again.
      setTimeout(() => {
        if (!life.aborted) void this.#enliven(companyId, life);
      }, retryMs);
      return;
    }
    this.#live = new part.Live({
      companyId,
      life,
      fetch,
      tab: this.#tab,
      tokens: this.#tokens,
      queries: this.#queries,
      hear: (notice) => {
        for (const tell of [...this.listeners]) tell(notice);
      },
    });
  }

  #forget(): void {
    const { owner } = this;
    clearTab(owner, ({ company }) => owner !== '' || company === '' || company === this.#companyId);
    this.#companyId = undefined;
    this.#live = undefined;
    this.linkedHere.clear();
    this.#life.abort();
    this.#life = new AbortController();
    for (const query of this.#queries.values()) query.reset();
  }

  /** What was asked for one company is not learned for another, which the page may work for by the time of the answer. */
  async #hold<Answer>(asking: Promise<Answer>, learn: (answer: Answer) => void): Promise<Answer> {
    const { life } = this;
    const answer = await asking;
    if (!life.aborted) learn(answer);
    return answer;
  }

  #learn(connection: Connection): void {
    const known = latest(this.connections.resource);
    const before = known?.find(({ id }) => id === connection.id);
    this.connections.update((all) => [...all.filter(({ id }) => id !== connection.id), connection]);
    // What is linked anew is read anew.
    if (connection.status !== 'Linked' || before?.status === 'Linked') return;
    this.linkedHere.add(connection.id);
    for (const query of this.#queries.values()) {
      if (query !== this.connections) query.renew();
    }
  }

  /** An address beside the token endpoint, made whole. */
  resolve(url: string): string {
    return new URL(url, this.#base).href;
  }

  get #base(): string | undefined {
    return 'getToken' in this.#settings ? pageAddress() : addressOf(this.#settings.tokenEndpoint);
  }
}

/** On a server there is no page for an address to be relative to. */
const pageAddress = (): string | undefined =>
  typeof document === 'undefined' ? undefined : document.baseURI;

/** One address for all the ways to write a token endpoint's. What is beside it is found with or without a slash at its end. */
function addressOf(tokenEndpoint: string): string {
  try {
    const url = new URL(tokenEndpoint, pageAddress());
    url.hash = '';
    url.pathname = url.pathname.replace(/(.)\/$/, '$1');
    return url.href;
  } catch {
    return tokenEndpoint;
  }
}

const shared = new Map<string, Session>();

/** The session of a token endpoint: every element on the page that names the same one shares it. */
export function sessionFor(tokenEndpoint: string): Session {
  const url = addressOf(tokenEndpoint);
  const session = shared.get(url) ?? new Session({ tokenEndpoint });
  shared.set(url, session);
  return session;
}

/** A session wired by hand, for hosts that set the property `session` of the elements. */
export function createSession(settings: SessionSettings): Session {
  return new Session(settings);
}
