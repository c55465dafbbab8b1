import { ConnectionResult } from '../components/connection-result/connection-result.js';
import { registerTagUnlessTaken } from './register.js';

registerTagUnlessTaken('connection-result', ConnectionResult);

export { ConnectionResult };
export type * from '../events/index.js';
