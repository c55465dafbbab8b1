import { openEmptyWindow } from '../browser/empty-window.js';
import { mediaMatches } from '../browser/media.js';
import type { Place } from './connect-state.js';

/** Where a person signs in at the platform. */
export interface LinkWindow {
  /** `link` when the browser let no window open. */
  readonly by: Place;
  goTo(url: string): void;
  close(): void;
}

/** Room for the sign-in pages of the platforms, most of which are drawn for about this width; in CSS pixels. */
const popup = 'popup,width=560,height=760';

/**
 * Opens an empty window, or a tab of its own, that shows `words` while it waits for its address.
 * Call it from the click itself: browsers open a window only then.
 */
export function openLinkWindow(words: string, as: 'popup' | 'new-tab' = 'popup'): LinkWindow {
  const handle = openEmptyWindow(as === 'popup' ? popup : '');
  if (!handle) return { by: 'link', goTo: () => undefined, close: () => undefined };
  // The sign-in page must not reach this one.
  handle.opener = null;
  handle.document.title = words;
  handle.document.body.textContent = words;
  return {
    by: 'window',
    goTo: (url) => handle.location.replace(url),
    close: () => handle.close(),
  };
}

/** A place that is not a window of ours: this tab, or wherever the host takes the person. Nothing of it is ours to close. */
export function elsewhere(by: 'tab' | 'host', goTo: (url: string) => void): LinkWindow {
  return { by, goTo, close: () => undefined };
}

/**
 * Whether a window beside this one makes no sense: an installed app has no tabs to come back to, and a phone shows
 * one page at a time.
 */
export function prefersThisTab(): boolean {
  return (
    mediaMatches('(display-mode: standalone)') ||
    (mediaMatches('(hover: none) and (pointer: coarse)') && mediaMatches('(max-width: 48em)'))
  );
}
