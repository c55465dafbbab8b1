import { autoUpdate, computePosition, flip, offset, platform, shift } from '@floating-ui/dom';

/** Pixels between a button and its panel, and between the panel and the edge of the window. */
const gap = 4;
const margin = 8;

/** By CSS zoom the lengths of an element differ from those of the window, in which floating-ui 1.8.0 measures all but this. */
const zoomed = {
  ...platform,
  getDimensions: (element: Element) => element.getBoundingClientRect(),
};

const zoomOf = (element: Element): number => element.currentCSSZoom || 1;

/** Keeps an open panel of the top layer beside its button and within the window, until the returned function is called. */
export function place(button: HTMLElement, panel: HTMLElement): () => void {
  return autoUpdate(button, panel, () => {
    void computePosition(button, panel, {
      platform: zoomed,
      strategy: 'fixed',
      placement: 'bottom-end',
      middleware: [offset(gap), flip({ padding: margin }), shift({ padding: margin })],
    }).then(({ x, y }) => {
      const zoom = zoomOf(panel);
      Object.assign(panel.style, { inset: `${y / zoom}px auto auto ${x / zoom}px`, margin: '0' });
    });
  });
}
