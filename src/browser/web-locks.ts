import { openBroadcastChannel } from './broadcast-channel.js';

export type Locks = Pick<LockManager, 'request'>;

/** Web Locks, which let one page of an origin work at a time. Where the browser has none or refuses them, every page works. */
export class WebLocksWithFallback {
  #locks: Locks | undefined;

  constructor(locks: Locks | undefined) {
    this.#locks = locks;
  }

  /** Whether the browser has locks, and has not refused one. */
  get available(): boolean {
    return this.#locks !== undefined;
  }

  /** Runs `work` once the lock is held, or at once where the browser refuses it. */
  async request<Value>(name: string, signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
    const lock = { held: false };
    const workWithLock = (): Promise<Value> => {
      lock.held = true;
      return work();
    };
    try {
      if (this.#locks) return await this.#locks.request(name, { signal }, workWithLock);
    } catch (error) {
      if (lock.held || signal.aborted) throw error;
      this.#locks = undefined;
    }
    return work();
  }
}

/** The browser's locks, if it has `BroadcastChannel` too: the page that holds a lock must notify the others. */
export function findWebLocks(): Locks | undefined {
  const channel = openBroadcastChannel('codat-connect-elements');
  channel?.close();
  // Insecure contexts have no locks, and Node 20 has no navigator.
  const { locks } = (globalThis.navigator as Partial<Navigator> | undefined) ?? {};
  return channel && locks;
}
