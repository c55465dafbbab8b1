import type { Translation } from '../../register.js';

export const common: Translation['common'] = {
  loading: 'Chargement',
  tryAgain: 'Réessayer',
  opening: (platform) => `${platform} s’ouvre`,
  reference: (id) => `Référence ${id}`,
};
