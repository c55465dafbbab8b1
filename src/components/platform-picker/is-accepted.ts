import type { Platform } from '../../api/schemas/platform.js';
import type { ShareLink } from '../../api/schemas/share-link.js';

/** What the `accept` attribute may name: what satisfies `required`. */
export const acceptable = ['linked', 'shared', 'not-listed'] as const;

export type Acceptable = (typeof acceptable)[number];

interface Alternatives {
  readonly shareLinks: readonly ShareLink[];
  /** The platforms that the picker shows. */
  readonly platforms: readonly Platform[];
  /** Whether the person said that their platform isn't listed. */
  readonly isNotListed: boolean;
}

/** With `accept="shared not-listed"`, a link sent to a colleague, or 'My platform isn't listed', also satisfies `required`. */
export function isAccepted(
  accept: readonly Acceptable[],
  { shareLinks, platforms, isNotListed }: Alternatives,
): boolean {
  const keys = new Set(platforms.map(({ key }) => key));
  const isUsable = ({ status, platformKey }: ShareLink): boolean =>
    (status === 'open' || status === 'used') && keys.has(platformKey);
  return (
    (accept.includes('shared') && shareLinks.some(isUsable)) || (accept.includes('not-listed') && isNotListed)
  );
}
