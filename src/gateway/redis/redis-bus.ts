import type { Bus } from '../changes/bus.js';
import { demandReady, standardPrefix, type RedisClient, type RedisSettings } from './client.js';

/**
 * A bus between many processes, by Redis' own publish and subscribe. It hears on a second connection, made like the
 * client's, which ends with the client.
 */
export function redisBus(client: RedisClient, { prefix = standardPrefix }: RedisSettings = {}): Bus {
  const channel = `${prefix}news`;
  return {
    async publish(message) {
      demandReady(client);
      await client.publish(channel, message);
    },
    async subscribe(hear, lost) {
      demandReady(client);
      const subscriber = client.duplicate({
        // What is silent for three times the ping is not there.
        pingInterval: 10_000,
        socket: { ...client.options.socket, socketTimeout: 30_000 },
      });
      let state: 'connecting' | 'listening' | 'over' = 'connecting';
      const end = (): void => {
        if (state === 'listening') lost();
        state = 'over';
        client.off('end', end);
        if (subscriber.isOpen) subscriber.destroy();
      };
      // One that came back by itself would not say what it missed meanwhile.
      subscriber.on('error', end);
      client.once('end', end);
      const demandOpen = (): void => {
        if (!subscriber.isOpen) throw new Error('Redis went away.');
      };
      try {
        await subscriber.connect();
        // `redis` 5 says so of a connection that failed meanwhile too, and then never answers.
        demandOpen();
        await subscriber.subscribe(channel, hear);
        demandOpen();
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
