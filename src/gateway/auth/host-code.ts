import { redacted, type GatewayEvent, type HostCode, type TroubleEvent } from '../telemetry/gateway-event.js';
import { isRecent } from '../is-recent.js';
import { troubleLog } from '../telemetry/log.js';
import { HostFailure, report } from '../problem.js';
import type { Awaitable } from '../settings.js';
import { within } from '../within.js';

/** Runs code of the host's. Rejects with a `HostFailure` when that throws, or takes more than so many milliseconds. */
export async function hosts<Answer>(
  setting: HostCode,
  run: () => Awaitable<Answer>,
  patienceMs?: number,
): Promise<Answer> {
  try {
    const answer = run();
    if (patienceMs === undefined || !(answer instanceof Promise)) return await answer;
    return await within(patienceMs, answer, () => new Error('There was no answer in time.'));
  } catch (cause) {
    throw new HostFailure(setting, cause);
  }
}

/** Tells the host of events, each with nothing in it but what its fields are for, and no trouble twice in a minute. Never throws. */
export function teller(
  onEvent: ((event: GatewayEvent) => unknown) | undefined,
  elapsed: () => number,
): (event: GatewayEvent) => void {
  const isNew = newTroubles(elapsed);
  const log = (event: GatewayEvent) => {
    if (event.type === 'trouble' && isNew(event)) troubleLog(redacted(event));
  };
  if (!onEvent) return log;
  return (event) => {
    if (event.type === 'trouble' && !isNew(event)) return;
    const told = redacted(event);
    void hosts('onEvent', () => onEvent(told)).catch((thrown: unknown) => report(thrown, log));
  };
}

const pause = 60_000;
const mostKinds = 100;

/** Tells a trouble that was not told in the last minute from one that was: a store that is away is noticed by every request. */
function newTroubles(elapsed: () => number): (trouble: TroubleEvent) => boolean {
  const told = new Map<string, number>();
  return (trouble) => {
    const kind = JSON.stringify({ ...trouble, at: undefined });
    if (isRecent(told.get(kind) ?? -Infinity, pause, elapsed())) return false;
    if (told.size >= mostKinds) told.clear();
    told.set(kind, elapsed());
    return true;
  };
}
