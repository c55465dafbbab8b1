import { rest } from '../api/rest.js';
import type { Connection } from '../api/schemas/connection.js';
import { dataStatuses, type DataStatus } from '../api/schemas/data-status.js';
import { page } from '../api/schemas/parsing/page.js';
import { pull, type Pull } from '../api/schemas/pull.js';
import type { Transport } from '../api/transport.js';
import type { Pace } from './live/pace.js';
import type { Query } from './query.js';
import { readOn, type Reading } from './reading.js';
import { latest } from './resource.js';
import type { Session } from './session.js';

/**
 * How often to look while data is being read: seldom at the end, for that may be tomorrow. The gateway repeats an
 * answer for ten seconds, so that there is nothing to learn sooner.
 */
const reading: Pace = { first: 10_500, growth: 1.35, most: 5 * 60_000 };

/** Milliseconds for which a first picture waits for Codat's summary, which adds little to it. */
const patience = 2_000;

/** Milliseconds after a connection was made in which something may still begin to be read of it. */
const young = 60 * 60_000;

/** A query to Codat may have two thousand characters: no more ids than fit. */
const mostNamed = 30;

const pulls = page(pull);

/** Looks at how the data of a session's connections is read, and remembers how far it was. */
class Readings {
  readonly query: Query<Reading[]>;
  readonly #session: Session;
  readonly #known = new Map<string, Reading>();
  /** Connections that were linked before this page's eyes. */
  readonly #seen = new Set<string>();
  #life: AbortSignal;
  /** What the newest look was at. */
  #looked: string | undefined;
  /** The runs that are going on. */
  #runs: ReadonlySet<string> = new Set();
  /** By the connection they were asked for. */
  readonly #summaries = new Map<string, Promise<readonly DataStatus[]>>();

  constructor(session: Session) {
    this.#session = session;
    this.#life = session.life;
    this.query = session.query('data', (transport, signal) => this.#load(transport, signal));
    this.query.follow(() => this.#keepPace());
    session.connections.follow(() => this.#followConnections());
  }

  get #connections(): Connection[] {
    return (latest(this.#session.connections.resource) ?? []).filter(
      ({ status }) => status === 'Linked' || status === 'Deauthorized',
    );
  }

  /** Something was connected, lost, or read anew: that changes the connection first. */
  #followConnections(): void {
    const { query } = this;
    if (query.watched && this.#looked !== undefined && this.#looked !== outline(this.#connections))
      void query.refresh();
  }

  async #load(transport: Transport, signal: AbortSignal): Promise<Reading[]> {
    const { life } = this.#session;
    const connections = this.#connections;
    if (life !== this.#life) this.#forget(life);
    this.#looked = outline(connections);
    if (connections.length === 0) return [];
    const summary = this.#summary(transport);
    const { items } = await transport.send(historyOf(connections), pulls, { signal });
    const statuses = await Promise.race([summary, rest(patience, signal).then(() => [])]);
    signal.throwIfAborted();
    for (const connection of connections) this.#learn(connection, items, statuses);
    return connections.flatMap((connection) => this.#shown(connection));
  }

  /**
   * What Codat says of the whole company, where that can only be about one connection: for the first look at it, at
   * what was read before this page was there. Nothing fails for want of it.
   */
  async #summary(transport: Transport): Promise<readonly DataStatus[]> {
    const { connections, life } = this.#session;
    const [only, another] = (latest(connections.resource) ?? []).filter(
      ({ status }) => status !== 'PendingAuth',
    );
    if (!only || another || this.#known.has(only.id)) return [];
    const asked =
      this.#summaries.get(only.id) ??
      transport.send('dataStatus', dataStatuses, { signal: life }).catch(() => {
        this.#summaries.delete(only.id);
        return [];
      });
    this.#summaries.set(only.id, asked);
    return asked;
  }

  #learn({ id, created }: Connection, items: readonly Pull[], statuses: readonly DataStatus[]): void {
    const before = this.#known.get(id);
    const linkedHere = this.#session.linkedHere.has(id);
    const now = readOn(before, {
      connectionId: id,
      // Whether Codat heeds the query is not written anywhere.
      pulls: items.filter(({ connectionId }) => connectionId === id),
      statuses,
      linkedHere,
      fresh: linkedHere || Date.now() - (created?.getTime() ?? 0) < young,
    });
    this.#known.set(id, now);
  }

  /** Once an answer stands: whoever watches only while data is being read may leave then. */
  #keepPace(): void {
    if (this.query.resource.is !== 'ready') return;
    const going = this.#connections.filter((connection) => this.#isGoing(connection));
    const runs = new Set(going.map(({ id }) => `${id} ${this.#known.get(id)?.since}`));
    const begun = [...runs].some((run) => !this.#runs.has(run));
    this.#runs = runs;
    // Each run is looked at often at first.
    if (begun) this.query.pace = { ...reading };
    else if (runs.size === 0 && this.query.pace) this.query.pace = undefined;
  }

  #isGoing({ id, status }: Connection): boolean {
    const known = this.#known.get(id);
    return status === 'Linked' && known !== undefined && !known.over && !known.idle;
  }

  /** One that lost its access is shown if that stopped something, or if it was seen before it did. */
  #shown({ id, status }: Connection): Reading[] {
    const known = this.#known.get(id);
    if (!known) return [];
    if (status === 'Linked') this.#seen.add(id);
    return this.#seen.has(id) || known.types.some(({ stage }) => stage === 'reconnect') ? [known] : [];
  }

  #forget(life: AbortSignal): void {
    this.#life = life;
    this.#known.clear();
    this.#seen.clear();
    this.#summaries.clear();
  }
}

/** What there is to know of connections that says whether their data may have changed. */
function outline(connections: readonly Connection[]): string {
  return connections
    .map(({ id, status, lastSync }) => [id, status, lastSync?.getTime()].join())
    .sort()
    .join(';');
}

/** The newest reads of these connections, a hundred of each. */
function historyOf(connections: readonly Connection[]): string {
  const named = connections.map(({ id }) => `connectionId=${id}`).sort();
  const query = new URLSearchParams({
    orderBy: '-requested',
    pageSize: String(Math.min(100 * named.length, 2000)),
    ...(named.length <= mostNamed && { query: named.join('||') }),
  });
  return `data/history?${query}`;
}

const all = new WeakMap<Session, Readings>();

/** How far the data of a session's connections is, for all who watch. */
export function readingsOf(session: Session): Query<Reading[]> {
  const readings = all.get(session) ?? new Readings(session);
  all.set(session, readings);
  return readings.query;
}
