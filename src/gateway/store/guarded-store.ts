import { thrownIn, type GatewayEvent } from '../telemetry/gateway-event.js';
import { unreadable } from './parse-kept.js';
import { Problem } from '../problem.js';
import type { Store } from './store.js';
import { within } from '../within.js';

const patience = 2_000;
const rest = 5_000;

/**
 * A host's store, whose every call ends soon: in an answer, or with a 503. One that did not answer is left alone for
 * some seconds, so that not every request waits for it. What it gives that is no text is as good as nothing. The host
 * is told what went wrong.
 */
export function guardedStore(store: Store, tell: (event: GatewayEvent) => void): Store {
  let silentUntil = -Infinity;
  const noAnswer = (): Error => {
    silentUntil = performance.now() + rest;
    return new Error('The store did not answer in two seconds.');
  };
  const guarded = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    try {
      if (performance.now() < silentUntil) throw new Error('The store did not answer a moment ago.');
      return await within(patience, ask(), noAnswer);
    } catch (thrown) {
      tell({ type: 'trouble', with: 'store', ...thrownIn(thrown) });
      throw new Problem(503, 'This can’t be done just now. Try again in a moment.', {
        retryAfter: 5,
        cause: thrown,
      });
    }
  };
  return {
    get: async (key) => textIn(await guarded(() => store.get(key)), tell),
    set: (key, value, ttlMs) => guarded(() => store.set(key, value, ttlMs)),
    add: (key, value, ttlMs) => guarded(() => store.add(key, value, ttlMs)),
    delete: (key, value) => guarded(() => store.delete(key, value)),
    durableForMs: () => guarded(async () => store.durableForMs?.() ?? Infinity),
  };
}

/** Clients of Redis give null for what is not there, and some read JSON by themselves. */
function textIn(value: unknown, tell: (event: GatewayEvent) => void): string | undefined {
  if (typeof value === 'string') return value;
  if (value !== undefined && value !== null) tell(unreadable);
  return undefined;
}
