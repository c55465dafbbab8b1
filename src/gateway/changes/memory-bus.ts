import type { Bus } from './bus.js';

/** A bus for a single process, in memory. */
export function memoryBus(): Bus {
  const subscribers = new Set<{ readonly onMessage: (message: string) => void }>();
  return {
    publish: (message) => {
      for (const { onMessage } of subscribers) onMessage(message);
      return Promise.resolve();
    },
    subscribe: (onMessage) => {
      const subscriber = { onMessage };
      subscribers.add(subscriber);
      return Promise.resolve(() => {
        subscribers.delete(subscriber);
      });
    },
  };
}
