import type { AlternativesToConnection } from '../../controllers/journey/journey-view-module.js';
import { isShareLinkUsable } from '../journey/share-links-list.js';

/** Whether `required` is satisfied without a connection: by a share link if `accept` has `shared`, or by an opened 'My platform isn't listed' if it has `not-listed`. */
export function isRequiredMetByShareLinkOrNotListed(
  accept: readonly string[],
  { shareLinks, platforms, isNotListed }: AlternativesToConnection,
): boolean {
  const keys = new Set(platforms.map(({ key }) => key));
  return (
    (accept.includes('shared') &&
      shareLinks.some((link) => isShareLinkUsable(link) && keys.has(link.platformKey))) ||
    (accept.includes('not-listed') && isNotListed)
  );
}
