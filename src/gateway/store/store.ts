/**
 * A key-value store that the processes of one gateway share: for the catalogue, branding images, share links (by the
 * hash of their secret) and locks. Values are text, and never an API key, a token or a one-time link.
 */
export interface Store {
  /** The value of the key; undefined when there is none or it has expired. */
  get(key: string): Promise<string | undefined>;
  /** Sets the value for `ttlMs` milliseconds, replacing any other. */
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** Sets the value only if the key has none, in one atomic step; false when it has one (Redis: `SET … NX PX`). */
  add(key: string, value: string, ttlMs: number): Promise<boolean>;
  /** Deletes the key; with `value` only if it has that value, in one atomic step. */
  delete(key: string, value?: string): Promise<void>;
  /**
   * For how many milliseconds the store is known to have kept every value that had not expired. A store that can lose
   * values while the gateway's processes run, such as a server that restarts empty, must implement this, since locks
   * may be lost. Without it, the store counts as never losing any.
   */
  durableForMs?(): Promise<number>;
}
