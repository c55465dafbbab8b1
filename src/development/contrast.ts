/** The DOMs of unit tests draw nothing. */
const canDraw = typeof CSS !== 'undefined' && typeof OffscreenCanvas !== 'undefined';

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3); undefined if either isn't a colour, or can't be drawn. */
export function contrastRatio(one: string, other: string): number | undefined {
  const [first, second] = [luminance(one), luminance(other)];
  if (first === undefined || second === undefined) return undefined;
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function luminance(colour: string): number | undefined {
  if (!canDraw || !CSS.supports('color', colour)) return undefined;
  const paint = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!paint) return undefined;
  paint.fillStyle = colour;
  paint.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = [...paint.getImageData(0, 0, 1, 1).data].map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
