import { toErrorDetailsWithoutMessage, type GatewayEvent } from '../telemetry/gateway-event.js';
import { unreadableValueEvent } from './parse-stored.js';
import { HttpError } from '../http-error.js';
import type { Store } from './store.js';
import { withTimeout } from '../timers.js';

const timeoutMs = 2_000;
const pauseMs = 5_000;

/**
 * Wraps a host's store so that every call resolves within two seconds, or rejects with a 503. After a timeout calls fail
 * at once for five seconds, so that not every request waits. A value that is not text counts as absent. Every failure
 * is emitted as an event.
 */
export function createGuardedStore(store: Store, emit: (event: GatewayEvent) => void): Store {
  let pausedUntil = -Infinity;
  const timeoutError = (): Error => {
    pausedUntil = performance.now() + pauseMs;
    return new Error('The store did not answer in two seconds.');
  };
  const guarded = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    try {
      if (performance.now() < pausedUntil) throw new Error('The store did not answer a moment ago.');
      return await withTimeout(timeoutMs, call(), timeoutError);
    } catch (thrown) {
      emit({ type: 'trouble', with: 'store', ...toErrorDetailsWithoutMessage(thrown) });
      throw new HttpError(503, 'This can’t be done just now. Try again in a moment.', {
        retryAfter: 5,
        cause: thrown,
      });
    }
  };
  return {
    get: async (key) => toText(await guarded(() => store.get(key)), emit),
    set: (key, value, ttlMs) => guarded(() => store.set(key, value, ttlMs)),
    add: async (key, value, ttlMs) => {
      let added: Promise<boolean> | undefined;
      try {
        return await guarded(() => (added = store.add(key, value, ttlMs)));
      } catch (thrown) {
        // After a failover the client may still send the command, and a lock without an owner would stay.
        added?.then((isAdded) => (isAdded ? store.delete(key, value) : undefined)).catch(() => undefined);
        throw thrown;
      }
    },
    delete: (key, value) => guarded(() => store.delete(key, value)),
    durableForMs: () => guarded(async () => store.durableForMs?.() ?? Infinity),
  };
}

/** Clients of Redis return null for a missing key, and some parse JSON. */
function toText(value: unknown, emit: (event: GatewayEvent) => void): string | undefined {
  if (typeof value === 'string') return value;
  if (value !== undefined && value !== null) emit(unreadableValueEvent);
  return undefined;
}
