import type { Translation } from '../../register.js';

export const common: Translation['common'] = {
  loading: 'Wird geladen',
  tryAgain: 'Erneut versuchen',
  opening: (platform) => `${platform} wird geöffnet`,
  reference: (id) => `Referenz ${id}`,
};
