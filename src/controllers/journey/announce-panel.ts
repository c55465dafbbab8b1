import type { ConnectState } from '../../flow/connect-state.js';
import { ignoreStrayClick } from './ignore-stray-click.js';

/** Milliseconds from a change of focus to the announcement: screen readers drop announcements that a change of focus interrupts. */
const delayAfterFocusMs = 150;

/**
 * Milliseconds after which the live region is emptied, so that a person who reads on doesn't come upon it: the time that
 * React Aria gives screen readers to begin (LIVEREGION_TIMEOUT_DELAY, github.com/adobe/react-spectrum).
 */
const clearAfterMs = 7000;

/** The heading above the platforms, if it or a tile has focus because a button led back there. */
const headingOfPlatforms =
  '[part~="heading"]:focus, [part="base"]:has([part~="tile"]:focus) [part~="heading"]';

/** Aborts the announcement of the previous panel. */
let currentAnnouncement = new AbortController();

/** The view that was announced last in each element. */
const announcedViews = new WeakMap<ParentNode, string>();

/**
 * Announces the heading of a new panel, or its text marked with `data-announced`. The panel of a share link is
 * announced again whenever the link's status changes. If the page has no focus, as while a person signs in, announces
 * it again when it has. Focus on the heading is not enough: when the focused button is removed, Orca moves to the
 * heading without reading it.
 */
export function announcePanel(root: ParentNode, name: string, state: ConnectState): void {
  const view = state.at === 'shared' ? `shared ${state.shareLink.status}` : name;
  if ((announcedViews.get(root) ?? 'choosing') === view) return;
  announcedViews.set(root, view);
  currentAnnouncement.abort();
  currentAnnouncement = new AbortController();
  const { signal } = currentAnnouncement;
  const region = root.querySelector('.announced') ?? appendRegion(root);
  let clearing: ReturnType<typeof setTimeout> | undefined;
  const clear = (): void => {
    clearTimeout(clearing);
    region.textContent = '';
  };
  signal.addEventListener('abort', clear);
  const announce = (): void => {
    // Screen readers announce only changes, so an equal text needs an empty region first.
    clear();
    setTimeout(() => {
      if (signal.aborted || !region.isConnected) return;
      const text =
        root.querySelector('[part~="panel-heading"], [data-announced]') ??
        root.querySelector(headingOfPlatforms);
      // Our heading isn't rendered if the host has slotted its own.
      region.textContent = text?.getClientRects().length ? text.textContent.trim() : '';
      clearing = setTimeout(clear, clearAfterMs);
      if (!document.hasFocus()) addEventListener('focus', announce, { once: true, signal });
    }, delayAfterFocusMs);
  };
  announce();
}

/** Appends the live region with an element's first panel. It stays in the DOM, since screen readers announce only its changes. */
function appendRegion(root: ParentNode): Element {
  root.addEventListener('click', ignoreStrayClick, true);
  const region = document.createElement('p');
  region.className = 'announced visually-hidden';
  region.ariaLive = 'polite';
  root.querySelector('[part="base"]')?.append(region);
  return region;
}
