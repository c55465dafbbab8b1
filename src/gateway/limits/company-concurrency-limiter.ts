import { CallSkippedByLimitError } from './call-skipped-by-limit-error.js';

/** Codat's own limit of concurrent calls for each connected company. */
const maxRunningPerCompany = 10;
const maxWaitingPerCompany = 100;

interface CompanyQueue {
  running: number;
  /** Each starts one waiting call. */
  readonly waiting: (() => void)[];
}

/**
 * Runs at most ten calls at once for a company, and ten times the number of connected companies in all. Waiting calls
 * are started round-robin by company, so that a busy company delays no other.
 */
export class CompanyConcurrencyLimiter {
  readonly #companyCount: () => number;
  /** The queue to serve next comes first. */
  readonly #queues = new Map<string, CompanyQueue>();
  #running = 0;

  constructor(companyCount: () => number) {
    this.#companyCount = companyCount;
  }

  /** Runs the work in the company's turn. Rejects when a hundred calls wait in the queue already, or the signal is aborted. */
  async run<Result>(company: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    await this.#waitForTurn(company, signal);
    try {
      return await work();
    } finally {
      this.#release(company);
    }
  }

  async #waitForTurn(company: string, signal: AbortSignal): Promise<void> {
    // No `abort` event would follow.
    signal.throwIfAborted();
    const queue = this.#queues.get(company) ?? { running: 0, waiting: [] };
    this.#queues.set(company, queue);
    if (queue.waiting.length >= maxWaitingPerCompany) throw new CallSkippedByLimitError('at-once', 1);
    await new Promise<void>((resolve, reject) => {
      const start = () => {
        signal.removeEventListener('abort', cancel);
        resolve();
      };
      const cancel = () => {
        queue.waiting.splice(queue.waiting.indexOf(start), 1);
        this.#deleteIfIdle(company);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', cancel);
      queue.waiting.push(start);
      this.#startWaiting();
    });
  }

  #release(company: string): void {
    const queue = this.#queues.get(company);
    if (queue) queue.running--;
    this.#running--;
    this.#deleteIfIdle(company);
    this.#startWaiting();
  }

  #startWaiting(): void {
    // Reinserting a queue puts it last, and the iteration reaches it once more.
    for (const [company, queue] of this.#queues) {
      if (this.#running >= maxRunningPerCompany * this.#companyCount()) return;
      const start = queue.running < maxRunningPerCompany ? queue.waiting.shift() : undefined;
      if (!start) continue;
      queue.running++;
      this.#running++;
      this.#queues.delete(company);
      this.#queues.set(company, queue);
      start();
    }
  }

  #deleteIfIdle(company: string): void {
    const queue = this.#queues.get(company);
    if (queue?.running === 0 && queue.waiting.length === 0) this.#queues.delete(company);
  }
}
