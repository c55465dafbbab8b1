import type { Store } from '../store/store.js';
import {
  assertReady,
  defaultPrefix,
  isCluster,
  type NodeRedisClient,
  type RedisPrefixOptions,
} from './client.js';

const deleteIfEqual = `if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end`;

/**
 * Returns for how many milliseconds this server has lost no value. A server that was emptied lacks the key; one that
 * restarted from a snapshot, or was promoted, has it with another `run_id`. Where INFO is not permitted, only the first
 * is noticed.
 */
const durabilityScript = `
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local info = redis.pcall('info', 'server')
local run = type(info) == 'string' and string.match(info, 'run_id:(%w+)') or 'unknown'
local since, of = string.match(redis.call('get', KEYS[1]) or '', '^(%d+) (%w+)$')
if of == run then return now - since end
redis.call('set', KEYS[1], string.format('%d %s', now, run))
return 0`;

/** A store in Redis, for many processes. Its calls reject while Redis is unreachable. */
export function redisStore(client: NodeRedisClient, options: RedisPrefixOptions = {}): Store {
  const prefix = keyPrefix(client, options);
  const expiringAfter = (ttlMs: number) =>
    ({ expiration: { type: 'PX', value: Math.max(1, Math.ceil(ttlMs)) } }) as const;
  const durableForMs = async (): Promise<number> => {
    assertReady(client);
    return Number(await client.eval(durabilityScript, { keys: [`${prefix}remembers-since`], arguments: [] }));
  };
  // Set the key as soon as Redis is ready, since `durableForMs` counts from then.
  const startClock = () => void durableForMs().catch(() => undefined);
  if (isCluster(client)) client.on('node-ready', startClock);
  else client.on('ready', startClock);
  startClock();
  return {
    async get(key) {
      assertReady(client);
      return (await client.get(prefix + key)) ?? undefined;
    },
    async set(key, value, ttlMs) {
      assertReady(client);
      await client.set(prefix + key, value, expiringAfter(ttlMs));
    },
    async add(key, value, ttlMs) {
      assertReady(client);
      return (await client.set(prefix + key, value, { ...expiringAfter(ttlMs), condition: 'NX' })) !== null;
    },
    async delete(key, value) {
      assertReady(client);
      if (value === undefined) await client.del(prefix + key);
      else await client.eval(deleteIfEqual, { keys: [prefix + key], arguments: [value] });
    },
    durableForMs,
  };
}

/**
 * In a cluster a hash tag puts all keys on one server (https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags),
 * so that every lock is on the server whose durability we read.
 */
function keyPrefix(client: NodeRedisClient, { prefix = defaultPrefix }: RedisPrefixOptions): string {
  return !isCluster(client) || /\{[^}]+\}/.test(prefix) ? prefix : `{${prefix}}`;
}
