import { ApiTransport, type SendAndParse } from '../api/api-transport.js';
import type { Fetch } from '../api/fetch-json.js';
import { fetchConnections, fetchEnabledPlatforms } from '../api/lists.js';
import { parseConnection, type Connection } from '../api/schemas/connection.js';
import type { Platform } from '../api/schemas/platform.js';
import {
  createGetTokenFromEndpoint,
  AccessTokenCache,
  type GetToken,
  type TokenEndpoint,
} from '../api/access-token-cache.js';
import { lazy } from '../browser/loading/lazy.js';
import { trackUrgentLoad, whenIdle, whenUrgentLoaded } from '../browser/loading/load-order.js';
import { pruneAndReadTabEntries } from '../browser/tab-storage.js';
import type { PageLifecycle } from './page-lifecycle.js';
import type { LiveUpdates } from './live/live-updates.js';
import { TabChannel, type TabMessage } from './live/tab-channel.js';
import type { TabMessageListeners } from './live/reasons-to-refetch.js';
import { latestValue } from './query-state.js';
import { Query } from './query.js';
import { getDocumentBaseUri, toAbsoluteTokenEndpoint } from './to-absolute-token-endpoint.js';

/**
 * The settings of {@link createSession}: the host's token endpoint, or `getToken`, which calls it. With `getToken`,
 * `apiBase` in its answer is absolute or relative to the page. `platforms` is the URL of the public list of platforms:
 * by default `./platforms`, relative to the token endpoint. `fetch` is the page's own by default.
 */
export type SessionSettings = (TokenEndpoint | { readonly getToken: GetToken }) & {
  readonly platforms?: string | undefined;
  readonly fetch?: Fetch | undefined;
};

const loadLiveUpdates = lazy(() => import('./live/live-updates.js'));

/** Milliseconds before a second attempt to load the module of live updates. */
const retryMs = 30_000;

/** One company on a page: one token and one copy of its data, shared by all elements that use the session. */
export class Session {
  readonly platforms: Query<Platform[]>;
  readonly connections: Query<Connection[]>;
  /** `reads` of the list of platforms: the data that the lender reads. `parseLenderDataTypes` parses it. */
  reads: unknown;
  /** The number of connections missing from `connections`, because their shape could not be parsed. */
  unreadableConnections = 0;
  /** Sends all requests of this session. */
  readonly fetch: Fetch;
  /** Listeners that are called with each message but `received` from the company's other tabs or the gateway's events. */
  readonly messageListeners: TabMessageListeners = new Set();
  /** Ids of connections that this page found newly linked when it fetched them one by one. */
  readonly linkedDuringVisit = new Set<string>();
  readonly #transport: ApiTransport;
  readonly #tokens: AccessTokenCache;
  readonly #settings: SessionSettings;
  readonly #lifecycle: PageLifecycle | undefined;
  /** The queries by name. */
  readonly #queries = new Map<string, Query<unknown>>();
  #endController = new AbortController();
  #companyId: string | undefined;
  /** Opens once there is a company. */
  #channel: TabChannel | undefined;
  /** Loads once there is a company. Until then elements show the first answers without updates. */
  #liveUpdates: LiveUpdates | undefined;

  /** Tests pass a `lifecycle` of their own. */
  constructor(settings: SessionSettings, lifecycle?: PageLifecycle) {
    const { fetch = (request: Request) => globalThis.fetch(request), platforms = './platforms' } = settings;
    this.fetch = fetch;
    this.#settings = settings;
    this.#lifecycle = lifecycle;
    const getToken = 'getToken' in settings ? settings.getToken : createGetTokenFromEndpoint(settings, fetch);
    this.#tokens = new AccessTokenCache(
      getToken,
      () => this.#base,
      (companyId) => this.#setCompany(companyId),
    );
    this.#transport = new ApiTransport(this.#tokens, fetch);
    this.platforms = new Query((signal) =>
      trackUrgentLoad(
        fetchEnabledPlatforms(fetch, this.resolve(platforms), signal, (reads) => {
          this.reads = reads;
        }),
      ),
    );
    this.connections = this.query('connections', async (signal) => {
      const { items, unreadable } = await trackUrgentLoad(fetchConnections(this.send, signal));
      this.unreadableConnections = unreadable;
      return items;
    });
  }

  /** Replaces `getToken` from the next renewal on; the session keeps its data. */
  set getToken(getToken: GetToken) {
    this.#tokens.getToken = getToken;
  }

  /** The company of the newest token; undefined before the first one. */
  get companyId(): string | undefined {
    return this.#companyId;
  }

  /** Resolves with the company's id, and requests a token if there is none. Throws a `CodatError`. */
  async loadCompanyId(): Promise<string> {
    return (await this.#tokens.get()).companyId;
  }

  /** The key of this session's entries in tab storage: the URL of the token endpoint. It is '' if a header or `getToken` identifies the person, since two people may then use the same endpoint. */
  get tabKey(): string {
    return 'getToken' in this.#settings || this.#settings.headers
      ? ''
      : toAbsoluteTokenEndpoint(this.#settings.tokenEndpoint);
  }

  /** Aborts when the session discards its data: on `end()`, or when a token names another company. */
  get endSignal(): AbortSignal {
    return this.#endController.signal;
  }

  /** Creates a connection to a platform, or finds the pending one. `consent` is a receipt. Throws a `CodatError`. */
  async connect(platformKey: string, signal?: AbortSignal, consent?: string): Promise<Connection> {
    const body = { platformKey, consent };
    const request = this.send('connections', parseConnection, { method: 'POST', body, signal });
    return this.#applyIfCurrent(request, (created) => this.#merge(created));
  }

  /** Fetches one connection from Codat, past the gateway's cache. Throws a `CodatError`. */
  async fetchConnection(connectionId: string, signal?: AbortSignal): Promise<Connection> {
    const request = this.send(pathOf(connectionId), parseConnection, { fresh: true, signal });
    return this.#applyIfCurrent(request, (current) => this.#merge(current));
  }

  /** Unlinks a connection: synced data stays, and syncing ends. Throws a `CodatError`. */
  async unlink(connectionId: string): Promise<Connection> {
    const options = { method: 'PATCH', body: { status: 'Unlinked' } } as const;
    return this.#applyIfCurrent(this.send(pathOf(connectionId), parseConnection, options), (unlinked) => {
      this.#merge(unlinked);
      this.broadcast({ is: 'changed', connection: connectionId });
    });
  }

  /** Deletes a connection permanently. Throws a `CodatError`. */
  async delete(connectionId: string): Promise<void> {
    const request = this.send(pathOf(connectionId), () => undefined, { method: 'DELETE' });
    await this.#applyIfCurrent(request, () => {
      this.connections.update((connections) => connections.filter(({ id }) => id !== connectionId));
      this.broadcast({ is: 'changed', connection: connectionId });
    });
  }

  /** Posts a message to the company's other tabs. */
  broadcast(message: TabMessage): void {
    this.#channel?.post(message);
  }

  /** The query of this name, created at the first call; `load` is ignored afterwards. */
  query<Value>(name: string, load: (signal: AbortSignal) => Promise<Value>): Query<Value> {
    // Each name is used with one type of value.
    const existing = this.#queries.get(name) as Query<Value> | undefined;
    if (existing) return existing;
    const query = new Query(load);
    this.#queries.set(name, query);
    this.#liveUpdates?.keepFresh(name, query);
    return query;
  }

  /** Sends a request with this company's token. */
  readonly send: SendAndParse = (path, parse, options) => this.#transport.send(path, parse, options);

  /** Discards the token and all data: call it when the person signs out. Elements still on the page request a new token. */
  end(): void {
    this.#tokens.clear();
    this.#discard();
  }

  #setCompany(companyId: string): void {
    if (companyId === this.#companyId) return;
    const isOtherCompany = this.#companyId !== undefined;
    if (isOtherCompany) this.#discard();
    this.#companyId = companyId;
    const { tabKey } = this;
    if (tabKey) pruneAndReadTabEntries(tabKey, ({ company }) => company !== '' && company !== companyId);
    // At once: a person may be back from sign-in before live updates have loaded.
    const channel = new TabChannel(companyId, (message) => this.#onTabMessage(message));
    this.#channel = channel;
    this.endSignal.addEventListener('abort', () => channel.close());
    void this.#startLiveUpdates(companyId);
  }

  #onTabMessage(message: TabMessage): void {
    // It is for the window in which the person signed in, and nothing has changed.
    if (message.is === 'received') return;
    this.#notifyListeners(message);
    if (message.is === 'refetch') this.#liveUpdates?.onRefetchMessage(message);
    else if (this.connections.hasSubscribers) void this.connections.refresh();
  }

  readonly #notifyListeners = (message: TabMessage): void => {
    for (const listener of [...this.messageListeners]) listener(message);
  };

  async #startLiveUpdates(companyId: string, endSignal = this.endSignal): Promise<void> {
    const { fetch } = this;
    await whenUrgentLoaded();
    await whenIdle();
    const module = await loadLiveUpdates().catch(() => undefined);
    if (endSignal.aborted) return;
    if (!module) {
      // Elements show the data they have until the next attempt.
      setTimeout(() => {
        if (!endSignal.aborted) void this.#startLiveUpdates(companyId, endSignal);
      }, retryMs);
      return;
    }
    this.#liveUpdates = new module.LiveUpdates({
      companyId,
      endSignal,
      fetch,
      lifecycle: this.#lifecycle,
      tokens: this.#tokens,
      queries: this.#queries,
      broadcast: (message) => this.broadcast(message),
      onMessage: this.#notifyListeners,
    });
  }

  #discard(): void {
    const { tabKey } = this;
    pruneAndReadTabEntries(
      tabKey,
      ({ company }) => tabKey !== '' || company === '' || company === this.#companyId,
    );
    this.#companyId = undefined;
    this.#channel = undefined;
    this.#liveUpdates = undefined;
    this.linkedDuringVisit.clear();
    this.#endController.abort();
    this.#endController = new AbortController();
    for (const query of this.#queries.values()) query.reset();
  }

  /** Applies the answer, unless the session discarded its data meanwhile. */
  async #applyIfCurrent<Answer>(request: Promise<Answer>, apply: (answer: Answer) => void): Promise<Answer> {
    const { endSignal } = this;
    const answer = await request;
    if (!endSignal.aborted) apply(answer);
    return answer;
  }

  #merge(connection: Connection): void {
    const previous = latestValue(this.connections.resource)?.find(({ id }) => id === connection.id);
    this.connections.update((all) => [...all.filter(({ id }) => id !== connection.id), connection]);
    // A connection that was just linked changes the answers of the other queries.
    if (connection.status !== 'Linked' || previous?.status === 'Linked') return;
    this.linkedDuringVisit.add(connection.id);
    for (const query of this.#queries.values()) {
      if (query !== this.connections) query.invalidate();
    }
  }

  /** Resolves a URL against the token endpoint or, with `getToken`, against the page. */
  resolve(url: string): string {
    return new URL(url, this.#base).href;
  }

  get #base(): string | undefined {
    return 'getToken' in this.#settings
      ? getDocumentBaseUri()
      : toAbsoluteTokenEndpoint(this.#settings.tokenEndpoint);
  }
}

/** The path of a connection at the gateway's API. An id can't lead to another path. */
const pathOf = (connectionId: string): string => `connections/${encodeURIComponent(connectionId)}`;

const sessions = new Map<string, Session>();

/** The session of a token endpoint, shared by all elements on the page that name the same one. */
export function sessionForTokenEndpoint(tokenEndpoint: string): Session {
  const url = toAbsoluteTokenEndpoint(tokenEndpoint);
  const session = sessions.get(url) ?? new Session({ tokenEndpoint });
  sessions.set(url, session);
  return session;
}

/** Creates a session to set as the property `session` of elements, for hosts that need `getToken`, headers or their own `fetch`. */
export function createSession(settings: SessionSettings): Session {
  return new Session(settings);
}
