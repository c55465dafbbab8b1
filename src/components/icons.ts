import { icon, tileIcons } from './tile-icons.js';

/** The icons the elements share. They are decorative: each stands beside its text. */
export const icons = {
  ...tileIcons,
  cross: icon('M7 7l10 10M17 7L7 17'),
  dash: icon('M6 12h12'),
  leave: icon('M8 7h9v9M17 7L7 17'),
  more: icon('M5 12h.01M12 12h.01M19 12h.01'),
} as const;

export type Icon = keyof typeof icons;
