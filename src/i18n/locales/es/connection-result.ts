import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const connectionResult: Translation['connectionResult'] = {
  checking: 'Comprobando su conexión',
  connected: (platform, lender) => ({
    title: `La conexión con ${platform} está lista`,
    advice: `${we(lender)} ya puede leer sus datos. Puede desconectar en cualquier momento.`,
  }),
  declined: (platform) => ({
    title: `No hay conexión con ${platform}`,
    advice: 'Usted canceló en la página de inicio de sesión. No se ha compartido nada.',
  }),
  unsupported: (platform) => ({
    title: `${platform} no se puede conectar aquí`,
    advice: 'Vuelva atrás para elegir otra plataforma.',
  }),
  failed: (platform) => ({
    title: `No hay conexión con ${platform}`,
    advice: `${platform} ha informado de un problema. Vuelva atrás para intentarlo de nuevo.`,
  }),
  unfinished: (platform) => ({
    title: `Todavía no hay conexión con ${platform}`,
    advice: 'Vuelva atrás para terminar cuando quiera.',
  }),
  shared: {
    connected: (platform) => ({
      title: `La conexión con ${platform} está lista`,
      advice: 'Puede cerrar esta ventana. Quien le envió el enlace lo ve por su cuenta.',
    }),
    declined: (platform) => ({
      title: `No hay conexión con ${platform}`,
      advice:
        'Usted canceló en la página de inicio de sesión y no se ha compartido nada. Su enlace sigue funcionando.',
    }),
    unsupported: (platform, lender) => ({
      title: `${platform} no se puede conectar aquí`,
      advice: `${we(lender)} no puede utilizarla. Dígaselo a quien le envió el enlace.`,
    }),
    failed: (platform) => ({
      title: `No hay conexión con ${platform}`,
      advice: `${platform} ha informado de un problema. Abra su enlace otra vez para intentarlo de nuevo.`,
    }),
    unfinished: (platform) => ({
      title: `Todavía no hay conexión con ${platform}`,
      advice: 'Abra su enlace otra vez para terminar.',
    }),
  },
  unknown: (lender) => ({
    title: 'Desde aquí no podemos saber qué ha pasado',
    advice: `Vuelva a ${lender || 'la página de la que viene'} para ver si la conexión está activa.`,
  }),
  continueTo: (lender) => (lender ? `Continuar a ${lender}` : 'Continuar'),
  closeWindow: 'Cerrar esta ventana',
  cannotClose: 'Su navegador mantiene abierta esta ventana. Puede cerrarla usted.',
};
