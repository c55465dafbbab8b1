import { answer } from '../answer.js';
import type { Catalogue } from '../catalogue.js';
import { isRecent } from '../is-recent.js';
import type { Settings } from '../settings.js';
import type { Routes } from './visit.js';

/** What `GET /health` answers. */
interface Health {
  /** `degraded`: some of what the gateway does is not possible, or out of date. */
  readonly status: 'ok' | 'degraded';
  /** `away` as well when it does not answer within a second. */
  readonly store: 'ok' | 'away';
  /** Of the platforms people choose from, in seconds; null when nobody has asked for them yet. */
  readonly catalogueAge: number | null;
}

const patience = 1_000;
const kept = 1_000;

/**
 * `GET /health`, for load balancers and the people on call: 200, or 503 while the store is away. Answers within a
 * second, from what it knew a moment ago when asked more often, and tells nobody anything they may not know.
 */
export function healthRoutes(catalogue: Catalogue, { now }: Settings): Routes {
  let last: { readonly at: number; readonly health: Promise<Health> } | undefined;
  return {
    '/health': {
      async GET() {
        if (!last || !isRecent(last.at, kept, now())) last = { at: now(), health: look(catalogue) };
        const health = await last.health;
        return answer(health, { status: health.store === 'ok' ? 200 : 503 });
      },
    },
  };
}

async function look(catalogue: Catalogue): Promise<Health> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), patience)));
  const state = await Promise.race([catalogue.state().catch(() => undefined), late]);
  clearTimeout(timer);
  if (!state) return { status: 'degraded', store: 'away', catalogueAge: null };
  const { age, isFailing } = state;
  return {
    status: isFailing ? 'degraded' : 'ok',
    store: 'ok',
    catalogueAge: age === undefined ? null : Math.round(age / 1000),
  };
}
