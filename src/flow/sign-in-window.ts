import { openEmptyWindow } from '../browser/empty-window.js';
import { mediaMatches } from '../browser/media.js';
import type { SignInPlace } from './connect-state.js';

/** The place where the platform's sign-in page opens. */
export interface SignInPageHandle {
  /** `link` if the browser blocked the window. */
  readonly openedIn: SignInPlace;
  /** Whether a window of ours is open, as far as this page can tell: a Cross-Origin-Opener-Policy makes it look closed. */
  readonly isOpen: boolean;
  navigate(url: string): void;
  /**
   * Brings the window to the front. Resolves with false if the browser doesn't: Chromium raises only a window that
   * still has its opener.
   */
  show(): Promise<boolean>;
  close(): void;
}

const noWindow = {
  isOpen: false,
  navigate: () => undefined,
  show: () => Promise.resolve(false),
  close: () => undefined,
};

/** Most platforms' sign-in pages are designed for about this width, in CSS pixels. */
const popupFeatures = 'popup,width=560,height=760';

/**
 * Opens an empty window or tab that shows `textUntilLoaded` until it navigates. Where the browser opens none, `openedIn` is `link`.
 * Call it in the click's handler before anything is awaited: browsers block it later.
 */
export function openSignInWindow(
  textUntilLoaded: string,
  as: 'popup' | 'new-tab' = 'popup',
): SignInPageHandle {
  const opened = openEmptyWindow(as === 'popup' ? popupFeatures : '');
  if (!opened) return { ...noWindow, openedIn: 'link' };
  opened.document.title = textUntilLoaded;
  // Set by script, since the page's Content-Security-Policy may forbid style elements and attributes.
  opened.document.documentElement.style.cssText = 'color-scheme:light dark;font:1.25em system-ui';
  opened.document.body.textContent = textUntilLoaded;
  let isLost = false;
  return {
    openedIn: 'window',
    get isOpen() {
      return !isLost && !opened.closed;
    },
    navigate: (url) => {
      try {
        opened.location.replace(url);
      } catch {
        // The person went elsewhere in it, or a sandboxed frame may not navigate it.
        isLost = true;
      }
    },
    show: () => bringToFront(opened),
    close: () => opened.close(),
  };
}

/** Milliseconds in which another window takes the focus from this page, if it comes to the front. */
const raiseMs = 400;

async function bringToFront(other: Window): Promise<boolean> {
  const blurred = new Promise((resolve) => addEventListener('blur', resolve, { once: true }));
  other.focus();
  await Promise.race([blurred, new Promise((resolve) => setTimeout(resolve, raiseMs))]);
  return !document.hasFocus();
}

/** A sign-in without a window of ours: in this tab, or through the host's `openLink`. `close` does nothing. */
export function createSignInHandleForSameTabOrHost(
  openedIn: 'tab' | 'host',
  navigate: (url: string) => void,
): SignInPageHandle {
  return { ...noWindow, openedIn, navigate };
}

/** Whether a second window would be out of sight: on a phone, and in an installed app, which has no tabs to come back to. */
export const showsOnePageAtATime = (): boolean =>
  mediaMatches('(display-mode: standalone)') ||
  (mediaMatches('(hover: none) and (pointer: coarse)') && mediaMatches('(max-width: 48em)'));

/** Whether to sign in without a second window. False within a frame, to which the person would not come back. */
export const prefersSameTab = (): boolean => window === window.top && showsOnePageAtATime();
