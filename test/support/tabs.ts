import { WebLocksWithFallback } from '../../src/browser/web-locks.js';
import type { PageLifecycle } from '../../src/session/page-lifecycle.js';

/** Where the tabs of one browser line up (https://w3c.github.io/web-locks/), as far as we use it. */
export class Locks {
  readonly #queues = new Map<string, Promise<unknown>>();
  /** Names that are held at the moment, each as often as it is. */
  readonly held: string[] = [];

  readonly request = async (
    name: string,
    { signal }: { signal?: AbortSignal },
    work: () => Promise<unknown>,
  ): Promise<unknown> => {
    const before = this.#queues.get(name) ?? Promise.resolve();
    const granted = new Promise<void>((resolve, reject) => {
      signal?.throwIfAborted();
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      void before.then(() => resolve());
    });
    const entry = granted.then(async () => {
      this.held.push(name);
      return work().finally(() => this.held.splice(this.held.indexOf(name), 1));
    });
    // The next in the queue waits for those before it even if this one is aborted.
    const settled = entry.then(
      () => undefined,
      () => undefined,
    );
    this.#queues.set(
      name,
      before.then(() => settled),
    );
    return entry;
  };
}

/** The channels of a browser by their names: a message reaches the others before anything else happens. */
const channels = new Map<string, Set<Channel>>();

/** Replaces `BroadcastChannel`, whose delivery no test can control. */
export class Channel extends EventTarget {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
    channels.set(name, (channels.get(name) ?? new Set()).add(this));
  }

  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message);
    for (const other of channels.get(this.name) ?? []) {
      if (other !== this) queueMicrotask(() => other.dispatchEvent(new MessageEvent('message', { data })));
    }
  }

  close(): void {
    channels.get(this.name)?.delete(this);
  }
}

/** A tab whose page a test hides, shows, and takes off line. */
export class FakeTab implements PageLifecycle {
  readonly locks: WebLocksWithFallback;
  readonly #listeners = new Set<() => void>();
  #visible = true;
  #online = true;

  /** Without locks it is one whose browser has none. */
  constructor(locks?: Pick<Locks, 'request'>) {
    // We use one overload of `request`.
    this.locks = new WebLocksWithFallback(locks as ConstructorParameters<typeof WebLocksWithFallback>[0]);
  }

  get active(): boolean {
    return this.#visible;
  }

  get offline(): boolean {
    return !this.#online;
  }

  /** How many listen to this page. */
  get listenerCount(): number {
    return this.#listeners.size;
  }

  onChange(notify: () => void, signal: AbortSignal): void {
    this.#listeners.add(notify);
    signal.addEventListener('abort', () => this.#listeners.delete(notify));
  }

  show(): void {
    this.#visible = true;
    this.#notify();
  }

  hide(): void {
    this.#visible = false;
    this.#notify();
  }

  set online(online: boolean) {
    this.#online = online;
    this.#notify();
  }

  #notify(): void {
    for (const notify of this.#listeners) notify();
  }
}
