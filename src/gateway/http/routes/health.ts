import type * as z from 'zod/mini';
import { jsonResponse } from '../../responses.js';
import type { Catalogue } from '../../platforms/catalogue.js';
import { isWithinDurationSince } from '../../is-within-duration-since.js';
import type { ParsedSettings } from '../../settings.js';
import type { health } from '../../operations/schemas.js';
import { withTimeout } from '../../timers.js';
import type { HandlersByPathAndMethod } from '../request-context.js';

type Health = z.output<typeof health>;

const timeoutMs = 1_000;
const cacheMs = 1_000;
const probeTtlMs = 10_000;

/**
 * `GET /health`, for load balancers and people on call: 200, or 503 while the store can't be written. Answers within a
 * second, checks at most once a second, and reveals nothing confidential.
 */
export function createHealthHandlers(
  catalogue: Catalogue,
  settings: ParsedSettings,
): HandlersByPathAndMethod {
  let last: { readonly at: number; readonly health: Promise<Health> } | undefined;
  return {
    '/health': {
      async GET() {
        const { elapsed } = settings;
        if (!last || !isWithinDurationSince(last.at, cacheMs, elapsed()))
          last = { at: elapsed(), health: checkHealth(catalogue, settings) };
        const health = await last.health;
        return jsonResponse(health, { status: health.store === 'ok' ? 200 : 503 });
      },
    },
  };
}

async function checkHealth(catalogue: Catalogue, { descriptors, store }: ParsedSettings): Promise<Health> {
  const checks = Promise.all([catalogue.state(), store.set('health', 'ok', probeTtlMs)]);
  const state = await withTimeout(timeoutMs, checks, () => new Error('The store took too long.')).then(
    ([catalogueState]) => catalogueState,
    (thrown: unknown) => (isReadOnly(thrown) ? 'read-only' : 'away'),
  );
  const descriptorState = { descriptors: descriptors.isExhausted ? 'used-up' : 'ok' } as const;
  if (typeof state === 'string')
    return { status: 'degraded', store: state, ...descriptorState, catalogueAge: null };
  const { age, isFailing } = state;
  return {
    status: isFailing || descriptors.isExhausted ? 'degraded' : 'ok',
    store: 'ok',
    ...descriptorState,
    catalogueAge: age === undefined ? null : Math.round(age / 1000),
  };
}

/** Redis' errors begin with a code (https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors). */
const isReadOnly = (thrown: unknown): boolean =>
  thrown instanceof Error && thrown.cause instanceof Error && thrown.cause.message.startsWith('READONLY');
