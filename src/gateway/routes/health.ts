import { answer } from '../answer.js';
import type { Catalogue } from '../catalogue.js';
import { isRecent } from '../is-recent.js';
import type { Settings } from '../settings.js';
import type { Store } from '../store.js';
import type { Routes } from './visit.js';

/** What `GET /health` answers. */
interface Health {
  /** `degraded`: some of what the gateway does is not possible, or out of date. */
  readonly status: 'ok' | 'degraded';
  /**
   * Whether it can be written to: a small key is, for ten seconds. `read-only`: Redis says READONLY, as a replica does.
   * `away` as well when it does not answer within a second.
   */
  readonly store: 'ok' | 'read-only' | 'away';
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
export function healthRoutes(catalogue: Catalogue, { now, store }: Settings): Routes {
  let last: { readonly at: number; readonly health: Promise<Health> } | undefined;
  return {
    '/health': {
      async GET() {
        if (!last || !isRecent(last.at, kept, now())) last = { at: now(), health: look(catalogue, store) };
        const health = await last.health;
        return answer(health, { status: health.store === 'ok' ? 200 : 503 });
      },
    },
  };
}

async function look(catalogue: Catalogue, store: Store): Promise<Health> {
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
  if (typeof state === 'string') return { status: 'degraded', store: state, catalogueAge: null };
  const { age, isFailing } = state;
  return {
    status: isFailing ? 'degraded' : 'ok',
    store: 'ok',
    catalogueAge: age === undefined ? null : Math.round(age / 1000),
  };
}

/** Redis' errors begin with a word that names them (https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors). */
const isReadOnly = (thrown: unknown): boolean =>
  thrown instanceof Error && thrown.cause instanceof Error && thrown.cause.message.startsWith('READONLY');
