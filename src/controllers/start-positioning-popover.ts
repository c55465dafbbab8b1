import {
  autoUpdate,
  computePosition,
  flip,
  offset,
  platform,
  shift,
  type Coords,
  type MiddlewareState,
} from '@floating-ui/dom';

/** The space between a button and its popover, and between the popover and the edge of the viewport, in CSS pixels. */
const gapPx = 4;
const marginPx = 8;

/** floating-ui 1.8.0 measures an element in its own zoomed CSS pixels and everything else in the viewport's. */
const zoomAwarePlatform = {
  ...platform,
  getDimensions: (element: Element) => element.getBoundingClientRect(),
};

const zoomOf = (element: Element): number => element.currentCSSZoom || 1;

/** Lets a popover leave the viewport with its button, when the page is scrolled. */
const stayAtButton = {
  fn: ({ x, y, rects: { reference, floating } }: MiddlewareState): Coords => ({
    x,
    y: Math.max(reference.y - floating.height - gapPx, Math.min(y, reference.y + reference.height + gapPx)),
  }),
};

/** Keeps an open popover beside its button and within the viewport, until the returned function is called. */
export function startPositioningPopover(button: HTMLElement, popover: HTMLElement): () => void {
  return autoUpdate(button, popover, () => {
    void computePosition(button, popover, {
      platform: zoomAwarePlatform,
      strategy: 'fixed',
      placement: 'bottom-end',
      middleware: [
        offset(gapPx),
        flip({ padding: marginPx }),
        // Over its button in a window that has no room for it above nor below.
        shift({ padding: marginPx, crossAxis: true, limiter: stayAtButton }),
      ],
    }).then(({ x, y }) => {
      const zoom = zoomOf(popover);
      Object.assign(popover.style, { inset: `${y / zoom}px auto auto ${x / zoom}px`, margin: '0' });
    });
  });
}
