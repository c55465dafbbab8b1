import type { Translation } from '../../messages-for.js';

export const common: Translation['common'] = { signIn: 'Ouvrir une session' };
