import type { Translation } from '../../messages-for.js';

/** The lender by name, or as people can tell whom we mean. */
export const we = (lender: string): string => lender || 'Dieser Kreditgeber';

export const common: Translation['common'] = {
  loading: 'Wird geladen',
  tryAgain: 'Erneut versuchen',
  reload: 'Seite neu laden',
  signIn: 'Anmelden',
  away: 'Dieser Dienst ist gerade nicht erreichbar.',
  opening: (platform) => `${platform} wird geöffnet`,
};
