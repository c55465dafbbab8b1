import { PoweredByCodat } from '../components/powered-by-codat/powered-by-codat.js';
import { registerTagUnlessTaken } from './register.js';

registerTagUnlessTaken('powered-by-codat', PoweredByCodat);

export { PoweredByCodat };
export type * from '../events/index.js';
