/**
 * The methods needed of a Redis client, as `createClient` of the package `redis` (5 or 6) returns it. The host creates
 * it, connects it, listens to its `error` events and closes it.
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
  on(event: 'ready', listener: () => void): unknown;
  once(event: 'end', listener: () => void): unknown;
  off(event: 'end', listener: () => void): unknown;
}

interface SetOptions {
  readonly expiration: { readonly type: 'PX'; readonly value: number };
  readonly condition?: 'NX';
}

/** A separate connection for subscriptions. */
interface RedisSubscriber {
  readonly isOpen: boolean;
  connect(): Promise<unknown>;
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  destroy(): void;
}

/** Settings of the store and the bus in Redis. */
export interface RedisSettings {
  /** Begins every key and channel. Default `connect-elements:`. Two gateways on one Redis need different prefixes. */
  prefix?: string;
}

export const defaultPrefix = 'connect-elements:';

/** Throws while Redis is unreachable: the client would queue the command and run it when nobody waits for it any more. */
export function assertReady({ isReady }: RedisClient): void {
  if (!isReady) throw new Error('Redis can’t be reached.');
}
