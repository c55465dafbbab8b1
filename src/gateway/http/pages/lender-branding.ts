/** How the gateway's own pages look, so that people see whose they are. */
export interface LenderBranding {
  readonly lender: string;
  /** The absolute URL of an image. */
  readonly mark: string | undefined;
  /** CSS colours of the button, and of its text. */
  readonly accent: string;
  readonly onAccent: string;
  /** An absolute URL, or a `mailto:` one. */
  readonly helpUrl: string | undefined;
}

/** The colour of the text on an accent: of black and white the one with more contrast (WCAG 2.2, relative luminance). */
export function textColourOn(accent: string): '#000' | '#fff' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => parseInt(accent.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  // At this luminance both have the same contrast.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}
