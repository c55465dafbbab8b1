import { openEmptyWindow } from '../browser/empty-window.js';
import { mediaMatches } from '../browser/media.js';
import type { SignInPlace } from './connect-state.js';

/** The place where the platform's sign-in page opens. */
export interface SignInWindow {
  /** `link` if the browser blocked the window. */
  readonly openedIn: SignInPlace;
  navigate(url: string): void;
  close(): void;
}

/** Most platforms' sign-in pages are designed for about this width, in CSS pixels. */
const popupFeatures = 'popup,width=560,height=760';

/**
 * Opens an empty window or tab that shows `text` until it navigates.
 * Call it in the click's handler before anything is awaited: browsers block it later.
 */
export function openSignInWindow(text: string, as: 'popup' | 'new-tab' = 'popup'): SignInWindow {
  const opened = openEmptyWindow(as === 'popup' ? popupFeatures : '');
  if (!opened) return { openedIn: 'link', navigate: () => undefined, close: () => undefined };
  // The sign-in page must not get access to this page.
  opened.opener = null;
  opened.document.title = text;
  opened.document.body.textContent = text;
  return {
    openedIn: 'window',
    navigate: (url) => opened.location.replace(url),
    close: () => opened.close(),
  };
}

/** A sign-in without a window of ours: in this tab, or through the host's `openLink`. `close` does nothing. */
export function signInElsewhere(openedIn: 'tab' | 'host', navigate: (url: string) => void): SignInWindow {
  return { openedIn, navigate, close: () => undefined };
}

/**
 * Whether to sign in without a second window: an installed app has no tabs to come back to, and a phone shows one page
 * at a time.
 */
export function prefersSameTab(): boolean {
  return (
    mediaMatches('(display-mode: standalone)') ||
    (mediaMatches('(hover: none) and (pointer: coarse)') && mediaMatches('(max-width: 48em)'))
  );
}
