import type { Platform } from '../../api/schemas/platform.js';
import type { OpenPreselectedPlatformOptions } from '../../controllers/journey/journey-view-module.js';
import { createConnectRequest } from './connect-request.js';
import { findLinkedOrPendingConnection } from './groups.js';

/**
 * By picker: the key of the preselected platform that it last handled; '' after a journey to another platform. Notes
 * open once, so that a person can close them. They open again after a journey to another platform, even one that began
 * before a reload.
 */
const latestKeys = new WeakMap<object, string>();

/**
 * Opens the notes of the platform that the host preselected, unless it is linked. Sign-in itself needs a click. If the
 * host preselects another platform later, its notes replace them.
 */
export function openNotesOfPreselectedPlatform(
  picker: object,
  platform: Platform | undefined,
  { connections, journey }: OpenPreselectedPlatformOptions,
): void {
  if (!platform || !connections) return;
  const { state } = journey;
  const latestKey = latestKeys.get(picker);
  const mayOpen = state.at === 'choosing' || (state.at === 'preparing' && state.platform.key === latestKey);
  latestKeys.set(picker, mayOpen || state.platform.key === platform.key ? platform.key : '');
  if (!mayOpen || latestKey === platform.key) return;
  if (findLinkedOrPendingConnection(connections, platform.key)?.status === 'Linked') journey.reset();
  else journey.preselect(createConnectRequest(platform, connections));
}
