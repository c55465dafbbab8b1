import { memoryBus } from '../gateway/changes/memory-bus.js';
import { createGateway, type Gateway } from '../gateway/create-gateway.js';
import { createJsonLog } from '../gateway/telemetry/log.js';
import type { GatewayEvent } from '../gateway/telemetry/gateway-event.js';
import { openRedisState } from './open-redis-state.js';
import { createHookClient } from './hooks/hook-client.js';
import { createIdentifyCompanyByApp } from './identity/identify-by-app.js';
import { createRequestCompanyResolver } from './identity/request-company-resolver.js';
import type { IdentifyCompany, NodeRequestContext } from './identity/identify.js';
import { createIdentifyCompanyByToken } from './identity/identify-by-token.js';
import { createIdentifyCompanyByProxy } from './identity/identify-by-proxy.js';
import { wrapBusWithUpMetric } from './operations/health-and-metrics-reader.js';
import type { Metrics } from './operations/metrics.js';
import { recordEventInMetrics } from './operations/record-event-in-metrics.js';
import type { IdentitySettings, ServerSettings } from './server-settings.js';

interface BrandGatewayDeps {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The date in milliseconds since 1970. */
  readonly date: () => number;
  /** A monotonic clock in milliseconds. */
  readonly elapsed: () => number;
  readonly print: (line: string) => void;
  readonly metrics: Metrics;
}

/** One lender's gateway in the server: most servers have one. */
export interface BrandGateway {
  readonly baseUrl: URL;
  readonly gateway: Gateway<NodeRequestContext>;
  readonly metrics: Metrics;
  /** The key that the lender's own servers send; undefined if no server may call the internal routes. */
  readonly internalKey: () => string | undefined;
  /** Replaces the secrets with those of `next`, which is otherwise the same as the current settings. */
  readonly changeSecrets: (next: ServerSettings) => void;
  /** Resolves once no event waits to be sent to the lender's app. */
  readonly drain: () => Promise<void>;
  /** Disconnects from Redis, if the state is there. */
  readonly close: () => void;
}

/** Creates a brand's gateway with its identity, hooks and store. */
export async function createBrandGateway(
  settings: ServerSettings,
  deps: BrandGatewayDeps,
): Promise<BrandGateway> {
  const { fetch, date, elapsed, metrics, print } = deps;
  const { identity, internal, log, state } = settings;
  const writeToLog = createJsonLog(print);
  const hooks = createHookClient(settings.hooks, { fetch, date, metrics });
  const redis = state.in === 'redis' ? await openRedisState(state.deployment, state.prefix) : undefined;
  let identify = identifyBy(identity, { fetch, date, elapsed });
  let internalKey = internal.key;
  const companies = createRequestCompanyResolver(
    countIdentities((request, context) => identify(request, context), metrics),
    {
      ensureCompany: (reference) => gateway.ensureCompany(reference),
      elapsed,
    },
  );
  const gateway = createGateway<NodeRequestContext>({
    ...settings.gateway,
    ...hooks.settings,
    ...(redis && { store: redis.store }),
    bus: wrapBusWithUpMetric(redis?.bus ?? memoryBus(), metrics),
    company: companies.company,
    onEvent(event: GatewayEvent) {
      const { company } = 'company' in event ? event : {};
      if (company !== undefined && (event.type === 'company-forgotten' || isMissingAtCodat(event)))
        companies.forget(company);
      recordEventInMetrics(metrics, event);
      hooks.onEvent(event);
      if (log === 'events' || event.type === 'trouble') writeToLog(event);
    },
    fetch,
  });
  return {
    baseUrl: new URL(settings.gateway.baseUrl),
    gateway,
    metrics,
    internalKey: () => internalKey,
    changeSecrets(next) {
      const { apiKey, signingKeys, webhookSecrets } = next.gateway;
      gateway.changeSecrets({ apiKey, signingKeys, webhookSecrets });
      internalKey = next.internal.key;
      if (next.hooks) hooks.changeSecret(next.hooks.secret);
      // `ask` has no secret, and a new instance would lose the count of its circuit breaker.
      if (next.identity.by !== 'ask') identify = identifyBy(next.identity, { fetch, date, elapsed });
    },
    drain: () => hooks.drain(),
    close: () => redis?.close(),
  };
}

/** Whether Codat no longer has the company: the next request with its reference then creates another. */
const isMissingAtCodat = (event: GatewayEvent): boolean =>
  event.type === 'codat-call' &&
  event.method === 'GET' &&
  event.endpoint === 'companies/{companyId}/connections' &&
  event.status === 404;

function identifyBy(
  identity: IdentitySettings,
  deps: Pick<BrandGatewayDeps, 'fetch' | 'date' | 'elapsed'>,
): IdentifyCompany {
  switch (identity.by) {
    case 'ask':
      return createIdentifyCompanyByApp(identity, deps);
    case 'token':
      return createIdentifyCompanyByToken(identity, deps);
    case 'proxy':
      return createIdentifyCompanyByProxy(identity);
  }
}

/** Counts requests with a company, without one, and those for which the identity could not be found out. */
function countIdentities(identify: IdentifyCompany, metrics: Metrics): IdentifyCompany {
  return async (request, context) => {
    try {
      const named = await identify(request, context);
      metrics.count('identities', { outcome: named ? 'known' : 'nobody' });
      return named;
    } catch (thrown) {
      metrics.count('identities', { outcome: 'failed' });
      throw thrown;
    }
  };
}
