import { SyncProgress } from '../components/sync-progress/sync-progress.js';
import { register } from './register.js';

register('sync-progress', SyncProgress);

export { SyncProgress };
export type * from '../events/index.js';
