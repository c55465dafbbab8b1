import type { Bus } from '../gateway/changes/bus.js';
import { redisBus, redisStore } from '../gateway/redis/index.js';
import type { Store } from '../gateway/store/store.js';
import { withTimeout } from '../gateway/timers.js';
import type { RedisDeployment } from './server-settings.js';

/** The store and the bus that several processes share. */
interface RedisState {
  readonly store: Store;
  readonly bus: Bus;
  readonly close: () => void;
}

/** The package `redis` is missing. It is an optional peer dependency, needed only with `REDIS_URL`. */
class RedisPackageMissingError extends Error {
  override readonly name = 'RedisPackageMissingError';

  constructor() {
    super('REDIS_URL needs the package redis beside this one: npm install redis@6.');
  }
}

/** How long a start waits for Redis, in milliseconds. */
const connectTimeoutMs = 3_000;

/** Milliseconds before the next attempt to connect, after the client of a cluster or of Sentinels has given up. */
const retryMs = 1_000;

/** Milliseconds between two pings of each Redis that takes our writes, and until the reply. */
const pingEveryMs = 10_000;
const pingTimeoutMs = 5_000;

/** How long a server of a cluster may be silent while it is connected to, in milliseconds. Later the pings keep its connection in use. */
const silenceTimeoutMs = 15_000;

/** Connects to a Redis. Resolves after three seconds even without a connection and goes on trying, since the gateway works without Redis meanwhile. */
export async function openRedisState(deployment: RedisDeployment, prefix: string): Promise<RedisState> {
  const client = await createRedis(deployment);
  // The gateway emits an event for each failure.
  client.on('error', () => undefined);
  let isClosed = false;
  const connect = async (): Promise<void> => {
    while (!isClosed) {
      const connected = await client.connect().then(
        () => true,
        () => false,
      );
      if (connected) return;
      await new Promise((resolve) => setTimeout(resolve, retryMs).unref());
    }
  };
  const timeoutError = (): Error => new Error('Redis can’t be reached.');
  await withTimeout(connectTimeoutMs, connect(), timeoutError).catch(() => undefined);
  // A connection that was lost without a word counts as ready until TCP gives it up, a quarter of an hour later.
  const pinging = setInterval(() => {
    if (!client.isReady) return;
    const pings = pingableClients(client).map((each) =>
      withTimeout(pingTimeoutMs, each.ping(), timeoutError),
    );
    Promise.all(pings).catch(() => {
      if (isClosed || !client.isReady) return;
      void Promise.resolve(client.destroy()).then(connect);
    });
  }, pingEveryMs).unref();
  return {
    store: redisStore(client, { prefix }),
    bus: redisBus(client, { prefix }),
    close() {
      isClosed = true;
      clearInterval(pinging);
      void client.destroy();
    },
  };
}

/** The clients of the servers that take our writes. */
function pingableClients(client: Awaited<ReturnType<typeof createRedis>>) {
  if (!('masters' in client)) return [client];
  return client.masters.flatMap(({ client: master }) => (master?.isReady ? [master] : []));
}

/** A client of the package `redis`, not yet connected. */
async function createRedis({ kind, urls, sentinelName }: RedisDeployment) {
  const { createClient, createCluster, createSentinel } = await import('redis').catch(() => {
    throw new RedisPackageMissingError();
  });
  const [first] = urls;
  const { protocol, username, password } = first;
  const socket = protocol === 'rediss:' ? { tls: true as const } : {};
  const login = {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
  };
  // We need neither, and for each the Redis user would have to be allowed one more command.
  const quiet = { disableClientInfo: true, maintNotifications: 'disabled' as const };
  // A command that can't be sent at once is rejected, since the gateway would not wait for its reply.
  const node = { ...login, ...quiet, socket, disableOfflineQueue: true, pingInterval: 10_000 };
  switch (kind) {
    case 'server':
      return createClient({ ...quiet, url: first.href });
    case 'cluster':
      return createCluster({
        rootNodes: urls.map(({ href }) => ({ ...quiet, url: href })),
        defaults: {
          ...node,
          socket: {
            ...socket,
            socketTimeout: silenceTimeoutMs,
            // By default a client gives up after such a timeout.
            reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 2_000),
          },
        },
      });
    case 'sentinel':
      return createSentinel({
        name: sentinelName,
        sentinelRootNodes: urls.map(({ hostname, port }) => ({
          host: hostname,
          port: Number(port || 26_379),
        })),
        nodeClientOptions: node,
        sentinelClientOptions: { ...quiet, socket },
        scanInterval: 10_000,
      });
  }
}
