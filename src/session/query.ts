import { CodatError } from '../api/errors.js';
import type { Pace } from './live/pace.js';
import { latest, type Resource } from './resource.js';

/** One remote answer, shared by all who watch it: loaded when first watched, kept through a new look and through a failure. */
export class Query<Value> {
  readonly #load: (signal: AbortSignal) => Promise<Value>;
  readonly #watchers = new Set<() => void>();
  readonly #followers = new Set<() => void>();
  #resource: Resource<Value> = { is: 'idle' };
  #run: AbortController | undefined;
  #pace: Pace | undefined;

  constructor(load: (signal: AbortSignal) => Promise<Value>) {
    this.#load = load;
  }

  get resource(): Resource<Value> {
    return this.#resource;
  }

  get watched(): boolean {
    return this.#watchers.size > 0;
  }

  /** How often to look again by itself while someone watches; never, until it is set. */
  get pace(): Pace | undefined {
    return this.#pace;
  }

  set pace(pace: Pace | undefined) {
    this.#pace = pace;
    this.#stir();
  }

  /** Tells of every change, and of watchers that come and go, without being one: it keeps nothing going. */
  follow(tell: () => void): () => void {
    this.#followers.add(tell);
    return () => this.#followers.delete(tell);
  }

  /** Tells of every change until the returned function is called. A failure is not kept: a new watcher looks again. */
  watch(tell: () => void): () => void {
    this.#watchers.add(tell);
    if (this.#resource.is === 'idle' || this.#resource.is === 'failed') void this.refresh();
    else this.#stir();
    return () => {
      this.#watchers.delete(tell);
      // An element that moves within the page leaves and comes back at once: that ends nothing.
      queueMicrotask(() => {
        if (!this.watched) this.#stop();
      });
    };
  }

  /** Looks again. Only the newest look counts, and a failure wipes nothing. */
  async refresh(): Promise<void> {
    this.#run?.abort();
    const { signal } = (this.#run = new AbortController());
    this.#become({ is: 'loading', ...this.#kept() });
    try {
      const value = await this.#load(signal);
      if (!signal.aborted) this.#become({ is: 'ready', value });
    } catch (thrown) {
      if (!signal.aborted) this.#become({ is: 'failed', error: CodatError.from(thrown), ...this.#kept() });
    }
  }

  /** A change that is newer than any answer under way. Where nothing is known yet, that is asked for anew. */
  update(change: (known: Value) => Value): void {
    const known = latest(this.#resource);
    if (known !== undefined) {
      this.#run?.abort();
      this.#become({ is: 'ready', value: change(known) });
    } else if (this.#resource.is === 'loading') void this.refresh();
  }

  /** What is known is out of date: it stays until those who watch know better, and nobody else gets it. */
  renew(): void {
    if (this.watched) void this.refresh();
    else this.reset();
  }

  /** Forgets everything, and looks again for those who watch. */
  reset(): void {
    this.#run?.abort();
    this.#become({ is: 'idle' });
    if (this.watched) void this.refresh();
  }

  #stop(): void {
    if (this.#resource.is === 'loading') {
      this.#run?.abort();
      const last = latest(this.#resource);
      this.#resource = last === undefined ? { is: 'idle' } : { is: 'ready', value: last };
    }
    this.#stir();
  }

  #kept(): { last?: Value } {
    const last = latest(this.#resource);
    return last === undefined ? {} : { last };
  }

  #become(resource: Resource<Value>): void {
    this.#resource = resource;
    for (const tell of this.#watchers) tell();
    this.#stir();
  }

  #stir(): void {
    for (const tell of this.#followers) tell();
  }
}
