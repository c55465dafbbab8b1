import type { CodatError } from '../api/errors.js';
import { rest } from '../api/rest.js';
import { waitAfter, type Pace } from './pace.js';
import { poll } from './poll.js';
import type { Query } from './query.js';
import type { Tab } from './tab.js';

/** What one tab does for all of its company's, until the signal ends it. */
export type Duty = (signal: AbortSignal) => Promise<void>;

interface Keeping {
  /** What the tabs of a company line up under. */
  readonly name: string;
  readonly tab: Tab;
  /** The other tabs may look now. */
  readonly looked: () => void;
  /** What else whoever keeps this does. */
  readonly duty?: Duty;
}

/** How long to leave a company alone whose answers fail: the next tab in line has its turn meanwhile. */
const recovery: Pace = { first: 30_000, growth: 2, most: 15 * 60_000 };

/** Keeps one answer fresh for all tabs of a company: while someone watches it here, in a tab that is awake, and it is this tab's turn. */
export class Keeper {
  readonly #query: Query<unknown>;
  readonly #keeping: Keeping;
  #failures = 0;
  #work: AbortController | undefined;

  constructor(query: Query<unknown>, keeping: Keeping) {
    this.#query = query;
    this.#keeping = keeping;
  }

  /** Begins or stops, as the world has it now. */
  arrange(): void {
    const { pace, watched } = this.#query;
    if (!(pace && watched && this.#keeping.tab.awake)) {
      this.stop();
      return;
    }
    if (this.#work) return;
    this.#work = new AbortController();
    // Being stopped is how it ends.
    this.#keep(this.#work.signal).catch(() => undefined);
  }

  stop(): void {
    this.#work?.abort();
    this.#work = undefined;
  }

  async #keep(signal: AbortSignal): Promise<void> {
    for (;;) {
      const { retryAfter = 0 } = await this.#inTurn(signal, () => this.#serve(signal));
      await rest(Math.max(retryAfter * 1000, waitAfter(recovery, this.#failures++)), signal);
    }
  }

  /** Without locks every tab takes its own turn. */
  async #inTurn<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
    const { name, tab } = this.#keeping;
    return tab.locks ? tab.locks.request(name, { signal }, work) : work();
  }

  /** Does what there is to do until a look fails, and resolves with why. */
  async #serve(signal: AbortSignal): Promise<CodatError> {
    const { duty, looked } = this.#keeping;
    const turn = new AbortController();
    const over = AbortSignal.any([signal, turn.signal]);
    duty?.(over).catch(() => undefined);
    try {
      return await poll(
        this.#query,
        () => {
          this.#failures = 0;
          looked();
        },
        over,
      );
    } finally {
      turn.abort();
    }
  }
}
