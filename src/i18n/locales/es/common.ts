import type { Translation } from '../../register.js';

export const common: Translation['common'] = {
  loading: 'Cargando',
  tryAgain: 'Intentar de nuevo',
  opening: (platform) => `Se abre ${platform}`,
  reference: (id) => `Referencia ${id}`,
};
