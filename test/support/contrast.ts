type Channels = readonly [red: number, green: number, blue: number];

const paint = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
  willReadFrequently: true,
});

/** The contrast of two colours laid one upon the other and both upon what lies behind, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(colour: string, behind: readonly string[]): number {
  const [light, dark] = [luminance(mixed([...behind, colour])), luminance(mixed(behind))].sort(
    (one, other) => other - one,
  );
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** The backgrounds behind an element, the page's first, across shadow roots. */
export function behind(element: Element): string[] {
  const colours: string[] = [];
  for (let around: Node | null = element; around; around = parentOf(around))
    if (around instanceof Element) colours.unshift(getComputedStyle(around).backgroundColor);
  return ['white', ...colours];
}

function parentOf(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element && node.assignedSlot) || node.parentNode;
}

/** Colours laid one upon the other, as the browser does it. */
function mixed(colours: readonly string[]): Channels {
  if (!paint) throw new Error('There is no canvas to mix colours on.');
  for (const colour of colours) {
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = paint.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function luminance(channels: Channels): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const fraction = channel / 255;
    return fraction <= 0.04045 ? fraction / 12.92 : ((fraction + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
