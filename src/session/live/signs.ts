import type { Notice } from './across-tabs.js';

/** Why to look at a connection again: another page spoke of it, this page came into view, or it was time to. */
export type Sign = Notice['is'] | 'seen' | 'due';

/** In Node there is no page to come into view. */
const inPage = typeof document !== 'undefined';

/** Page events after which the world may have moved on while nobody looked. */
const awakenings = ['visibilitychange', 'pageshow', 'online', 'focus'] as const;

/** Those who are told what another page said. */
export type Listeners = Set<(notice: Notice) => void>;

/**
 * The next sign about this connection, at the latest after so many milliseconds in which the page could be seen.
 * Without a page (in Node) only notices and time speak. What a return from another try than `attemptId` says is no more
 * than that something changed.
 */
export function nextSign(
  listeners: Listeners,
  connectionId: string,
  within: number,
  signal: AbortSignal,
  attemptId?: string,
): Promise<Sign> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const done = new AbortController();
    const settle = (sign: Sign): void => {
      done.abort();
      resolve(sign);
    };
    const noticed = ({ is, connection, attempt = attemptId }: Notice): void => {
      if (connection === connectionId) settle(attempt === attemptId ? is : 'changed');
    };
    // A hidden page rests: it looks again when it is seen.
    const timer = setTimeout(() => isHidden() || settle('due'), within);
    listeners.add(noticed);
    done.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      listeners.delete(noticed);
    });
    whenSeen(() => settle('seen'), done.signal);
    signal.addEventListener('abort', () => {
      done.abort();
      reject(signal.reason as Error);
    });
  });
}

/** Calls back whenever this page comes into view or back on line, until the signal ends it. */
function whenSeen(tell: () => void, signal: AbortSignal): void {
  if (!inPage) return;
  for (const type of awakenings) {
    addEventListener(type, () => isHidden() || tell(), { signal });
  }
}

function isHidden(): boolean {
  return inPage && document.visibilityState === 'hidden';
}
