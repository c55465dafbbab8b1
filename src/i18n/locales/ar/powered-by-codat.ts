import { isolate } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';

export const poweredByCodat: Translation['poweredByCodat'] = {
  label: `بتقنية ${isolate('Codat')}`,
};
