import type { GatewayEvent } from '../../gateway/telemetry/gateway-event.js';
import type { GatewaySettings } from '../../gateway/settings.js';
import type { Metrics } from '../operations/metrics.js';
import type { HookSettings } from '../server-settings.js';
import { LossyEventBatchSender } from './lossy-event-batch-sender.js';
import { createPermitFromHook } from './create-permit-from-hook.js';
import { SignedCallSender } from './signed-call-sender.js';

/** The hooks of the lender's app as functions of the gateway. */
interface HookCaller {
  readonly settings: Pick<GatewaySettings, 'permit' | 'onConsent' | 'onWebhook'>;
  /** Sends an event on; it may be dropped. */
  readonly onEvent: (event: GatewayEvent) => void;
  /** Resolves once no event waits. */
  readonly drain: () => Promise<void>;
  /** Signs with another secret from now on. */
  readonly changeSecret: (secret: HookSettings['secret']) => void;
}

interface HookDeps {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly date: () => number;
  readonly metrics: Metrics;
}

/** Creates the functions that call the hooks of the lender's app; they do nothing for a hook that is not set. */
export function createHookClient(
  hooks: HookSettings | undefined,
  { fetch, date, metrics }: HookDeps,
): HookCaller {
  if (!hooks) {
    return {
      settings: {},
      onEvent: () => undefined,
      drain: () => Promise.resolve(),
      changeSecret: () => undefined,
    };
  }
  let current = hooks;
  const sender = new SignedCallSender(() => current, { fetch, date });
  const callAndCount = async (hook: string, data: unknown): Promise<unknown> => {
    try {
      const answer = await sender.call(hook, data);
      metrics.count('hookCalls', { hook, outcome: 'ok' });
      return answer;
    } catch (thrown) {
      metrics.count('hookCalls', { hook, outcome: 'failed' });
      throw thrown;
    }
  };
  const events = new LossyEventBatchSender({
    send: (sent) => callAndCount('onEvent', { events: sent }),
    onDrop: (count) => metrics.count('droppedEvents', {}, count),
  });
  const { names } = hooks;
  return {
    settings: {
      ...(names.has('permit') && { permit: createPermitFromHook(callAndCount) }),
      ...(names.has('onConsent') && { onConsent: (receipt) => callAndCount('onConsent', receipt) }),
      ...(names.has('onWebhook') && { onWebhook: (event) => callAndCount('onWebhook', event) }),
    },
    onEvent(event) {
      if (names.has('onEvent')) events.add(event);
    },
    drain: () => events.drain(),
    changeSecret: (secret) => (current = { ...hooks, secret }),
  };
}
