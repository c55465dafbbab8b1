/**
 * Where the gateway keeps what several of its processes must share: the catalogue, branding images,
 * shares under the hash of their secret, and locks. Values are text. Never an API key, a token or a one-time link.
 */
export interface Store {
  /** What was kept under the key, unless it has expired. */
  get(key: string): Promise<string | undefined>;
  /** Keeps a value for so many milliseconds, replacing what was there. */
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** Keeps a value only where there is none, in one atomic step; false when there was one (Redis: `SET … NX PX`). */
  add(key: string, value: string, ttlMs: number): Promise<boolean>;
  /** Forgets what is kept under the key; given a value, only while that is what is kept, in one atomic step. */
  delete(key: string, value?: string): Promise<void>;
  /**
   * For how many milliseconds, at least, nothing was forgotten before its time. Left out by a store that can't forget
   * while its processes go on; one that can, as a server that restarts empty does, may have forgotten a lock.
   */
  durableForMs?(): Promise<number>;
}
