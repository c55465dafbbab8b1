import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as z from 'zod/mini';
import type { Bus } from '../../gateway/changes/bus.js';
import type { Metrics } from './metrics.js';

/** The values of the health of a brand, from worst to best. */
const statuses = ['degraded', 'ok'] as const;
const storeStates = ['away', 'read-only', 'ok'] as const;

const healthBody = z.object({ status: z.enum(statuses), store: z.enum(storeStates) });

/** Readings that are taken when someone asks for them. */
interface HealthAndMetricsReader {
  readonly health: () => Promise<z.infer<typeof healthBody>>;
  readonly metrics: () => Promise<string>;
  readonly stop: () => void;
}

/** One of the server's gateways, and where its numbers go. */
interface MeasuredGateway {
  readonly baseUrl: URL;
  readonly gateway: { fetch(request: Request): Promise<Response> };
  readonly metrics: Metrics;
}

interface HealthAndMetricsReaderDeps {
  readonly metrics: Metrics;
  readonly isReady: () => boolean;
  readonly brands: readonly MeasuredGateway[];
}

/** Takes the readings of this process: the store, whether it is ready, and the lag of its event loop. */
export function createHealthAndMetricsReader({
  metrics,
  isReady,
  brands,
}: HealthAndMetricsReaderDeps): HealthAndMetricsReader {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const healthOf = async ({ baseUrl, gateway }: MeasuredGateway) => {
    const response = await gateway.fetch(new Request(`${baseUrl.href.replace(/\/+$/, '')}/health`));
    return healthBody.parse(await response.json());
  };
  /** The worst status and the worst state of a store among all brands. */
  const health = async () => {
    const all = await Promise.all(brands.map(healthOf));
    return {
      status: statuses.find((each) => all.some(({ status }) => status === each)) ?? 'ok',
      store: storeStates.find((each) => all.some(({ store }) => store === each)) ?? 'ok',
    };
  };
  return {
    health,
    async metrics() {
      metrics.set('ready', Number(isReady()));
      for (const brand of brands) {
        const { store } = await healthOf(brand);
        brand.metrics.set('storeUp', Number(store === 'ok'));
      }
      metrics.set('loopLag', delay.percentile(99) / 1e9);
      delay.reset();
      return metrics.toString();
    },
    stop: () => delay.disable(),
  };
}

/** Wraps a bus so that the metric `busUp` says whether it is subscribed. */
export function wrapBusWithUpMetric(bus: Bus, metrics: Metrics): Bus {
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
