import type { Translation } from '../../register.js';

export const poweredByCodat: Translation['poweredByCodat'] = { label: 'Ermöglicht durch Codat' };
