/** The browser's tab that a page is in, as far as it says what may run there. */
export interface Tab {
  /** Whether it can be seen and is on line. */
  readonly awake: boolean;
  /** Where tabs line up to do what one of them does for all; absent where they can't, or can't tell each other. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** Calls back whenever `awake` may have changed, until the signal ends it. */
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

  get awake(): boolean {
    return inPage && !this.#left && document.visibilityState !== 'hidden' && navigator.onLine;
  }

  get locks(): LockManager | undefined {
    // Both are missing from some web views, locks from pages that are not secure.
    return 'BroadcastChannel' in globalThis && 'locks' in navigator ? navigator.locks : undefined;
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
