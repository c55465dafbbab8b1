import type { Store } from '../store/store.js';
import { demandReady, standardPrefix, type RedisClient, type RedisSettings } from './client.js';

const deleteIfEqual = `if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end`;

/**
 * For how long this very server has forgotten nothing. One that was emptied lacks the key; one that came back from a
 * snapshot, or was promoted, has it with the `run_id` of another. Where the host may not ask for that, only the first
 * is noticed.
 */
const remembered = `
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local info = redis.pcall('info', 'server')
local run = type(info) == 'string' and string.match(info, 'run_id:(%w+)') or 'unknown'
local since, of = string.match(redis.call('get', KEYS[1]) or '', '^(%d+) (%w+)$')
if of == run then return now - since end
redis.call('set', KEYS[1], string.format('%d %s', now, run))
return 0`;

/** A store that many processes share, in Redis. Its calls reject while Redis is away. */
export function redisStore(client: RedisClient, { prefix = standardPrefix }: RedisSettings = {}): Store {
  const lasting = (ttlMs: number) =>
    ({ expiration: { type: 'PX', value: Math.max(1, Math.ceil(ttlMs)) } }) as const;
  const durableForMs = async (): Promise<number> => {
    demandReady(client);
    return Number(await client.eval(remembered, { keys: [`${prefix}remembers-since`], arguments: [] }));
  };
  // Its time begins when it is there, not when it is first asked for.
  const begin = () => void durableForMs().catch(() => undefined);
  client.on('ready', begin);
  begin();
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
    durableForMs,
  };
}
