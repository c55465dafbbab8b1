import { delayClamped } from '../../api/delay-clamped.js';
import { CodatError } from '../../api/errors.js';
import { anySignal } from '../../browser/any-signal.js';
import type { PageLifecycle } from '../page-lifecycle.js';
import type { Query } from '../query.js';
import { computeBackoffDelayMs, type BackoffOptions } from './backoff.js';
import { pollQueryUntilFailure } from './poll-query-until-failure.js';

/** Work that one tab does for all tabs of its company, until the signal aborts. */
type LeaderTask = (signal: AbortSignal) => Promise<void>;

interface PollerOptions {
  /** The name of the lock that one tab of the company holds. */
  readonly name: string;
  readonly lifecycle: PageLifecycle;
  /** Called after each successful refetch: the other tabs can refetch now. */
  readonly onRefetched: () => void;
  /** Runs while this tab holds the lock. */
  readonly runAsLeader?: LeaderTask;
}

/** The delays between attempts after a failure. The lock is free meanwhile, so the next tab can try. */
const retryBackoff: BackoffOptions = { firstMs: 30_000, growth: 2, maxMs: 15 * 60_000 };

/** Delays are this many times as long in a tab that seems to have no network. */
const offlineFactor = 3;

/** Milliseconds without a subscriber before polling stops: elements are often taken off the page and put back. */
const noSubscriberGraceMs = 1_000;

/** Polls one query for all tabs of a company, while it has subscribers here, this tab is active and this tab holds the lock. */
export class LeaderQueryPoller {
  readonly #query: Query<unknown>;
  readonly #options: PollerOptions;
  #failures = 0;
  #controller: AbortController | undefined;
  #stopTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(query: Query<unknown>, options: PollerOptions) {
    this.#query = query;
    this.#options = options;
  }

  /** Starts or stops polling, depending on the query and the tab. */
  update(): void {
    const { polling, hasSubscribers } = this.#query;
    if (!(polling && this.#options.lifecycle.active)) {
      this.stop();
      return;
    }
    if (!hasSubscribers) {
      this.#stopTimer ??= setTimeout(() => this.stop(), noSubscriberGraceMs);
      return;
    }
    clearTimeout(this.#stopTimer);
    this.#stopTimer = undefined;
    if (this.#controller) return;
    this.#controller = new AbortController();
    // It rejects only when it is stopped.
    this.#run(this.#controller.signal).catch(() => undefined);
  }

  stop(): void {
    this.#controller?.abort();
    this.#controller = undefined;
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { name, lifecycle } = this.#options;
    for (;;) {
      const { retryAfter = 0 } = await lifecycle.locks
        .request(name, signal, () => this.#pollUntilFailure(signal))
        .catch((error: unknown) => {
          signal.throwIfAborted();
          // The browser took the lock away: this tab requests it again.
          return CodatError.from(error);
        });
      await delayClamped(
        Math.max(retryAfter * 1000, computeBackoffDelayMs(retryBackoff, this.#failures++)),
        signal,
      );
    }
  }

  /** Polls and runs the leader's task until a refetch fails, and resolves with the error. */
  async #pollUntilFailure(signal: AbortSignal): Promise<CodatError> {
    const { runAsLeader, onRefetched, lifecycle } = this.#options;
    const controller = new AbortController();
    const pollSignal = anySignal([signal, controller.signal]);
    runAsLeader?.(pollSignal).catch(() => undefined);
    try {
      return await pollQueryUntilFailure(
        this.#query,
        () => {
          this.#failures = 0;
          onRefetched();
        },
        pollSignal,
        () => (lifecycle.offline ? offlineFactor : 1),
      );
    } finally {
      controller.abort();
    }
  }
}
