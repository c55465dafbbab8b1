import type { GatewayEvent } from '../../gateway/telemetry/gateway-event.js';
import type { Metrics } from './metrics.js';

/** Records an event of the gateway. Nobody can choose the value of a label, so that the number of time series is limited. */
export function recordEventInMetrics(metrics: Metrics, event: GatewayEvent): void {
  switch (event.type) {
    case 'request': {
      const { method, status, route = 'none' } = event;
      metrics.count('requests', { route, method, status });
      metrics.time('requestSeconds', { route }, event.ms);
      return;
    }
    case 'codat-call': {
      const { endpoint, status = 'none', remaining } = event;
      metrics.count('codatCalls', { endpoint, status });
      metrics.time('codatSeconds', { endpoint }, event.ms);
      if (remaining !== undefined) metrics.set('quotaLeft', remaining);
      return;
    }
    case 'call-spared':
      metrics.count('sparedCalls', { limit: event.limit });
      return;
    case 'webhook':
      metrics.count('webhooks', { outcome: event.outcome });
      return;
    case 'trouble':
      metrics.count('troubles', { with: event.with });
      return;
    default:
  }
}
