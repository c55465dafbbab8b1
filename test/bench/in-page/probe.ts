/** How to find on a page what is measured. */
export interface Selectors {
  /** The tag of the element whose shadow root has the rest. Default: the document has it. */
  readonly host?: string;
  /** What is listed, without what is hidden. */
  readonly tile: string;
  readonly search?: string;
}

/** What a page says of itself, in milliseconds by its own clock. */
export interface Probe {
  /** From setting out for the page to the end of the frame that painted the last of the tiles in view. */
  readonly usable: Promise<number>;
  /** From the last key going down to the end of the frame that changed the tiles in view; undefined if none did. */
  results: Promise<number | undefined>;
}

declare global {
  interface Window {
    selectors: Selectors;
    probe: Probe;
  }
}

/** So many frames without a change are its end: a fifth of a second, in which results that come late would be seen. */
const quietFrames = 12;

const { host, tile, search } = window.selectors;

/** The text of every tile in view, in their order; undefined before a person could use them. */
function tilesInView(): string | undefined {
  const root = host === undefined ? document : document.querySelector(host)?.shadowRoot;
  const field = search === undefined ? undefined : root?.querySelector<HTMLInputElement>(search);
  if (!root || (search !== undefined && (!field || field.disabled))) return undefined;
  let texts = '';
  for (const each of root.querySelectorAll(tile)) {
    const { top, height } = each.getBoundingClientRect();
    if (top >= innerHeight) break;
    if (height > 0 && each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      texts += `${each.textContent}\n`;
  }
  return texts || undefined;
}

let shown: string | undefined;

/**
 * Resolves with the end of the last frame that changed the tiles in view. They are read after each frame, when their layout
 * is known and costs nothing.
 */
function lastChange(isDone: () => boolean): Promise<number | undefined> {
  return new Promise((resolve) => {
    let quiet = 0;
    let changed: number | undefined;
    const onPainted = (): void => {
      const end = performance.now();
      const now = tilesInView();
      quiet = now === shown ? quiet + 1 : 0;
      if (now !== shown) [shown, changed] = [now, end];
      if (quiet < quietFrames || !isDone()) requestAnimationFrame(onFrame);
      else resolve(changed);
    };
    // A task of this priority is the first after the frame.
    const onFrame = (): void => void scheduler.postTask(onPainted, { priority: 'user-blocking' });
    requestAnimationFrame(onFrame);
  });
}

window.probe = {
  usable: lastChange(() => shown !== undefined).then((end) => end ?? NaN),
  results: Promise.resolve(undefined),
};

addEventListener(
  'keydown',
  ({ timeStamp }) => {
    window.probe.results = lastChange(() => true).then((end) => end && end - timeStamp);
  },
  { capture: true },
);
