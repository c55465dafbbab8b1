import { adoptStyles, supportsAdoptingStyleSheets, type CSSResult } from 'lit';

/** Adds styles that have loaded later to those that a shadow root has. */
export function adoptMoreStyles(root: ShadowRoot | null, styles: readonly CSSResult[]): void {
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  if (supportsAdoptingStyleSheets) root?.adoptedStyleSheets.push(...sheets);
  else if (root) adoptStyles(root, [...styles]);
}
