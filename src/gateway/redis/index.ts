export type { RedisClient, RedisCluster, RedisSentinel, RedisPrefixOptions } from './client.js';
export { redisBus } from './redis-bus.js';
export { redisStore } from './redis-store.js';
