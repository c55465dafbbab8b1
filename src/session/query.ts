import { CodatError } from '../api/errors.js';
import type { BackoffOptions } from './live/backoff.js';
import { latestValue, type QueryState } from './query-state.js';

/** One remote value shared by all its subscribers. It loads for the first one; a refetch or a failure keeps the last value. */
export class Query<Value> {
  readonly #load: (signal: AbortSignal) => Promise<Value>;
  readonly #subscribers = new Set<() => void>();
  readonly #observers = new Set<() => void>();
  #resource: QueryState<Value> = { is: 'idle' };
  #controller: AbortController | undefined;
  #polling: BackoffOptions | undefined;

  constructor(load: (signal: AbortSignal) => Promise<Value>) {
    this.#load = load;
  }

  get resource(): QueryState<Value> {
    return this.#resource;
  }

  get hasSubscribers(): boolean {
    return this.#subscribers.size > 0;
  }

  /** How often to refetch while there are subscribers; undefined means never. */
  get polling(): BackoffOptions | undefined {
    return this.#polling;
  }

  set polling(polling: BackoffOptions | undefined) {
    this.#polling = polling;
    this.#notifyObservers();
  }

  /** Calls `notify` when the value, the polling or the subscribers change. Unlike a subscriber, an observer causes no request. */
  observe(notify: () => void): () => void {
    this.#observers.add(notify);
    return () => this.#observers.delete(notify);
  }

  /** Calls `notify` at every change until the returned function is called. After a failure a new subscriber refetches. */
  subscribe(notify: () => void): () => void {
    this.#subscribers.add(notify);
    if (this.#resource.is === 'idle' || this.#resource.is === 'failed') void this.refresh();
    else this.#notifyObservers();
    return () => {
      this.#subscribers.delete(notify);
      // An element that moves within the page unsubscribes and subscribes again at once: that must not abort the request.
      queueMicrotask(() => {
        if (!this.hasSubscribers) this.#cancel();
      });
    };
  }

  /** Refetches. The newest request wins, and a failure keeps the last value. */
  async refresh(): Promise<void> {
    this.#controller?.abort();
    const { signal } = (this.#controller = new AbortController());
    this.#setResource({ is: 'loading', ...this.#last() });
    try {
      const value = await this.#load(signal);
      if (!signal.aborted) this.#setResource({ is: 'ready', value });
    } catch (error) {
      if (!signal.aborted)
        this.#setResource({ is: 'failed', error: CodatError.from(error), ...this.#last() });
    }
  }

  /** Changes the value locally, and aborts a running request, whose answer would be older. If no value has loaded yet, restarts the request. */
  update(change: (value: Value) => Value): void {
    const value = latestValue(this.#resource);
    if (value !== undefined) {
      this.#controller?.abort();
      this.#setResource({ is: 'ready', value: change(value) });
    } else if (this.#resource.is === 'loading') void this.refresh();
  }

  /** Marks the value as stale: subscribers keep it until the refetch ends, and later subscribers do not get it. */
  invalidate(): void {
    if (this.hasSubscribers) void this.refresh();
    else this.reset();
  }

  /** Discards the value, and refetches if there are subscribers. */
  reset(): void {
    this.#controller?.abort();
    this.#setResource({ is: 'idle' });
    if (this.hasSubscribers) void this.refresh();
  }

  #cancel(): void {
    if (this.#resource.is === 'loading') {
      this.#controller?.abort();
      const last = latestValue(this.#resource);
      this.#resource = last === undefined ? { is: 'idle' } : { is: 'ready', value: last };
    }
    this.#notifyObservers();
  }

  #last(): { last?: Value } {
    const last = latestValue(this.#resource);
    return last === undefined ? {} : { last };
  }

  #setResource(resource: QueryState<Value>): void {
    this.#resource = resource;
    for (const notify of this.#subscribers) notify();
    this.#notifyObservers();
  }

  #notifyObservers(): void {
    for (const notify of this.#observers) notify();
  }
}
