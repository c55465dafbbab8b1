export type { RedisClient, RedisClusterClient, RedisSentinelClient, RedisPrefixOptions } from './client.js';
export { redisBus } from './redis-bus.js';
export { redisStore } from './redis-store.js';
