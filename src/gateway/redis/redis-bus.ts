import type { Bus } from '../changes/bus.js';
import { assertReady, defaultPrefix, type RedisClient, type RedisSettings } from './client.js';

/**
 * A bus between many processes, by Redis' publish and subscribe. Subscribes on a second connection with the client's
 * options, which ends with the client.
 */
export function redisBus(client: RedisClient, { prefix = defaultPrefix }: RedisSettings = {}): Bus {
  const channel = `${prefix}news`;
  return {
    async publish(message) {
      assertReady(client);
      await client.publish(channel, message);
    },
    async subscribe(onMessage, onLost) {
      assertReady(client);
      const subscriber = client.duplicate({
        // A connection without a reply for three pings is dead.
        pingInterval: 10_000,
        socket: { ...client.options.socket, socketTimeout: 30_000 },
      });
      let state: 'connecting' | 'listening' | 'over' = 'connecting';
      const end = (): void => {
        if (state === 'listening') onLost();
        state = 'over';
        client.off('end', end);
        if (subscriber.isOpen) subscriber.destroy();
      };
      // End on the first error: after an automatic reconnect, missed messages would go unnoticed.
      subscriber.on('error', end);
      client.once('end', end);
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
        state = 'over';
        end();
      };
    },
  };
}
