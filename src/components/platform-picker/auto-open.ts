import type { Platform } from '../../api/schemas/platform.js';
import type { AutoOpenOptions } from '../../controllers/journey/journey-view-interface.js';
import { currentConnection } from './grouping.js';
import { connectRequestFor } from './connect-request.js';

/** The platform that each picker has opened. It opens once, so that a person can close it. */
const opened = new WeakMap<object, string>();

/** Opens the notes of the platform that the host preselected. Sign-in itself needs a click. */
export function autoOpen(
  picker: object,
  platform: Platform | undefined,
  { connections, inJourney, preselect }: AutoOpenOptions,
): void {
  if (!platform || !connections || opened.get(picker) === platform.key) return;
  opened.set(picker, platform.key);
  if (!inJourney && currentConnection(connections, platform.key)?.status !== 'Linked')
    preselect(connectRequestFor(platform, connections));
}
