import type { Bus } from '../gateway/changes/bus.js';
import { redisBus, redisStore } from '../gateway/redis/index.js';
import type { Store } from '../gateway/store/store.js';

/** The store and the bus that several processes share. */
interface SharedState {
  readonly store: Store;
  readonly bus: Bus;
  readonly close: () => void;
}

/** `redis` is not installed, which the package needs for nothing else. */
export class RedisMissingError extends Error {
  override readonly name = 'RedisMissingError';

  constructor() {
    super('REDIS_URL needs the package redis beside this one: npm install redis@6.');
  }
}

/** How long a start waits for Redis, in milliseconds. */
const connectTimeoutMs = 3_000;

/** Connects to a Redis. Resolves after three seconds even without a connection, since the gateway works without Redis until it is back. */
export async function connectRedis(url: string, prefix: string): Promise<SharedState> {
  const { createClient } = await import('redis').catch(() => {
    throw new RedisMissingError();
  });
  const client = createClient({ url });
  // The gateway emits an event for each failure.
  client.on('error', () => undefined);
  const connected = client.connect().catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise((resolve) => (timer = setTimeout(resolve, connectTimeoutMs)));
  await Promise.race([connected, waited]);
  clearTimeout(timer);
  return {
    store: redisStore(client, { prefix }),
    bus: redisBus(client, { prefix }),
    close: () => client.destroy(),
  };
}
