import type { Translation } from '../../messages-for.js';

/** The lender by name, or as people can tell whom we mean. */
export const we = (lender: string): string => lender || 'Ce prêteur';

export const common: Translation['common'] = {
  loading: 'Chargement',
  tryAgain: 'Réessayer',
  reload: 'Recharger la page',
  signIn: 'S’identifier',
  away: 'Ce service est momentanément inaccessible.',
  opening: (platform) => `${platform} s’ouvre`,
};
