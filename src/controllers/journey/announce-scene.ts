/** Milliseconds between a change of focus, with which screen readers drop what they were told, and the announcement. */
const afterFocus = 150;

/**
 * Milliseconds after which an announcement is gone, so that nobody who reads on comes upon it: as long as React Aria gives
 * screen readers to begin with it (LIVEREGION_TIMEOUT_DELAY, github.com/adobe/react-spectrum).
 */
const untilSaid = 7000;

/** The heading over the platforms, if a button led back to it or to a tile. */
const headingOfPlatforms =
  '[part~="heading"]:focus, [part="base"]:has([part~="tile"]:focus) [part~="heading"]';

/** Ends the announcement of the scene before. */
let current = new AbortController();

/** The names of the scenes that were announced last. */
const scenes = new WeakMap<ParentNode, string>();

/**
 * Announces the heading of a new scene, or what else is marked with `data-scene`, and again as soon as the page has focus
 * if it has none, as while a person signs in. Focus on the heading is not enough: Orca moves there without a word as soon
 * as the button that had focus is gone.
 */
export function announceScene(root: ParentNode, name: string): void {
  if ((scenes.get(root) ?? 'choosing') === name) return;
  scenes.set(root, name);
  current.abort();
  current = new AbortController();
  const { signal } = current;
  const region = root.querySelector('.scene') ?? appendRegion(root);
  let clearing: ReturnType<typeof setTimeout> | undefined;
  const clear = (): void => {
    clearTimeout(clearing);
    region.textContent = '';
  };
  signal.addEventListener('abort', clear);
  const announce = (): void => {
    // Only a change is announced.
    clear();
    setTimeout(() => {
      if (signal.aborted) return;
      const text =
        root.querySelector('[part~="panel-heading"], [data-scene]') ?? root.querySelector(headingOfPlatforms);
      // A host's own heading leaves ours unseen.
      region.textContent = text?.getClientRects().length ? text.textContent.trim() : '';
      clearing = setTimeout(clear, untilSaid);
      if (!document.hasFocus()) addEventListener('focus', announce, { once: true, signal });
    }, afterFocus);
  };
  announce();
}

/** It stays, since only what changes in a live region is announced. */
function appendRegion(root: ParentNode): Element {
  const region = document.createElement('p');
  region.className = 'scene visually-hidden';
  region.ariaLive = 'polite';
  root.querySelector('[part="base"]')?.append(region);
  return region;
}
