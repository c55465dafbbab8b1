import type { Fetch } from '../../api/exchange.js';
import type { Look } from '../../api/schemas/look.js';
import type { TokenSource } from '../../api/token-source.js';
import { AcrossTabs, type Notice } from './across-tabs.js';
import { Events } from './events.js';
import { Keeper } from './keeper.js';
import type { Pace } from './pace.js';
import type { Query } from '../query.js';
import { OwnTab, type Tab } from '../tab.js';

/** What a session keeps fresh, and how. */
export interface Living {
  readonly companyId: string;
  /** Ends everything. */
  readonly life: AbortSignal;
  readonly tab: Tab | undefined;
  readonly tokens: TokenSource;
  readonly fetch: Fetch;
  readonly queries: ReadonlyMap<string, Query<unknown>>;
  /** Passes on what other tabs or the gateway said to those on this page who wait for it. */
  readonly hear: (notice: Notice) => void;
}

/** How often connections are read where nobody tells of changes, and where the gateway does: it may have been told nothing itself. */
const paces = {
  asking: { first: 60_000, growth: 1.5, most: 150_000 },
  told: { first: 31 * 60_000, growth: 1, most: 31 * 60_000 },
} as const satisfies Record<string, Pace>;

/**
 * Milliseconds after the tab whose turn it was within which the others look: within the ten seconds for which the
 * gateway repeats an answer, and not all at the same moment.
 */
const after = { least: 300, most: 3_000 };

/** Milliseconds between two looks that events give reason for: one thing that happened may be told several times. */
const apart = 5_000;

/** Milliseconds after which what a page knows is looked at again when a person turns to the page, though it was in view. */
const stale = 10_000;

/** Keeps what a page shows of its company fresh: one tab of the company listens and asks, and tells the others. */
export class Live {
  readonly #living: Living;
  readonly #tab: Tab;
  readonly #tabs: AcrossTabs;
  readonly #events: Events;
  readonly #keepers: Keeper[] = [];
  readonly #due = new Map<string, ReturnType<typeof setTimeout>>();
  #lookedAt = 0;
  #seenAt = Date.now();
  #awake: boolean;

  constructor(living: Living) {
    const { companyId, life, queries, tokens, fetch, tab = new OwnTab() } = living;
    this.#living = living;
    this.#tab = tab;
    this.#awake = tab.awake && !tab.offline;
    this.#tabs = new AcrossTabs(companyId, (notice) => this.#hear(notice));
    this.#events = new Events({
      tokens,
      fetch,
      look: (look) => this.#told(look),
      flows: (flowing) => this.#flow(flowing),
    });
    this.#pace = paces.asking;
    for (const [name, query] of queries) this.tend(name, query);
    tab.watch(() => this.#turned(), life);
    life.addEventListener('abort', () => this.#end());
  }

  /** Keeps one more answer fresh, whenever it has a pace. */
  tend(name: string, query: Query<unknown>): void {
    const { companyId, life } = this.#living;
    const keeper = new Keeper(query, {
      name: `codat-connect-elements:${companyId}:${name}`,
      tab: this.#tab,
      looked: () => this.#share({ is: 'look', at: name }),
      ...(name === 'connections' && { duty: (signal: AbortSignal) => this.#events.listen(signal) }),
    });
    this.#keepers.push(keeper);
    life.addEventListener(
      'abort',
      query.follow(() => keeper.arrange()),
    );
    keeper.arrange();
  }

  /** Tells the company's other tabs. */
  tell(notice: Notice): void {
    this.#tabs.tell(notice);
  }

  #hear(notice: Notice): void {
    this.#living.hear(notice);
    if (notice.is === 'look' && notice.at)
      this.#lookIn(after.least + Math.random() * (after.most - after.least), notice.at);
    if (notice.is !== 'look') this.#look('connections');
  }

  /** The gateway says where to look. Reading data changes a connection too: when it was last read. */
  #told({ at, connection }: Look): void {
    const where = { connections: ['connections'], data: ['connections', 'data'], Unknown: [] }[at];
    const wait = Math.max(after.least, apart - since(this.#lookedAt));
    for (const at of where) {
      const notice: Notice = { is: 'look', at, connection };
      this.#share(notice);
      this.#living.hear(notice);
      this.#lookIn(wait, at);
    }
  }

  /** Events flow from now on, after a while without in which something may have happened; or they no longer do. */
  #flow(flowing: boolean): void {
    this.#pace = paces[flowing ? 'told' : 'asking'];
    if (flowing) this.#told({ at: 'connections', connection: undefined });
  }

  set #pace(pace: Pace) {
    const connections = this.#living.queries.get('connections');
    if (connections) connections.pace = pace;
  }

  /** Several reasons to look are one look, the sooner. */
  #lookIn(milliseconds: number, name: string): void {
    if (this.#due.has(name)) return;
    const look = (): void => {
      this.#due.delete(name);
      this.#lookedAt = Date.now();
      if (this.#tab.awake) this.#look(name);
    };
    this.#due.set(name, setTimeout(look, milliseconds));
  }

  #look(name: string): void {
    const query = this.#living.queries.get(name);
    if (query?.watched) void query.refresh();
  }

  /** Tabs that have no turns each look for themselves. */
  #share(notice: Notice): void {
    if (this.#tab.turns.areTaken) this.tell(notice);
  }

  /** The page may have come into view or back on line, or gone. */
  #turned(): void {
    for (const keeper of this.#keepers) keeper.arrange();
    const wasAwake = this.#awake;
    this.#awake = this.#tab.awake && !this.#tab.offline;
    // Whatever the other tabs said meanwhile was not heeded.
    if (!this.#tab.awake || (wasAwake && since(this.#seenAt) < stale)) return;
    this.#seenAt = Date.now();
    for (const [name, { pace }] of this.#living.queries) if (pace) this.#look(name);
  }

  #end(): void {
    for (const keeper of this.#keepers) keeper.stop();
    for (const timer of this.#due.values()) clearTimeout(timer);
    this.#tabs.close();
  }
}

/** Milliseconds since a moment. One that is still to come was told by a clock that was set back since, and is long ago. */
function since(moment: number): number {
  const passed = Date.now() - moment;
  return passed < 0 ? Infinity : passed;
}
