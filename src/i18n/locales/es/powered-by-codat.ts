import type { Translation } from '../../register.js';

export const poweredByCodat: Translation['poweredByCodat'] = { label: 'Con la tecnología de Codat' };
