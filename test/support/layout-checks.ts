/** For functions that run in a page: the compiler calls `__name` to keep their names, which exists here only. */
export const keepNames = 'globalThis.__name = (named) => named;';

/**
 * What does not fit in our elements on this page, measured: text that leaves its box or is clipped, and boxes beside
 * each other that overlap. It runs in the page, so it must stand alone.
 */
export function layoutProblems(): string[] {
  /** Half a pixel of rounding on either side. */
  const slack = 1;
  const problems: string[] = [];
  const tags = 'platform-picker, connection-list, sync-progress, connection-result, powered-by-codat';

  const isDrawn = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.visually-hidden, [aria-hidden="true"] img, progress, svg');
  const nameOf = (element: Element): string =>
    `${element.localName}${element.part.length > 0 ? `[${element.part.value}]` : ''} «${element.textContent.replace(/\s+/g, ' ').trim().slice(0, 60)}»`;
  const report = (what: string, element: Element, by: number): void => {
    problems.push(`${what} by ${Math.round(by)} px: ${nameOf(element)}`);
  };
  const isInline = (element: Element): boolean =>
    /^(?:inline|contents)$/.test(getComputedStyle(element).display);
  const isPlaced = (element: Element): boolean =>
    /^(?:absolute|fixed)$/.test(getComputedStyle(element).position) || element.matches('dialog, [popover]');

  /** The box a text must stay in: that of the nearest part that is a box. */
  const boxOf = (element: Element | null): Element | null => {
    let box = element;
    while (box && isInline(box)) box = box.parentElement;
    return box;
  };

  for (const host of document.querySelectorAll(tags)) {
    const root = host.shadowRoot;
    if (!root) continue;
    for (const element of root.querySelectorAll('*')) {
      if (!isDrawn(element)) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const wide = element.scrollWidth - element.clientWidth;
      const high = element.scrollHeight - element.clientHeight;
      if (!isInline(element) && !element.matches('input, [part~="logo"], [part="waiting"]')) {
        if (wide > slack && overflowX !== 'auto' && overflowX !== 'scroll') report('too wide', element, wide);
        if (high > slack && /hidden|clip/.test(overflowY)) report('cut off', element, high);
      }

      for (const text of element.childNodes) {
        if (!(text instanceof Text) || !text.data.trim()) continue;
        const box = boxOf(element)?.getBoundingClientRect();
        if (!box) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const line of range.getClientRects()) {
          const out = Math.max(box.left - line.left, line.right - box.right);
          if (out > slack) report('text outside its box', element, out);
        }
      }

      const boxes = [...element.children]
        .filter((child) => isDrawn(child) && !isInline(child) && !isPlaced(child))
        .map((child) => ({ child, box: child.getBoundingClientRect() }));
      for (const [index, { child: one, box: a }] of boxes.entries())
        for (const { child: other, box: b } of boxes.slice(index + 1)) {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > slack && down > slack)
            problems.push(
              `overlap by ${Math.round(across)} × ${Math.round(down)} px: ${nameOf(one)} and ${nameOf(other)}`,
            );
        }
    }
    const outer = host.parentElement?.getBoundingClientRect();
    const inner = root.querySelector('[part="base"]')?.getBoundingClientRect();
    if (outer && inner && isDrawn(host) && inner.right - inner.left > outer.width + slack)
      report('wider than the page leaves it', host, inner.width - outer.width);
  }
  return [...new Set(problems)];
}
