import { seemsOffline } from '../browser/online.js';
import { findWebLocks, WebLocksWithFallback } from '../browser/web-locks.js';

/** Whether the page is visible and online, and the locks it shares with other tabs: they decide whether it polls. */
export interface PageLifecycle {
  /** Whether the page is visible. */
  readonly active: boolean;
  /** Whether the tab seems to have no network: a hint to poll less often. */
  readonly offline: boolean;
  /** Locks that let one tab work for all tabs of an origin. */
  readonly locks: WebLocksWithFallback;
  /** Calls `notify` whenever `active` or `offline` may have changed, until the signal aborts. */
  onChange(notify: () => void, signal: AbortSignal): void;
}

/** Events after which the page may have become visible, hidden, online or offline. */
const lifecycleEvents = ['visibilitychange', 'pageshow', 'pagehide', 'online', 'offline', 'focus'] as const;

/** False in Node, which has no page. */
const inPage = typeof document !== 'undefined';

/** The lifecycle of the page that runs this. */
export class BrowserPageLifecycle implements PageLifecycle {
  /** A page on its way into the back/forward cache still counts as visible, so we remember `pagehide` ourselves. */
  #pageHidden = false;
  readonly locks = new WebLocksWithFallback(findWebLocks());

  get active(): boolean {
    return inPage && !this.#pageHidden && document.visibilityState !== 'hidden';
  }

  get offline(): boolean {
    return seemsOffline();
  }

  onChange(notify: () => void, signal: AbortSignal): void {
    if (!inPage) return;
    for (const type of lifecycleEvents) {
      const listener = (): void => {
        if (type === 'pagehide' || type === 'pageshow') this.#pageHidden = type === 'pagehide';
        notify();
      };
      addEventListener(type, listener, { signal });
    }
  }
}
