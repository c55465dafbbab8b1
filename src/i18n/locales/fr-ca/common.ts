import type { Translation } from '../../register.js';

export const common: Translation['common'] = { signIn: 'Ouvrir une session' };
