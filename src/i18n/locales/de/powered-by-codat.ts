import type { Translation } from '../../messages-for.js';

export const poweredByCodat: Translation['poweredByCodat'] = { label: 'Ermöglicht durch Codat' };
