import type { Bus } from './bus.js';

/** A bus for one process: nothing leaves it, and nothing is lost. */
export function memoryBus(): Bus {
  const subscribers = new Set<{ readonly hear: (message: string) => void }>();
  return {
    publish: (message) => {
      for (const { hear } of subscribers) hear(message);
      return Promise.resolve();
    },
    subscribe: (hear) => {
      const subscriber = { hear };
      subscribers.add(subscriber);
      return Promise.resolve(() => {
        subscribers.delete(subscriber);
      });
    },
  };
}
