import type { Platform } from '../../api/schemas/platform.js';
import type { PreselectedPlatformOptions } from '../../controllers/journey/journey-view-module.js';
import { findCurrentConnection } from './grouping.js';
import { connectRequestFor } from './connect-request.js';

/** The platform that each picker has opened. It opens once, so that a person can close it. */
const opened = new WeakMap<object, string>();

/**
 * Opens the notes of the platform that the host preselected. Sign-in itself needs a click. Once the host preselects
 * another, they take the place of the notes before.
 */
export function showPreselectedNotes(
  picker: object,
  platform: Platform | undefined,
  { connections, journey }: PreselectedPlatformOptions,
): void {
  const before = opened.get(picker);
  if (!platform || !connections || before === platform.key) return;
  opened.set(picker, platform.key);
  const { at } = journey.state;
  if (at !== 'choosing' && !(before && at === 'preparing')) return;
  if (findCurrentConnection(connections, platform.key)?.status === 'Linked') journey.reset();
  else journey.preselect(connectRequestFor(platform, connections));
}
