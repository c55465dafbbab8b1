import { SparedCall } from './sparing.js';

/** Codat's own limit for each company that is connected. */
const mostAtOnce = 10;
const mostWaiting = 100;

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}

/**
 * Lets ten calls go at once for a company, and ten times as many in all as there are companies. Those that must wait
 * take turns by company, so that a busy one holds up nobody else.
 */
export class Lanes {
  readonly #companies: () => number;
  /** The lane whose turn is next comes first. */
  readonly #lanes = new Map<string, Lane>();
  #running = 0;

  constructor(companies: () => number) {
    this.#companies = companies;
  }

  /** Does the work when its turn has come. Rejects when a hundred wait in its lane already, or the signal is aborted. */
  async run<Result>(name: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    await this.#turn(name, signal);
    try {
      return await work();
    } finally {
      this.#leave(name);
    }
  }

  async #turn(name: string, signal: AbortSignal): Promise<void> {
    const lane = this.#lanes.get(name) ?? { running: 0, waiting: [] };
    this.#lanes.set(name, lane);
    if (lane.waiting.length >= mostWaiting) throw new SparedCall('at-once', 1);
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        lane.waiting.splice(lane.waiting.indexOf(go), 1);
        this.#sweep(name);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', giveUp);
      lane.waiting.push(go);
      this.#next();
    });
  }

  #leave(name: string): void {
    const lane = this.#lanes.get(name);
    if (lane) lane.running--;
    this.#running--;
    this.#sweep(name);
    this.#next();
  }

  #next(): void {
    // A lane that got its turn goes to the end, and so comes round again.
    for (const [name, lane] of this.#lanes) {
      if (this.#running >= mostAtOnce * this.#companies()) return;
      const go = lane.running < mostAtOnce ? lane.waiting.shift() : undefined;
      if (!go) continue;
      lane.running++;
      this.#running++;
      this.#lanes.delete(name);
      this.#lanes.set(name, lane);
      go();
    }
  }

  #sweep(name: string): void {
    const lane = this.#lanes.get(name);
    if (lane?.running === 0 && lane.waiting.length === 0) this.#lanes.delete(name);
  }
}
