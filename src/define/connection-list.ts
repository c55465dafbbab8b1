import { ConnectionList } from '../components/connection-list/connection-list.js';
import { register } from './register.js';

register('connection-list', ConnectionList);

export { ConnectionList };
export type * from '../events/index.js';
