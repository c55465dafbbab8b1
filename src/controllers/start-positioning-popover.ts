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

/** Measures an element in the viewport's CSS pixels, as floating-ui 1.8.0 measures all else; it takes the element's own, which CSS `zoom` scales. */
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
        // Moves it over its button if the viewport has room for it neither above nor below.
        shift({ padding: marginPx, crossAxis: true, limiter: stayAtButton }),
      ],
    }).then(({ x, y }) => {
      const zoom = zoomOf(popover);
      Object.assign(popover.style, { inset: `${y / zoom}px auto auto ${x / zoom}px`, margin: '0' });
    });
  });
}
