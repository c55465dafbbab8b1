import type { Store } from '../store.js';
import { demandReady, standardPrefix, type RedisClient, type RedisSettings } from './client.js';

const deleteIfEqual = `if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end`;

/** A store that many processes share, in Redis. Its calls reject while Redis is away. */
export function redisStore(client: RedisClient, { prefix = standardPrefix }: RedisSettings = {}): Store {
  const lasting = (ttlMs: number) =>
    ({ expiration: { type: 'PX', value: Math.max(1, Math.ceil(ttlMs)) } }) as const;
  return {
    async get(key) {
      demandReady(client);
      return (await client.get(prefix + key)) ?? undefined;
    },
    async set(key, value, ttlMs) {
      demandReady(client);
      await client.set(prefix + key, value, lasting(ttlMs));
    },
    async add(key, value, ttlMs) {
      demandReady(client);
      return (await client.set(prefix + key, value, { ...lasting(ttlMs), condition: 'NX' })) !== null;
    },
    async delete(key, value) {
      demandReady(client);
      if (value === undefined) await client.del(prefix + key);
      else await client.eval(deleteIfEqual, { keys: [prefix + key], arguments: [value] });
    },
  };
}
