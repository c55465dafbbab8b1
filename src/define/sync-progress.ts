import { SyncProgress } from '../components/sync-progress/sync-progress.js';
import { registerTagUnlessTaken } from './register.js';

registerTagUnlessTaken('sync-progress', SyncProgress);

export { SyncProgress };
export type * from '../events/index.js';
