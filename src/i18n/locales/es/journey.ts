import type { Translation } from '../../messages-for.js';

export const journey: Translation['journey'] = {
  creating: { title: 'Preparando', advice: 'En un momento se abre la página de inicio de sesión.' },
  authorizing: (platform, by) => ({
    title: `Termine de iniciar sesión en ${platform}`,
    advice:
      by === 'tab'
        ? 'Eso se hace en esta pestaña; después vuelve aquí.'
        : `${by === 'host' ? 'Se ha abierto la página para ello.' : 'Se ha abierto una ventana para ello.'} Esta página avanza sola cuando usted termina.`,
  }),
  blocked: (platform) => ({
    title: `Continúe a ${platform}`,
    advice:
      'Su navegador no ha abierto la ventana de inicio de sesión. Continúe en esta pestaña; después vuelve aquí.',
  }),
  continueTo: (platform) => `Continuar a ${platform}`,
  confirming: (platform) => ({
    title: `Comprobando con ${platform}`,
    advice: 'Esto tarda unos segundos.',
  }),
  connected: (platform, organisation) => ({
    title: `La conexión con ${organisation ?? platform} está lista`,
    advice: organisation
      ? `A través de ${platform}. Puede desconectar en cualquier momento.`
      : 'Puede desconectar en cualquier momento.',
  }),
  abandoned: {
    declined: (platform) => ({
      title: `No hay conexión con ${platform}`,
      advice: 'Usted canceló en la página de inicio de sesión. No se ha compartido nada.',
    }),
    returned: (platform) => ({
      title: `Todavía no hay conexión con ${platform}`,
      advice: 'Usted volvió antes de terminar. Empiece de nuevo cuando quiera.',
    }),
    cancelled: (platform) => ({
      title: `No hay conexión con ${platform}`,
      advice: 'Usted lo dejó antes de terminar. Puede retomarlo en cualquier momento.',
    }),
    expired: (platform) => ({
      title: `Todavía no hay conexión con ${platform}`,
      advice:
        'El inicio de sesión tardó más de media hora y hemos dejado de esperar. Empiece de nuevo cuando quiera.',
    }),
  },
  sameAsBefore: (organisation) =>
    organisation
      ? `Inicie sesión para ${organisation}, como antes.`
      : 'Inicie sesión para la misma empresa que antes.',
  unsure: (was, now) =>
    now
      ? 'Aquí nadie puede decirnos si es la misma empresa que antes. Si no lo es, desconéctela y vuelva a conectar.'
      : `No se nos dice de qué empresa se trata${was ? `; antes era ${was}` : ''}. Si inició sesión para otra, desconéctela y vuelva a conectar.`,
  comparing: (platform, was, now) => ({
    title: `Ha iniciado sesión para ${now}`,
    advice: `Antes, ${platform} estaba conectado para ${was}. Siga con ${now}, o desconéctela e inicie sesión otra vez.`,
  }),
  carryOn: (organisation) => `Seguir con ${organisation}`,
  onceMore: 'Desconectar e iniciar sesión otra vez',
  inApp:
    'Esta página está abierta dentro de otra aplicación. Algunas plataformas no dejan iniciar sesión ahí, así que ábrala en su navegador.',
  openInBrowser: 'Abrir en el navegador',
  notListed: '¿No encuentra la suya?',
  otherWays: (lender) => `Pregunte a ${lender || 'la entidad'} qué puede enviar en su lugar.`,
  startAgain: 'Empezar de nuevo',
  openHere: 'Abrir en esta pestaña',
  cancel: 'Cancelar',
  leave: {
    connected: 'Listo',
    another: 'Conectar otra',
    platforms: 'Elegir otra plataforma',
    away: 'Cerrar',
  },
};
