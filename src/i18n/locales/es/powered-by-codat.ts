import type { Translation } from '../../messages-for.js';

export const poweredByCodat: Translation['poweredByCodat'] = { label: 'Con la tecnología de Codat' };
