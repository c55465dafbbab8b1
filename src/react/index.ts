'use client';
/** The elements as React components, for React 18 and 19. */
export { ConnectionList } from './connection-list.js';
export { ConnectionResult } from './connection-result.js';
export { PlatformPicker } from './platform-picker.js';
export { PoweredByCodat } from './powered-by-codat.js';
export { SyncProgress } from './sync-progress.js';
