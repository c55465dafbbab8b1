import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const sharing: Translation['sharing'] = {
  ask: '¿Otra persona tiene los datos de acceso?',
  choose: 'Elija la plataforma que utiliza esa persona. Obtiene un enlace para enviárselo.',
  myself: 'Tengo yo los datos de acceso',
  heading: (platform) => `Enviar un enlace para ${platform}`,
  explains: (platform, lender) => [
    `Quien tiene los datos de acceso abre el enlace e inicia sesión en ${platform} por su cuenta. Usted no necesita su contraseña y esa persona no ve nada de su solicitud.`,
    `El enlace muestra que lo pide ${lender || 'la entidad'}. Funciona durante un tiempo limitado y usted puede retirarlo.`,
  ],
  get: 'Obtener el enlace',
  making: { title: 'Creando el enlace', advice: '' },
  standings: {
    open: (platform) => ({
      title: `Envíe este enlace a quien tiene los datos de acceso a ${platform}`,
      advice: 'Esta página muestra cuándo termina. Puede salir de ella: el enlace sigue funcionando.',
    }),
    used: (platform) => ({
      title: `Alguien está iniciando sesión en ${platform}`,
      advice: 'Han abierto su enlace y todavía no han terminado. Hasta entonces sigue funcionando.',
    }),
    connected: (platform) => ({
      title: `La conexión con ${platform} está lista`,
      advice: 'Puede desconectar en cualquier momento.',
    }),
    withdrawn: (platform) => ({
      title: `El enlace para ${platform} está retirado`,
      advice: 'Ya nadie puede iniciar sesión con él.',
    }),
    expired: (platform) => ({
      title: `El enlace para ${platform} ha caducado`,
      advice: 'Nadie terminó de iniciar sesión con él. Cree otro para enviarlo.',
    }),
    Unknown: (platform) => ({
      title: `En este momento no se puede saber cómo está el enlace para ${platform}`,
      advice: 'Recargue esta página para verlo.',
    }),
  },
  link: 'El enlace que debe enviar',
  copy: 'Copiar el enlace',
  mail: 'Enviarlo por correo electrónico',
  subject: (platform, lender) => `${we(lender)} pide conectar ${platform}`,
  body: (platform, lender, { url, until }) =>
    [
      'Hola:',
      `${we(lender)} pide leer nuestros datos en ${platform} y usted tiene los datos de acceso. Abra este enlace e inicie sesión allí:`,
      url,
      ...(until ? [`Funciona hasta el ${until}.`] : []),
      'La contraseña se escribe en la propia plataforma: ni la entidad ni yo la vemos.',
    ].join('\n\n'),
  until: (date) => `Funciona hasta el ${date}`,
  again: 'Crear otro enlace',
  sent: 'Sus enlaces',
  statuses: {
    open: 'Todavía sin abrir',
    used: 'Abierto, sin terminar',
    connected: 'Conectada',
    withdrawn: 'Retirado',
    expired: 'Caducado',
    Unknown: 'No se sabe',
  },
  withdraw: 'Retirar',
  withdrawFor: (platform) => `Retirar el enlace para ${platform}`,
  tooMany: {
    title: 'Ya hay muchos enlaces',
    advice: 'Retire uno que ya no haga falta y cree otro.',
  },
};
