import type { Translation } from '../../messages-for.js';

export const poweredByCodat: Translation['poweredByCodat'] = { label: 'Service fourni par Codat' };
