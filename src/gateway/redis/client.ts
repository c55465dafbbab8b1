/**
 * What is asked of a Redis client: a part of what `createClient` of the package `redis` (5 or 6) gives. The host
 * makes it, connects it, listens to its `error` events and closes it.
 */
export interface RedisClient {
  readonly isReady: boolean;
  readonly options: { readonly socket?: object };
  get(key: string): Promise<string | null>;
  set(key: string, value: string, options: SetOptions): Promise<unknown>;
  del(key: string): Promise<unknown>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  publish(channel: string, message: string): Promise<unknown>;
  duplicate(options: { pingInterval: number; socket: object }): RedisSubscriber;
  once(event: 'end', tell: () => void): unknown;
  off(event: 'end', tell: () => void): unknown;
}

interface SetOptions {
  readonly expiration: { readonly type: 'PX'; readonly value: number };
  readonly condition?: 'NX';
}

/** A connection of its own that hears what is published. */
interface RedisSubscriber {
  readonly isOpen: boolean;
  connect(): Promise<unknown>;
  subscribe(channel: string, hear: (message: string) => void): Promise<unknown>;
  on(event: 'error', tell: (error: Error) => void): unknown;
  destroy(): void;
}

/** Settings of what is kept in Redis. */
export interface RedisSettings {
  /** What every key and channel begins with. Default `connect-elements:`; two gateways on one Redis need two. */
  prefix?: string;
}

export const standardPrefix = 'connect-elements:';

/** Throws while Redis is away: the client itself would keep the command, and do it when nobody waits for it any more. */
export function demandReady({ isReady }: RedisClient): void {
  if (!isReady) throw new Error('Redis can’t be reached.');
}
