/** The commands that the store and the bus send, as any client of the package `redis` sends them. */
interface RedisCommands {
  readonly isReady: boolean;
  get(key: string): Promise<string | null>;
  set(key: string, value: string, options: SetOptions): Promise<unknown>;
  del(key: string): Promise<unknown>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  publish(channel: string, message: string): Promise<unknown>;
}

interface SetOptions {
  readonly expiration: { readonly type: 'PX'; readonly value: number };
  readonly condition?: 'NX';
}

/**
 * The methods needed of a client of one Redis, as `createClient` of the package `redis` (5 or 6) returns it. The host
 * creates it, connects it, listens to its `error` events and closes it.
 */
export interface RedisClient extends RedisCommands {
  readonly options: { readonly socket?: object };
  duplicate(options: { pingInterval: number; socket: object }): RedisSubscriber;
  on(event: 'ready', listener: () => void): unknown;
  once(event: 'end', listener: () => void): unknown;
  off(event: 'end', listener: () => void): unknown;
}

/** The same of a Redis Cluster, as `createCluster` (6) returns it. */
export interface RedisClusterClient extends RedisCommands {
  readonly masters: readonly { readonly client?: RedisClient | undefined }[];
  on(event: 'node-ready', listener: () => void): unknown;
}

/** The methods that we need of a client of Redis Sentinel, as `createSentinel` of the package `redis` 6 returns it. */
export interface RedisSentinelClient extends RedisCommands {
  getMasterNode(): unknown;
  duplicate(): RedisSubscriber;
  on(event: 'ready', listener: () => void): unknown;
  once(event: 'end', listener: () => void): unknown;
  off(event: 'end', listener: () => void): unknown;
}

export type NodeRedisClient = RedisClient | RedisClusterClient | RedisSentinelClient;

/** A separate connection for subscriptions. With Sentinel it moves to another server after a failover, and emits `reconnecting`. */
interface RedisSubscriber {
  readonly isOpen: boolean;
  connect(): Promise<unknown>;
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>;
  on(event: 'error' | 'reconnecting', listener: (error: Error) => void): unknown;
  destroy(): unknown;
}

/** Settings of the store and the bus in Redis. */
export interface RedisPrefixOptions {
  /**
   * Begins every key and channel. Default `connect-elements:`. Two gateways on one Redis need different prefixes. In a
   * cluster keys begin with `{connect-elements:}`, a hash tag: locks are safe only while one server has all of them.
   */
  prefix?: string | undefined;
}

export const defaultPrefix = 'connect-elements:';

export const isCluster = (client: NodeRedisClient): client is RedisClusterClient => 'masters' in client;

const isSentinel = (client: RedisClient | RedisSentinelClient): client is RedisSentinelClient =>
  'getMasterNode' in client;

/** Throws while Redis is unreachable: the client would queue the command and run it when nobody waits for it any more. */
export function assertReady({ isReady }: Pick<RedisCommands, 'isReady'>): void {
  if (!isReady) throw new Error('Redis can’t be reached.');
}

/**
 * Creates a client for subscriptions, not yet connected. Returns it with its owner, the client at whose end the
 * subscription ends.
 */
export function createUnconnectedSubscriber(client: NodeRedisClient): {
  subscriber: RedisSubscriber;
  owner: Pick<RedisClient, 'once' | 'off'>;
} {
  if (isCluster(client)) {
    // A cluster passes on what is published at any of its servers to those who subscribe at any other.
    const master = client.masters.find((node) => node.client?.isReady);
    if (!master?.client) throw new Error('No server of the Redis Cluster can be reached.');
    return createUnconnectedSubscriber(master.client);
  }
  if (isSentinel(client)) return { subscriber: client.duplicate(), owner: client };
  const subscriber = client.duplicate({
    // A connection without a reply for three pings is dead.
    pingInterval: 10_000,
    socket: { ...client.options.socket, socketTimeout: 30_000 },
  });
  return { subscriber, owner: client };
}
