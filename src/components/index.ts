/** The elements. A class is named after its tag: `ConnectionList` is `<connection-list>`. */
export { ConnectionList } from './connection-list/connection-list.js';
export { ConnectionResult } from './connection-result/connection-result.js';
export { PlatformPicker } from './platform-picker/platform-picker.js';
export { PoweredByCodat } from './powered-by-codat/powered-by-codat.js';
export { SyncProgress } from './sync-progress/sync-progress.js';
