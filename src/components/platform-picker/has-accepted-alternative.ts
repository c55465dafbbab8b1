import type { ShareLink } from '../../api/schemas/share-link.js';
import type { AlternativesToConnection } from '../../controllers/journey/journey-view-module.js';

/** With `accept="shared not-listed"`, a link sent to a colleague, or 'My platform isn't listed', also satisfies `required`. */
export function hasAcceptedAlternative(
  accept: readonly string[],
  { shareLinks, platforms, isNotListed }: AlternativesToConnection,
): boolean {
  const keys = new Set(platforms.map(({ key }) => key));
  const isUsable = ({ status, platformKey }: ShareLink): boolean =>
    (status === 'open' || status === 'used') && keys.has(platformKey);
  return (
    (accept.includes('shared') && shareLinks.some(isUsable)) || (accept.includes('not-listed') && isNotListed)
  );
}
