import { PoweredByCodat } from '../components/powered-by-codat/powered-by-codat.js';
import { register } from './register.js';

register('powered-by-codat', PoweredByCodat);

export { PoweredByCodat };
export type * from '../events/index.js';
