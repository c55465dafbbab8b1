import type { Bus } from '../changes/bus.js';
import {
  assertReady,
  createUnconnectedSubscriber,
  defaultPrefix,
  type NodeRedisClient,
  type RedisPrefixOptions,
} from './client.js';

/**
 * A bus between many processes, by Redis' publish and subscribe. Subscribes on a second connection with the client's
 * options, which ends with the client.
 */
export function redisBus(client: NodeRedisClient, { prefix = defaultPrefix }: RedisPrefixOptions = {}): Bus {
  const channel = `${prefix}news`;
  return {
    async publish(message) {
      assertReady(client);
      await client.publish(channel, message);
    },
    async subscribe(onMessage, onLost) {
      assertReady(client);
      const { subscriber, owner } = createUnconnectedSubscriber(client);
      let state: 'connecting' | 'listening' | 'ended' = 'connecting';
      const end = (): void => {
        if (state === 'listening') onLost();
        state = 'ended';
        owner.off('end', end);
        if (subscriber.isOpen) subscriber.destroy();
      };
      // End on the first error: after an automatic reconnect, missed messages would go unnoticed.
      for (const event of ['error', 'reconnecting'] as const) subscriber.on(event, end);
      owner.once('end', end);
      const assertOpen = (): void => {
        if (!subscriber.isOpen) throw new Error('Redis went away.');
      };
      try {
        await subscriber.connect();
        // In `redis` 5 `connect` also resolves for a connection that failed meanwhile, which never replies.
        assertOpen();
        await subscriber.subscribe(channel, onMessage);
        assertOpen();
      } catch (thrown) {
        end();
        throw thrown;
      }
      state = 'listening';
      return () => {
        state = 'ended';
        end();
      };
    },
  };
}
