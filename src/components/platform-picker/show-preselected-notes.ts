import type { Platform } from '../../api/schemas/platform.js';
import type { PreselectedPlatformOptions } from '../../controllers/journey/journey-view-module.js';
import { connectRequestFor } from './connect-request.js';
import { findLinkedOrPendingConnection } from './grouping.js';

/** The key of the platform whose notes each picker opened last. They open once, so that a person can close them. */
const openedKeys = new WeakMap<object, string>();

/**
 * Opens the notes of the platform that the host preselected. Sign-in itself needs a click. If the host preselects another
 * platform later, its notes replace them.
 */
export function showPreselectedNotes(
  picker: object,
  platform: Platform | undefined,
  { connections, journey }: PreselectedPlatformOptions,
): void {
  const previousKey = openedKeys.get(picker);
  if (!platform || !connections || previousKey === platform.key) return;
  openedKeys.set(picker, platform.key);
  const { at } = journey.state;
  if (at !== 'choosing' && !(previousKey && at === 'preparing')) return;
  if (findLinkedOrPendingConnection(connections, platform.key)?.status === 'Linked') journey.reset();
  else journey.preselect(connectRequestFor(platform, connections));
}
