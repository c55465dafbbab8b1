import { isolated } from '../../grammar.js';
import type { Translation } from '../../register.js';

export const poweredByCodat: Translation['poweredByCodat'] = {
  label: `بتقنية ${isolated('Codat')}`,
};
