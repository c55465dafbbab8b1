import type { Platform } from '../../api/schemas/platform.js';
import type { PreselectedPlatformOptions } from '../../controllers/journey/journey-view-module.js';
import { findCurrentConnection } from './grouping.js';
import { connectRequestFor } from './connect-request.js';

/** The platform that each picker has opened. It opens once, so that a person can close it. */
const opened = new WeakMap<object, string>();

/** Opens the notes of the platform that the host preselected. Sign-in itself needs a click. */
export function showPreselectedNotes(
  picker: object,
  platform: Platform | undefined,
  { connections, inJourney, preselect }: PreselectedPlatformOptions,
): void {
  if (!platform || !connections || opened.get(picker) === platform.key) return;
  opened.set(picker, platform.key);
  if (!inJourney && findCurrentConnection(connections, platform.key)?.status !== 'Linked')
    preselect(connectRequestFor(platform, connections));
}
