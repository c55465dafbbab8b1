import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';

/** Pixels between a button and its panel, and between the panel and the edge of the window. */
const gap = 4;
const margin = 8;

/** Keeps an open panel of the top layer beside its button and within the window, until the returned function is called. */
export function place(button: HTMLElement, panel: HTMLElement): () => void {
  return autoUpdate(button, panel, () => {
    void computePosition(button, panel, {
      strategy: 'fixed',
      placement: 'bottom-end',
      middleware: [offset(gap), flip({ padding: margin }), shift({ padding: margin })],
    }).then(({ x, y }) => {
      Object.assign(panel.style, { inset: `${y}px auto auto ${x}px`, margin: '0' });
    });
  });
}
