import type { Platform } from '../../api/schemas/platform.js';
import type { ShareLink } from '../../api/schemas/share-link.js';

/** What a host may let stand for a connection in a form that requires one. */
export type Acceptable = 'linked' | 'shared' | 'not-listed';

interface Instead {
  readonly shares: readonly ShareLink[];
  /** The platforms that the picker is for. */
  readonly platforms: readonly Platform[];
  /** The person says that theirs isn't there. */
  readonly unlisted: boolean;
}

/** Whether there is something that the host accepts in place of a connection: a link that works, or another way. */
export function meets(accept: readonly string[], { shares, platforms, unlisted }: Instead): boolean {
  const keys = new Set(platforms.map(({ key }) => key));
  const isSent = ({ status, platformKey }: ShareLink): boolean =>
    (status === 'open' || status === 'used') && keys.has(platformKey);
  return (accept.includes('shared') && shares.some(isSent)) || (accept.includes('not-listed') && unlisted);
}
