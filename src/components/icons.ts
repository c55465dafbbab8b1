import { svg, type SVGTemplateResult } from 'lit';

const icon = (path: string): SVGTemplateResult =>
  svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

const ringedIcon = (path: string): SVGTemplateResult =>
  svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path class="ring" d="M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z" /><path d=${path} /></svg>`;

/** The icons that the elements share. They are decorative, since each has a text beside it. */
export const icons = {
  check: icon('M5 12.5l4.5 4.5L19 7.5'),
  clock: ringedIcon('M12 6v6l4 2'),
  alert: ringedIcon('M12 8v5m0 3.5v.01'),
  cross: icon('M7 7l10 10M17 7L7 17'),
  dash: icon('M6 12h12'),
  leave: icon('M8 7h9v9M17 7L7 17'),
  read: icon('M12 4v10m-4-4l4 4l4-4M5 20h14'),
  more: icon('M5 12h.01M12 12h.01M19 12h.01'),
} as const;

export type IconName = keyof typeof icons;
