import type { Translation } from '../../messages-for.js';

/** The lender by name, or as people can tell whom we mean. */
export const we = (lender: string): string => lender || 'Esta entidad';

export const common: Translation['common'] = {
  loading: 'Cargando',
  tryAgain: 'Intentar de nuevo',
  reload: 'Recargar la página',
  signIn: 'Iniciar sesión',
  away: 'Este servicio no está disponible en este momento.',
  opening: (platform) => `Se abre ${platform}`,
};
