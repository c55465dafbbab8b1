import type { CodatElement } from '../components/codat-element.js';
import { latestValue } from '../session/query-state.js';
import { activeSessionOf } from './active-session-of.js';
import type { DevWarning } from './dev-warning.js';

/** Keys in `platform` and `include` that no enabled platform has, once the platforms have loaded. */
export function findPlatformKeyWarnings(element: CodatElement): DevWarning[] {
  const platforms = latestValue(activeSessionOf(element)?.platforms.resource);
  if (!platforms) return [];
  return ['platform', 'include'].flatMap((property) =>
    [Reflect.get(element, property) as unknown]
      .flat()
      .filter((key): key is string => typeof key === 'string' && key !== '')
      .filter((named) => !platforms.some(({ key }) => key === named.trim().toLowerCase()))
      .map((named) => ({
        topic: 'unknown-platform',
        message: `${property} of <${element.localName}> names ${named}, which is the key of no enabled platform, so it isn't shown.`,
      })),
  );
}
