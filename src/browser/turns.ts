import { openChannel } from './channel.js';

export type Locks = Pick<LockManager, 'request'>;

/** Lets the pages of an origin do something one at a time. Where locks are missing or refused, each page works alone. */
export class Turns {
  #locks: Locks | undefined;

  constructor(locks: Locks | undefined) {
    this.#locks = locks;
  }

  /** Whether one page at a time works for all of them. */
  get areTaken(): boolean {
    return this.#locks !== undefined;
  }

  /** Works once the lock is held, or at once where the browser refuses it. */
  async take<Value>(name: string, signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
    const lock = { held: false };
    const holding = (): Promise<Value> => {
      lock.held = true;
      return work();
    };
    try {
      if (this.#locks) return await this.#locks.request(name, { signal }, holding);
    } catch (thrown) {
      if (lock.held || signal.aborted) throw thrown;
      this.#locks = undefined;
    }
    return work();
  }
}

/** The browser's locks, as long as the page that holds one can also tell the others what it did. */
export function ownLocks(): Locks | undefined {
  const channel = openChannel('codat-connect-elements');
  channel?.close();
  // Pages that are not secure have no locks, and Node 20 has no navigator.
  const { locks } = (globalThis.navigator as Partial<Navigator> | undefined) ?? {};
  return channel && locks;
}
