import { CodatError } from '../../api/errors.js';
import { rest } from '../../api/rest.js';
import { anySignal } from '../../browser/any-signal.js';
import { waitAfter, type Pace } from './pace.js';
import { poll } from './poll.js';
import type { Query } from '../query.js';
import type { Tab } from '../tab.js';

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

/** How many times as long it waits between looks in a tab that seems to have no network. */
const offlineFactor = 3;

/** Milliseconds that nobody may watch without anything ending: elements are often taken off the page and put back. */
const lingerMs = 1_000;

/** Keeps one answer fresh for all tabs of a company: while someone watches it here, in a tab that is awake, and it is this tab's turn. */
export class Keeper {
  readonly #query: Query<unknown>;
  readonly #keeping: Keeping;
  #failures = 0;
  #work: AbortController | undefined;
  #lingering: ReturnType<typeof setTimeout> | undefined;

  constructor(query: Query<unknown>, keeping: Keeping) {
    this.#query = query;
    this.#keeping = keeping;
  }

  /** Begins or stops, as the world has it now. */
  arrange(): void {
    const { pace, watched } = this.#query;
    if (!(pace && this.#keeping.tab.awake)) {
      this.stop();
      return;
    }
    if (!watched) {
      this.#lingering ??= setTimeout(() => this.stop(), lingerMs);
      return;
    }
    this.#endLingering();
    if (this.#work) return;
    this.#work = new AbortController();
    // Being stopped is how it ends.
    this.#keep(this.#work.signal).catch(() => undefined);
  }

  stop(): void {
    this.#endLingering();
    this.#work?.abort();
    this.#work = undefined;
  }

  #endLingering(): void {
    clearTimeout(this.#lingering);
    this.#lingering = undefined;
  }

  async #keep(signal: AbortSignal): Promise<void> {
    for (;;) {
      const { retryAfter = 0 } = await this.#inTurn(signal, () => this.#serve(signal)).catch(
        (thrown: unknown) => {
          signal.throwIfAborted();
          // The lock was taken away: this tab lines up again.
          return CodatError.from(thrown);
        },
      );
      await rest(Math.max(retryAfter * 1000, waitAfter(recovery, this.#failures++)), signal);
    }
  }

  #inTurn<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
    const { name, tab } = this.#keeping;
    return tab.turns.take(name, signal, work);
  }

  /** Does what there is to do until a look fails, and resolves with why. */
  async #serve(signal: AbortSignal): Promise<CodatError> {
    const { duty, looked, tab } = this.#keeping;
    const turn = new AbortController();
    const over = anySignal([signal, turn.signal]);
    duty?.(over).catch(() => undefined);
    try {
      return await poll(
        this.#query,
        () => {
          this.#failures = 0;
          looked();
        },
        over,
        () => (tab.offline ? offlineFactor : 1),
      );
    } finally {
      turn.abort();
    }
  }
}
