import { ConnectionResult } from '../components/connection-result/connection-result.js';
import { register } from './register.js';

register('connection-result', ConnectionResult);

export { ConnectionResult };
export type * from '../events/index.js';
