import type { Bus } from '../gateway/changes/bus.js';
import { redisBus, redisStore } from '../gateway/redis/index.js';
import type { Store } from '../gateway/store/store.js';

/** What several processes share. */
interface SharedState {
  readonly store: Store;
  readonly bus: Bus;
  readonly close: () => void;
}

/** `redis` is not installed, which the package needs for nothing else. */
export class RedisMissing extends Error {
  override readonly name = 'RedisMissing';

  constructor() {
    super('REDIS_URL needs the package redis beside this one: npm install redis@6.');
  }
}

/** Connects to a Redis. Resolves at once: while it is away, the gateway goes on without it. */
export async function connectRedis(url: string): Promise<SharedState> {
  const { createClient } = await import('redis').catch(() => {
    throw new RedisMissing();
  });
  const client = createClient({ url });
  // The gateway emits an event for what fails.
  client.on('error', () => undefined);
  void client.connect().catch(() => undefined);
  return { store: redisStore(client), bus: redisBus(client), close: () => client.destroy() };
}
