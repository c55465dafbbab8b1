import type { Fetch } from '../../api/fetch-json.js';
import type { ReceivedNotice } from '../../api/schemas/change-notice.js';
import type { AccessTokenCache } from '../../api/access-token-cache.js';
import { BrowserPageLifecycle, type PageLifecycle } from '../page-lifecycle.js';
import type { Query } from '../query.js';
import type { BackoffOptions } from './backoff.js';
import { EventClient } from './event-client.js';
import { LeaderQueryPoller } from './leader-query-poller.js';
import type { TabMessage } from './tab-channel.js';

interface LiveUpdatesOptions {
  readonly companyId: string;
  /** Stops all live updates. */
  readonly endSignal: AbortSignal;
  readonly lifecycle: PageLifecycle | undefined;
  readonly tokens: AccessTokenCache;
  readonly fetch: Fetch;
  readonly queries: ReadonlyMap<string, Query<unknown>>;
  /** Posts a message to the company's other tabs. */
  readonly broadcast: (message: TabMessage) => void;
  /** Called with each refetch message that an event, or the start of events, causes. */
  readonly onMessage: (message: TabMessage) => void;
}

/** How often to refetch connections. We poll even with events, since a webhook may not have reached the gateway. */
const pollIntervals = {
  withoutEvents: { firstMs: 60_000, growth: 1.5, maxMs: 150_000 },
  withEvents: { firstMs: 31 * 60_000, growth: 1, maxMs: 31 * 60_000 },
} as const satisfies Record<string, BackoffOptions>;

/**
 * The other tabs refetch at a random time in this range after the leader's refetch, in milliseconds. The gateway caches an
 * answer for ten seconds, so they get the leader's; the time is random so that they don't all ask at once.
 */
const followDelayMs = { min: 300, max: 3_000 };

/** Milliseconds between two refetches caused by events: one change may cause several events. */
const minIntervalMs = 5_000;

/** Milliseconds after which data counts as stale when a visible page gets focus. */
const staleMs = 10_000;

/** Keeps the queries of a session fresh: one tab of the company polls and listens to events, and notifies the others. */
export class LiveUpdates {
  readonly #options: LiveUpdatesOptions;
  readonly #lifecycle: PageLifecycle;
  readonly #eventClient: EventClient;
  readonly #pollers: LeaderQueryPoller[] = [];
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #refetchedAt = 0;
  #refetchedAllAt = Date.now();
  #active: boolean;

  constructor(options: LiveUpdatesOptions) {
    const { endSignal, queries, tokens, fetch, lifecycle = new BrowserPageLifecycle() } = options;
    this.#options = options;
    this.#lifecycle = lifecycle;
    this.#active = lifecycle.active && !lifecycle.offline;
    this.#eventClient = new EventClient({
      tokens,
      fetch,
      onNotice: (notice) => this.#onChangeNotice(notice),
      onStreaming: (streaming) => this.#onStreaming(streaming),
    });
    this.#polling = pollIntervals.withoutEvents;
    for (const [name, query] of queries) this.keepFresh(name, query);
    lifecycle.onChange(() => this.#onLifecycleChange(), endSignal);
    endSignal.addEventListener('abort', () => this.#end());
  }

  /** Keeps one more query fresh whenever its `polling` is set. */
  keepFresh(name: string, query: Query<unknown>): void {
    const { companyId, endSignal } = this.#options;
    const poller = new LeaderQueryPoller(query, {
      name: `codat-connect-elements:${companyId}:${name}`,
      lifecycle: this.#lifecycle,
      onRefetched: () => this.#broadcastToOthers({ is: 'refetch', at: name }),
      ...(name === 'connections' && {
        runAsLeader: (signal: AbortSignal) => this.#eventClient.listen(signal),
      }),
    });
    this.#pollers.push(poller);
    endSignal.addEventListener(
      'abort',
      query.observe(() => poller.update()),
    );
    poller.update();
  }

  /** Refetches soon, since another tab has refetched this query or heard that it changed. */
  onRefetchMessage({ at }: TabMessage): void {
    if (!at) return;
    const delayMs = followDelayMs.min + Math.random() * (followDelayMs.max - followDelayMs.min);
    this.#scheduleRefetch(delayMs, at);
  }

  /** Refetches what a notice names, here and in other tabs. A sync of data also changes its connection's `lastSync`. */
  #onChangeNotice({ at, connection }: ReceivedNotice): void {
    const queryNames = { connections: ['connections'], data: ['connections', 'data'], Unknown: [] }[at];
    const delayMs = Math.max(followDelayMs.min, minIntervalMs - elapsedMs(this.#refetchedAt));
    for (const name of queryNames) {
      const message: TabMessage = { is: 'refetch', at: name, connection };
      this.#broadcastToOthers(message);
      this.#options.onMessage(message);
      this.#scheduleRefetch(delayMs, name);
    }
  }

  /** When events begin to arrive, refetches once: something may have changed before. */
  #onStreaming(streaming: boolean): void {
    this.#polling = pollIntervals[streaming ? 'withEvents' : 'withoutEvents'];
    if (streaming) this.#onChangeNotice({ at: 'connections', connection: undefined });
  }

  set #polling(polling: BackoffOptions) {
    const connections = this.#options.queries.get('connections');
    if (connections) connections.polling = polling;
  }

  /** Schedules a refetch, unless one of this query is scheduled already: several changes then cause one refetch. */
  #scheduleRefetch(delayMs: number, name: string): void {
    if (this.#timers.has(name)) return;
    const refetch = (): void => {
      this.#timers.delete(name);
      this.#refetchedAt = Date.now();
      if (this.#lifecycle.active) this.#refetch(name);
    };
    this.#timers.set(name, setTimeout(refetch, delayMs));
  }

  #refetch(name: string): void {
    const query = this.#options.queries.get(name);
    if (query?.hasSubscribers) void query.refresh();
  }

  /** Without locks every tab polls, so none needs to notify the others. */
  #broadcastToOthers(message: TabMessage): void {
    if (this.#lifecycle.locks.available) this.#options.broadcast(message);
  }

  /** Called when the page may have become visible, hidden, online or offline. */
  #onLifecycleChange(): void {
    for (const poller of this.#pollers) poller.update();
    const wasActive = this.#active;
    this.#active = this.#lifecycle.active && !this.#lifecycle.offline;
    // While the page was hidden, it ignored the messages of other tabs.
    if (!this.#lifecycle.active || (wasActive && elapsedMs(this.#refetchedAllAt) < staleMs)) return;
    this.#refetchedAllAt = Date.now();
    for (const [name, { polling }] of this.#options.queries) if (polling) this.#refetch(name);
  }

  #end(): void {
    for (const poller of this.#pollers) poller.stop();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }
}

/** Milliseconds since a moment. A moment in the future means that the clock was set back: that counts as long ago. */
function elapsedMs(moment: number): number {
  const passed = Date.now() - moment;
  return passed < 0 ? Infinity : passed;
}
