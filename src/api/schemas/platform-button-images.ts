import { tryParseHttpsOrLocalHref } from './parsing/https-or-local-href.js';
import type { Platform } from './platform.js';

/** A platform's own connect button: its images at rest and hovered. */
export interface PlatformButtonImages {
  readonly rest: string;
  readonly hover: string;
}

/** A platform's own connect button; undefined if it has none, or no image that is safe to load. */
export function toPlatformButtonImages(button: Platform['button']): PlatformButtonImages | undefined {
  const rest = tryParseHttpsOrLocalHref(button?.default?.image?.src);
  if (!rest) return undefined;
  return { rest, hover: tryParseHttpsOrLocalHref(button?.hover?.image?.src) ?? rest };
}
