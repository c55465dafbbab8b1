import { ConnectionList } from '../components/connection-list/connection-list.js';
import { registerTagUnlessTaken } from './register.js';

registerTagUnlessTaken('connection-list', ConnectionList);

export { ConnectionList };
export type * from '../events/index.js';
