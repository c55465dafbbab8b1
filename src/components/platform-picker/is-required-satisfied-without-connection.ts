import type { ConnectionAlternatives } from '../../controllers/journey/journey-view-module.js';
import { isShareLinkUsable } from '../journey/share-links-list.js';

/** With `accept="shared not-listed"`, a link sent to a colleague, or 'My platform isn't listed', also satisfies `required`. */
export function hasAcceptedAlternative(
  accept: readonly string[],
  { shareLinks, platforms, isNotListed }: ConnectionAlternatives,
): boolean {
  const keys = new Set(platforms.map(({ key }) => key));
  return (
    (accept.includes('shared') &&
      shareLinks.some((link) => isShareLinkUsable(link) && keys.has(link.platformKey))) ||
    (accept.includes('not-listed') && isNotListed)
  );
}
