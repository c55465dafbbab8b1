import type { Translation } from '../../register.js';

export const common: Translation['common'] = {
  loading: 'Chargement',
  tryAgain: 'Réessayer',
  reload: 'Recharger la page',
  signIn: 'S’identifier',
  away: 'Ce service est momentanément inaccessible.',
  opening: (platform) => `${platform} s’ouvre`,
};
