import { seemsOffline } from '../browser/online.js';
import { ownLocks, Turns } from '../browser/turns.js';

/** The browser's tab that a page is in, as far as it says what may run there. */
export interface Tab {
  /** Whether it can be seen. */
  readonly awake: boolean;
  /** Whether it seems to have no network: a hint to look less often. */
  readonly offline: boolean;
  /** How tabs take turns at what one of them does for all. */
  readonly turns: Turns;
  /** Calls back whenever `awake` or `offline` may have changed, until the signal ends it. */
  watch(tell: () => void, signal: AbortSignal): void;
}

/** After these a page may be seen again, or no longer. */
const turns = ['visibilitychange', 'pageshow', 'pagehide', 'online', 'offline', 'focus'] as const;

/** In Node there is no page that could be seen. */
const inPage = typeof document !== 'undefined';

/** The tab this page is in. */
export class OwnTab implements Tab {
  /** A page that is left may come back as it was (the back/forward cache), and still counts as visible on its way out. */
  #left = false;
  readonly turns = new Turns(ownLocks());

  get awake(): boolean {
    return inPage && !this.#left && document.visibilityState !== 'hidden';
  }

  get offline(): boolean {
    return seemsOffline();
  }

  watch(tell: () => void, signal: AbortSignal): void {
    if (!inPage) return;
    for (const type of turns) {
      const turned = (): void => {
        if (type === 'pagehide' || type === 'pageshow') this.#left = type === 'pagehide';
        tell();
      };
      addEventListener(type, turned, { signal });
    }
  }
}
