import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as z from 'zod/mini';
import type { Bus } from '../../gateway/changes/bus.js';
import type { Metrics } from './metrics.js';

const healthBody = z.object({ status: z.string(), store: z.string() });

/** Readings that are taken when someone asks for them. */
export interface Readings {
  readonly health: () => Promise<z.infer<typeof healthBody>>;
  readonly metrics: () => Promise<string>;
  readonly stop: () => void;
}

interface ReadingDeps {
  readonly metrics: Metrics;
  readonly isReady: () => boolean;
  /** The gateway's own `GET /health`. */
  readonly fetchHealth: () => Promise<Response>;
}

/** Takes the readings of this process: the store, whether it is ready, and the lag of its event loop. */
export function readings({ metrics, isReady, fetchHealth }: ReadingDeps): Readings {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const health = async () => healthBody.parse(await (await fetchHealth()).json());
  return {
    health,
    async metrics() {
      metrics.set('ready', Number(isReady()));
      metrics.set('storeUp', Number((await health()).store === 'ok'));
      metrics.set('loopLag', delay.percentile(99) / 1e9);
      delay.reset();
      return metrics.toString();
    },
    stop: () => delay.disable(),
  };
}

/** A bus whose subscription shows in the metrics. */
export function measuredBus(bus: Bus, metrics: Metrics): Bus {
  const show = (isUp: boolean) => metrics.set('busUp', Number(isUp));
  return {
    publish: (message) => bus.publish(message),
    async subscribe(onMessage, onLost) {
      try {
        const unsubscribe = await bus.subscribe(onMessage, () => {
          show(false);
          onLost();
        });
        show(true);
        return unsubscribe;
      } catch (thrown) {
        show(false);
        throw thrown;
      }
    },
  };
}
