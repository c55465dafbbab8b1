import type { ServerResponse } from 'node:http';
import { createElapsedTimeClock } from '../gateway/elapsed-time-clock.js';
import { HttpError } from '../gateway/http-error.js';
import { delay } from '../gateway/timers.js';
import { createBrandGateway } from './brand-gateway.js';
import { BrandGatewayLookup } from './brand-gateway-lookup.js';
import type { NodeRequestContext } from './identity/identify.js';
import { listen } from './listen.js';
import { createInternalApi } from './operations/internal-api.js';
import { createHealthAndMetricsReader } from './operations/health-and-metrics-reader.js';
import { Metrics } from './operations/metrics.js';
import { findChangesNeedingRestart } from './read-brand-settings-list.js';
import type { BrandSettingsList, ServerSettings } from './server-settings.js';

/** The server's access to the network, the time and the log. */
interface ServerDeps {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The date in milliseconds since 1970. */
  readonly date: () => number;
  /** Writes a line of the log. */
  readonly print: (line: string) => void;
}

export interface RunningServer {
  /** Where browsers' requests arrive, such as `http://[::]:8080`. */
  readonly url: string;
  readonly internalUrl: string;
  /**
   * Replaces the secrets by those of these settings. If other settings differ, which need a restart, it changes nothing
   * and returns their names.
   */
  readonly changeSecrets: (next: BrandSettingsList) => readonly string[];
  /** Stops gracefully. Resolves with the work that was still running at the timeout and was cut off. */
  readonly stop: () => Promise<readonly string[]>;
}

/** Serves the gateways on one port, and the routes for the lender's own servers on another. Rejects if a port can't be opened. */
export async function startServer(settings: BrandSettingsList, deps: ServerDeps): Promise<RunningServer> {
  const [first, ...others] = settings;
  const metrics = new Metrics();
  const elapsed = createElapsedTimeClock();
  const createBrand = (each: ServerSettings) => {
    const { host, pathname } = new URL(each.gateway.baseUrl);
    const brandMetrics = settings.length > 1 ? new Metrics({ brand: host + pathname }, metrics) : metrics;
    return createBrandGateway(each, { ...deps, elapsed, metrics: brandMetrics });
  };
  const brands = new BrandGatewayLookup([
    await createBrand(first),
    ...(await Promise.all(others.map(createBrand))),
  ]);

  let isReady = true;
  const reader = createHealthAndMetricsReader({ metrics, isReady: () => isReady, brands: brands.all });
  const internalApp = createInternalApi({
    brands,
    isReady: () => isReady,
    health: reader.health,
    metrics: reader.metrics,
  });
  metrics.set('openStreams', 0);
  const { keepAliveMs, strippedPath } = first;
  const internalServer = await listen((request) => internalApp.fetch(request), {
    address: first.internal,
    keepAliveMs,
    hostname: 'internal',
  });
  const closeInternal = async (): Promise<void> => {
    await internalServer.close();
    reader.stop();
    for (const brand of brands.all) brand.close();
  };
  const respond = (request: Request, context: NodeRequestContext): Promise<Response> => {
    const brand = brands.forRequest(request);
    return brand ? brand.gateway.fetch(request, context) : Promise.resolve(misdirected());
  };
  const publicServer = await listen(respond, {
    address: first.address,
    keepAliveMs,
    hostname: brands.all[0].baseUrl.host,
    strippedPath,
    onResponse: (response, outgoing) => countStream(response, outgoing, metrics),
  }).catch(async (thrown: unknown) => {
    await closeInternal();
    throw thrown;
  });

  return {
    url: publicServer.url,
    internalUrl: internalServer.url,
    changeSecrets(next) {
      const different = findChangesNeedingRestart(settings, next);
      if (different.length === 0)
        brands.all.forEach((brand, index) => brand.changeSecrets(next[index] ?? first));
      return different;
    },
    async stop() {
      isReady = false;
      publicServer.endConnections();
      // Load balancers send requests here until they notice.
      await delay(first.drainMs);
      const closed = await Promise.all(
        brands.all.map(({ gateway }) => gateway.close({ timeoutMs: first.shutdownMs })),
      );
      const drained = Promise.all(brands.all.map((brand) => brand.drain()));
      await Promise.race([drained, delay(drainEventsMs)]);
      await publicServer.close();
      await closeInternal();
      return closed.flatMap(({ cut }) => cut);
    },
  };
}

/** How long sending the last events to the lender's app may take. */
const drainEventsMs = 1_000;

/** The answer to a request for none of the brands (https://www.rfc-editor.org/rfc/rfc9110#section-15.5.20). */
const misdirected = (): Response =>
  new HttpError(421, 'Nothing is served here by this name and path.').toResponse();

function countStream(response: Response, outgoing: ServerResponse, metrics: Metrics): void {
  // If the client left before the response, no `close` event would follow.
  if (outgoing.closed || !response.headers.get('Content-Type')?.startsWith('text/event-stream')) return;
  metrics.count('openStreams');
  outgoing.once('close', () => metrics.count('openStreams', {}, -1));
}
