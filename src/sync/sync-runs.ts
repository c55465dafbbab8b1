import { delayClamped } from '../api/delay-clamped.js';
import type { Connection } from '../api/schemas/connection.js';
import { parseDataStatuses, type DataStatus } from '../api/schemas/data-status.js';
import { parsePullPage, type Pull } from '../api/schemas/pull.js';
import type { BackoffOptions } from '../session/live/backoff.js';
import { latestValue } from '../session/query-state.js';
import type { Query } from '../session/query.js';
import type { Session } from '../session/session.js';
import { updateRun, type SyncRun } from './sync-run.js';

/**
 * How often to poll during a sync. It ends with long delays, because a sync may take days. The gateway caches an
 * answer for ten seconds, so that polling more often than that is useless.
 */
const pollBackoff: BackoffOptions = { firstMs: 10_500, growth: 1.35, maxMs: 5 * 60_000 };

/** Milliseconds for which the first answer waits for the data status, which adds little to it. */
const summaryTimeoutMs = 2_000;

/** Milliseconds after its creation in which a connection's first sync may still start. */
const recentMs = 60 * 60_000;

/** The most ids in a query, which stays below Codat's limit of 2,000 characters with them. */
const maxIdsInQuery = 30;

/** Polls the syncs of a session's connections, and remembers the current run of each. */
class SyncRuns {
  readonly query: Query<SyncRun[]>;
  readonly #session: Session;
  readonly #runs = new Map<string, SyncRun>();
  /** Ids of connections that this page has seen linked. */
  readonly #seenLinked = new Set<string>();
  #endSignal: AbortSignal;
  /** The {@link fingerprint} of the connections at the newest request. */
  #fingerprint: string | undefined;
  /** Connection id and start of each run in progress. */
  #activeRuns: ReadonlySet<string> = new Set();
  /** The data statuses by connection id. */
  readonly #summaries = new Map<string, Promise<readonly DataStatus[]>>();

  constructor(session: Session) {
    this.#session = session;
    this.#endSignal = session.endSignal;
    this.query = session.query('data', (signal) => this.#load(signal));
    this.query.observe(() => this.#updatePolling());
    session.connections.observe(() => this.#onConnectionsChange());
  }

  get #connections(): Connection[] {
    return (latestValue(this.#session.connections.resource) ?? []).filter(
      ({ status }) => status === 'Linked' || status === 'Deauthorized',
    );
  }

  /** Refetches when a sync may have started or ended, since a link, a lost access and a finished sync all change the connection. */
  #onConnectionsChange(): void {
    const { query } = this;
    if (
      query.hasSubscribers &&
      this.#fingerprint !== undefined &&
      this.#fingerprint !== fingerprint(this.#connections)
    )
      void query.refresh();
  }

  async #load(signal: AbortSignal): Promise<SyncRun[]> {
    const { endSignal, send } = this.#session;
    const connections = this.#connections;
    if (endSignal !== this.#endSignal) this.#clear(endSignal);
    this.#fingerprint = fingerprint(connections);
    if (connections.length === 0) return [];
    const summary = this.#summary();
    const { items } = await send(historyPath(connections), parsePullPage, { signal });
    const statuses = await Promise.race([summary, delayClamped(summaryTimeoutMs, signal).then(() => [])]);
    signal.throwIfAborted();
    for (const connection of connections) this.#merge(connection, items, statuses);
    return connections.flatMap((connection) => this.#visibleRuns(connection));
  }

  /**
   * The data status of the company, at the first request and only if it can be about one connection alone: it contains
   * the syncs from before this page loaded. An error counts as no status.
   */
  async #summary(): Promise<readonly DataStatus[]> {
    const { connections, endSignal, send } = this.#session;
    const [only, another] = (latestValue(connections.resource) ?? []).filter(
      ({ status }) => status !== 'PendingAuth',
    );
    if (!only || another || this.#runs.has(only.id)) return [];
    const request =
      this.#summaries.get(only.id) ??
      send('dataStatus', parseDataStatuses, { signal: endSignal }).catch(() => {
        this.#summaries.delete(only.id);
        return [];
      });
    this.#summaries.set(only.id, request);
    return request;
  }

  #merge({ id, created }: Connection, items: readonly Pull[], statuses: readonly DataStatus[]): void {
    const previous = this.#runs.get(id);
    const linkedDuringVisit = this.#session.linkedDuringVisit.has(id);
    const run = updateRun(previous, {
      connectionId: id,
      // Codat does not document whether this endpoint supports the query, so we filter again.
      pulls: items.filter(({ connectionId }) => connectionId === id),
      statuses,
      linkedDuringVisit,
      isRecent: linkedDuringVisit || Date.now() - (created?.getTime() ?? 0) < recentMs,
    });
    this.#runs.set(id, run);
  }

  /** Changes the polling only once an answer has loaded, since subscribers that wait for the end of a sync unsubscribe when polling stops. */
  #updatePolling(): void {
    if (this.query.resource.is !== 'ready') return;
    const inProgress = this.#connections.filter((connection) => this.#isInProgress(connection));
    const runs = new Set(inProgress.map(({ id }) => `${id} ${this.#runs.get(id)?.startedAt}`));
    const hasNewRun = [...runs].some((run) => !this.#activeRuns.has(run));
    this.#activeRuns = runs;
    // A new object restarts the delays, so that each run is polled often at first.
    if (hasNewRun) this.query.polling = { ...pollBackoff };
    else if (runs.size === 0 && this.query.polling) this.query.polling = undefined;
  }

  #isInProgress({ id, status }: Connection): boolean {
    const run = this.#runs.get(id);
    return status === 'Linked' && run !== undefined && !run.finished && !run.idle;
  }

  /** A connection that lost its access is included if that stopped a sync, or if this page has seen it linked. */
  #visibleRuns({ id, status }: Connection): SyncRun[] {
    const run = this.#runs.get(id);
    if (!run) return [];
    if (status === 'Linked') this.#seenLinked.add(id);
    return this.#seenLinked.has(id) || run.types.some(({ stage }) => stage === 'reconnect') ? [run] : [];
  }

  #clear(endSignal: AbortSignal): void {
    this.#endSignal = endSignal;
    this.#runs.clear();
    this.#seenLinked.clear();
    this.#summaries.clear();
  }
}

/** Changes whenever a sync of these connections may have started or ended. */
function fingerprint(connections: readonly Connection[]): string {
  return connections
    .map(({ id, status, lastSync }) => [id, status, lastSync?.getTime()].join())
    .sort()
    .join(';');
}

/**
 * The path of the newest pull operations of these connections, or of the whole company for more than `maxIdsInQuery`: a
 * hundred for each connection on average, 2,000 at most.
 */
function historyPath(connections: readonly Connection[]): string {
  const filters = connections.map(({ id }) => `connectionId=${id}`).sort();
  const query = new URLSearchParams({
    orderBy: '-requested',
    pageSize: String(Math.min(100 * filters.length, 2000)),
    ...(filters.length <= maxIdsInQuery && { query: filters.join('||') }),
  });
  return `data/history?${query}`;
}

const bySession = new WeakMap<Session, SyncRuns>();

/** The query of the current sync run of each of a session's connections. */
export function getCurrentSyncRunsQuery(session: Session): Query<SyncRun[]> {
  const syncRuns = bySession.get(session) ?? new SyncRuns(session);
  bySession.set(session, syncRuns);
  return syncRuns.query;
}
