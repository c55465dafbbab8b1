import { nothing, svg, type SVGTemplateResult } from 'lit';

const ring = svg`<path class="ring" d="M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z" />`;

export const icon = (path: string, ring: unknown = nothing): SVGTemplateResult =>
  svg`<svg viewBox="0 0 24 24" aria-hidden="true">${ring}<path d=${path} /></svg>`;

/** The icons that the platform tiles need at once; the others load with what shows them. */
export const tileIcons = {
  check: icon('M5 12.5l4.5 4.5L19 7.5'),
  clock: icon('M12 7v5l3 2', ring),
  alert: icon('M12 8v5m0 3.5v.01', ring),
} as const;
