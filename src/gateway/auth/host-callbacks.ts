import {
  redactGatewayEvent,
  type GatewayEvent,
  type HostCallbackName,
  type TroubleEvent,
} from '../telemetry/gateway-event.js';
import { isWithinDurationSince } from '../is-within-duration-since.js';
import { logTroubleEvent } from '../telemetry/log.js';
import { HostFailure, emitUnexpectedError } from '../http-error.js';
import type { Awaitable } from '../settings.js';
import { withTimeout } from '../timers.js';

/** How long to wait for the host's `company`, `permit` and `snapshot`: less than a page waits for the gateway. */
export const hostTimeoutMs = 10_000;

/**
 * How long to wait for `onConsent`. It is longer because after a timeout the person must consent again, even if the
 * host did record the consent.
 */
export const consentTimeoutMs = 20_000;

/** Calls a function among the host's settings. Rejects with a `HostFailure` when that throws, or takes longer than `timeoutMs`. */
export async function callHostFunction<Answer>(
  setting: HostCallbackName,
  run: () => Awaitable<Answer>,
  timeoutMs?: number,
): Promise<Answer> {
  try {
    const answer = run();
    if (timeoutMs === undefined || !isThenable(answer)) return await answer;
    const settled = Promise.resolve(answer);
    return await withTimeout(timeoutMs, settled, () => new Error('There was no answer in time.'));
  } catch (cause) {
    throw new HostFailure(setting, cause);
  }
}

/** Whether a value can be awaited: clients of databases return promises of their own, which are no `Promise`. */
const isThenable = (value: unknown): boolean =>
  typeof (Object(value) as { then?: unknown }).then === 'function';

/**
 * Returns a function that redacts an event and passes it to the host's `onEvent`. Without `onEvent` it logs troubles. The
 * same trouble is reported once a minute at most. It never throws.
 */
export function createEmit(
  onEvent: ((event: GatewayEvent) => unknown) | undefined,
  elapsed: () => number,
): (event: GatewayEvent) => void {
  const isNew = createTroubleFilter(elapsed);
  const log = (event: GatewayEvent) => {
    if (event.type === 'trouble' && isNew(event)) logTroubleEvent(redactGatewayEvent(event));
  };
  if (!onEvent) return log;
  return (event) => {
    if (event.type === 'trouble' && !isNew(event)) return;
    const redacted = redactGatewayEvent(event);
    void callHostFunction('onEvent', () => onEvent(redacted)).catch((thrown: unknown) =>
      emitUnexpectedError(thrown, log),
    );
  };
}

const repeatAfterMs = 60_000;
const maxKinds = 100;

/** Returns a function that is true for a trouble not emitted within the last minute: every request reports a store that is down. */
function createTroubleFilter(elapsed: () => number): (trouble: TroubleEvent) => boolean {
  const emittedAt = new Map<string, number>();
  return (trouble) => {
    const kind = JSON.stringify({ ...trouble, at: undefined });
    if (isWithinDurationSince(emittedAt.get(kind) ?? -Infinity, repeatAfterMs, elapsed())) return false;
    if (emittedAt.size >= maxKinds) emittedAt.clear();
    emittedAt.set(kind, elapsed());
    return true;
  };
}
