import type { Translation } from '../../register.js';

export const common: Translation['common'] = {
  loading: 'Wird geladen',
  tryAgain: 'Erneut versuchen',
  reload: 'Seite neu laden',
  signIn: 'Anmelden',
  away: 'Dieser Dienst ist gerade nicht erreichbar.',
  opening: (platform) => `${platform} wird geöffnet`,
};
