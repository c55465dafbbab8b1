export type { RedisClient, RedisCluster, RedisSentinel, RedisSettings } from './client.js';
export { redisBus } from './redis-bus.js';
export { redisStore } from './redis-store.js';
