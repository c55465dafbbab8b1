import { answer } from '../../answer.js';
import type { Catalogue } from '../../platforms/catalogue.js';
import { isRecent } from '../../is-recent.js';
import type { Settings } from '../../settings.js';
import type { Routes } from '../visit.js';

/** What `GET /health` answers. */
interface Health {
  /** `degraded`: some of what the gateway does is not possible, or out of date. */
  readonly status: 'ok' | 'degraded';
  /**
   * Whether it can be written to: a small key is, for ten seconds. `read-only`: Redis says READONLY, as a replica does.
   * `away` as well when it does not answer within a second.
   */
  readonly store: 'ok' | 'read-only' | 'away';
  /** Whether this process can open connections. While it can't, fewer pages may listen here. */
  readonly descriptors: 'ok' | 'used-up';
  /** Of the platforms people choose from, in seconds; null when nobody has asked for them yet. */
  readonly catalogueAge: number | null;
}

const patience = 1_000;
const kept = 1_000;
const probeTtlMs = 10_000;

/**
 * `GET /health`, for load balancers and the people on call: 200, or 503 while the store is away. Answers within a
 * second, from what it knew a moment ago when asked more often, and tells nobody anything they may not know.
 */
export function healthRoutes(catalogue: Catalogue, settings: Settings): Routes {
  let last: { readonly at: number; readonly health: Promise<Health> } | undefined;
  return {
    '/health': {
      async GET() {
        const { elapsed } = settings;
        if (!last || !isRecent(last.at, kept, elapsed()))
          last = { at: elapsed(), health: look(catalogue, settings) };
        const health = await last.health;
        return answer(health, { status: health.store === 'ok' ? 200 : 503 });
      },
    },
  };
}

async function look(catalogue: Catalogue, { descriptors, store }: Settings): Promise<Health> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'away'>((resolve) => (timer = setTimeout(() => resolve('away'), patience)));
  const state = await Promise.race([
    Promise.all([catalogue.state(), store.set('health', 'ok', probeTtlMs)]).then(
      ([catalogueState]) => catalogueState,
      (thrown: unknown) => (isReadOnly(thrown) ? 'read-only' : 'away'),
    ),
    late,
  ]);
  clearTimeout(timer);
  const left = { descriptors: descriptors.areUsedUp ? 'used-up' : 'ok' } as const;
  if (typeof state === 'string') return { status: 'degraded', store: state, ...left, catalogueAge: null };
  const { age, isFailing } = state;
  return {
    status: isFailing || descriptors.areUsedUp ? 'degraded' : 'ok',
    store: 'ok',
    ...left,
    catalogueAge: age === undefined ? null : Math.round(age / 1000),
  };
}

/** Redis' errors begin with a word that names them (https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors). */
const isReadOnly = (thrown: unknown): boolean =>
  thrown instanceof Error && thrown.cause instanceof Error && thrown.cause.message.startsWith('READONLY');
