import type { Translation } from '../../register.js';

export const common: Translation['common'] = {
  loading: 'Cargando',
  tryAgain: 'Intentar de nuevo',
  reload: 'Recargar la página',
  signIn: 'Iniciar sesión',
  away: 'Este servicio no está disponible en este momento.',
  opening: (platform) => `Se abre ${platform}`,
};
