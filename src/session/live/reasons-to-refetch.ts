import type { TabMessage } from './tab-channel.js';

/** Why to refetch a connection: a message, `visible` (the page became visible, online or focused) or the timeout. */
type ReasonToRefetch = TabMessage['is'] | 'visible' | 'timeout';

/** False in Node, which has no page. */
const inPage = typeof document !== 'undefined';

/** The events when a page stops being hidden, offline or in the background, while something may have changed. */
const refetchEvents = ['visibilitychange', 'pageshow', 'online', 'focus'] as const;

/** Listeners that are called with each message from another tab or from the gateway's events. */
export type TabMessageListeners = Set<(message: TabMessage) => void>;

/**
 * Resolves with the next reason to refetch this connection. The timeout counts only if the page is visible when it
 * passes. In Node, where there is no page, only messages and the timeout count. A message about another attempt than
 * `attemptId` resolves with `changed`. Rejects with the signal's reason.
 */
export function waitForReasonToRefetchConnection(
  listeners: TabMessageListeners,
  connectionId: string,
  timeoutMs: number,
  signal: AbortSignal,
  attemptId?: string,
): Promise<ReasonToRefetch> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const settled = new AbortController();
    const settle = (reason: ReasonToRefetch): void => {
      settled.abort();
      resolve(reason);
    };
    const onMessage = ({ is, connection, attempt = attemptId }: TabMessage): void => {
      if (connection === connectionId) settle(attempt === attemptId ? is : 'changed');
    };
    // A hidden page skips the timeout, and settles when it becomes visible.
    const timer = setTimeout(() => isHidden() || settle('timeout'), timeoutMs);
    listeners.add(onMessage);
    settled.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      listeners.delete(onMessage);
    });
    onVisible(() => settle('visible'), settled.signal);
    const onAbort = (): void => {
      settled.abort();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort, { signal: settled.signal });
  });
}

/** Calls `notify` whenever this page becomes visible or online or gets focus, until the signal aborts. */
function onVisible(notify: () => void, signal: AbortSignal): void {
  if (!inPage) return;
  for (const type of refetchEvents) {
    addEventListener(type, () => isHidden() || notify(), { signal });
  }
}

function isHidden(): boolean {
  return inPage && document.visibilityState === 'hidden';
}
