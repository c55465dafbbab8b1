import type { ServerResponse } from 'node:http';
import { createGateway } from '../gateway/create-gateway.js';
import { memoryBus } from '../gateway/changes/memory-bus.js';
import { monotonicClock } from '../gateway/monotonic-clock.js';
import { jsonLog } from '../gateway/telemetry/log.js';
import type { GatewayEvent } from '../gateway/telemetry/gateway-event.js';
import { hostHooks } from './hooks/hooks.js';
import { askHost } from './identity/ask-host.js';
import { companiesOfHost } from './identity/companies-of-host.js';
import type { Identify, Visit } from './identity/identify.js';
import { signedToken } from './identity/signed-token.js';
import { trustedProxy } from './identity/trusted-proxy.js';
import { listen } from './listen.js';
import { internalApp } from './operations/internal-app.js';
import { measuredBus, readings } from './operations/readings.js';
import { Metrics } from './operations/metrics.js';
import { recordEvent } from './operations/record-event.js';
import { connectRedis } from './connect-redis.js';
import type { Identity, ServerSettings } from './server-settings.js';

/** The server's access to the outside. */
export interface ServerDeps {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The date in milliseconds since 1970. */
  readonly date: () => number;
  /** Writes a line of the log. */
  readonly print: (line: string) => void;
}

/** A server that takes requests. */
export interface RunningServer {
  /** Where browsers' requests arrive, such as `http://[::]:8080`. */
  readonly url: string;
  readonly internalUrl: string;
  /** Stops in order. Resolves with what was still under way at the end of its time and was cut off. */
  readonly stop: () => Promise<readonly string[]>;
}

/** Serves the gateway on one port, and what is for the lender's own servers on another. Rejects when one can't be had. */
export async function startServer(settings: ServerSettings, deps: ServerDeps): Promise<RunningServer> {
  const { fetch, date, print } = deps;
  const metrics = new Metrics();
  const elapsed = monotonicClock();
  const log = jsonLog(print);
  const hooks = hostHooks(settings.hooks, { fetch, date, metrics });
  const onEvent = (event: GatewayEvent): void => {
    recordEvent(metrics, event);
    hooks.onEvent(event);
    if (settings.log === 'events' || event.type === 'trouble') log(event);
  };
  const state = settings.state.in === 'redis' ? await connectRedis(settings.state.url) : undefined;
  const company = companiesOfHost(counted(identifyBy(settings.identity, { fetch, date, elapsed }), metrics), {
    ensureCompany: (reference) => gateway.ensureCompany(reference),
    elapsed,
  });
  const gateway = createGateway<Visit>({
    ...settings.gateway,
    ...hooks.settings,
    ...(state && { store: state.store }),
    bus: measuredBus(state?.bus ?? memoryBus(), metrics),
    company,
    onEvent,
    fetch,
  });

  let isReady = true;
  const { baseUrl } = settings.gateway;
  const read = readings({
    metrics,
    isReady: () => isReady,
    fetchHealth: () => gateway.fetch(new Request(`${baseUrl.replace(/\/+$/, '')}/health`)),
  });
  const internal = internalApp({
    gateway,
    key: settings.internal.key,
    isReady: () => isReady,
    health: read.health,
    metrics: read.metrics,
  });
  metrics.set('openStreams', 0);
  const { keepAliveMs, strippedPath } = settings;
  const hostname = new URL(baseUrl).host;
  const inside = await listen((request) => internal.fetch(request), {
    address: settings.internal,
    keepAliveMs,
    hostname: 'internal',
  });
  const closeRest = async (): Promise<void> => {
    await inside.close();
    read.stop();
    state?.close();
  };
  const outside = await listen((request, visit) => gateway.fetch(request, visit), {
    address: settings.address,
    keepAliveMs,
    hostname,
    strippedPath,
    onResponse: (response, outgoing) => countStream(response, outgoing, metrics),
  }).catch(async (thrown: unknown) => {
    await closeRest();
    throw thrown;
  });

  return {
    url: outside.url,
    internalUrl: inside.url,
    async stop() {
      isReady = false;
      outside.endConnections();
      // Load balancers send requests here until they notice.
      await new Promise((resolve) => setTimeout(resolve, settings.drainMs));
      const { cut } = await gateway.close({ timeoutMs: settings.shutdownMs });
      await Promise.race([hooks.drain(), new Promise((resolve) => setTimeout(resolve, drainEventsMs))]);
      await outside.close();
      await closeRest();
      return cut;
    },
  };
}

/** How long the last events may take to leave. */
const drainEventsMs = 1_000;

interface IdentityDeps extends Pick<ServerDeps, 'fetch' | 'date'> {
  readonly elapsed: () => number;
}

function identifyBy(identity: Identity, deps: IdentityDeps): Identify {
  switch (identity.by) {
    case 'ask':
      return askHost(identity, deps);
    case 'token':
      return signedToken(identity, deps);
    case 'proxy':
      return trustedProxy(identity);
  }
}

/** Counts how often someone is known, nobody is, or it can't be found out. */
function counted(identify: Identify, metrics: Metrics): Identify {
  return async (request, visit) => {
    try {
      const named = await identify(request, visit);
      metrics.count('identities', { outcome: named ? 'known' : 'nobody' });
      return named;
    } catch (thrown) {
      metrics.count('identities', { outcome: 'failed' });
      throw thrown;
    }
  };
}

function countStream(response: Response, outgoing: ServerResponse, metrics: Metrics): void {
  if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) return;
  metrics.count('openStreams');
  outgoing.once('close', () => metrics.count('openStreams', {}, -1));
}
