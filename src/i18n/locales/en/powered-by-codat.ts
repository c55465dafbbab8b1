import type { Messages } from '../../messages.js';

export const poweredByCodat: Messages['poweredByCodat'] = { label: 'Powered by Codat' };
