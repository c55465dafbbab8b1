import type { PageWords } from './page-words.js';

export const es: PageWords = {
  invitation: {
    title: (lender, platform) => `${lender} pide conectar ${platform}`,
    why: (lender, platform) =>
      `Alguien que trata con ${lender} le ha enviado este enlace, porque usted tiene los datos de acceso a ${platform}. Si no sabe quién puede ser, pregunte antes de continuar.`,
    next: (lender, platform) =>
      `A continuación se abre el inicio de sesión de ${platform}. Allí escribe su contraseña: no la ven ni ${lender} ni quien le envió este enlace. Allí decide también si ${lender} puede leer los datos.`,
    until: ['Este enlace funciona hasta el ', '.'],
    continueTo: (platform) => `Continuar a ${platform}`,
    tryAgain: 'Intentarlo de nuevo',
  },
  handedOn: {
    why: (lender, platform) =>
      `Esta dirección se creó para un cliente de ${lender} que conecta ${platform} desde su propia página. Todo lo que se conecte con ella pertenece a ese cliente: ${lender} lo lee para su empresa, no para la de usted. Si se la enviaron y no sabe por qué, no siga adelante.`,
  },
  invitationProblems: {
    missing: {
      title: 'Este enlace no funciona',
      next: 'Puede que haya caducado o que lo hayan retirado. Pida otro a quien se lo envió.',
    },
    used: {
      title: 'Este enlace ya ha cumplido su función',
      next: 'Lo que había que conectar está conectado y aquí no queda nada por hacer. Para conectarlo otra vez, pida otro enlace a quien se lo envió.',
    },
    unavailable: {
      title: 'En este momento no se puede iniciar sesión',
      next: 'No se ha perdido nada. Espere un minuto e inténtelo de nuevo.',
    },
  },
  signInProblems: {
    incomplete: {
      title: 'Este enlace no está completo',
      next: 'Vuelva atrás y elija otra vez lo que quiere conectar.',
    },
    anothers: {
      title: 'No puede usar este enlace',
      next: 'Puede que sea de una empresa distinta de aquella con la que ha iniciado sesión. Vuelva atrás y empiece desde su propia página.',
    },
    missing: {
      title: 'Esta conexión ya no existe',
      next: 'Puede que la hayan eliminado. Vuelva atrás para conectar de nuevo.',
    },
    expired: {
      title: 'Este enlace ya no funciona',
      next: 'Los enlaces para iniciar sesión funcionan diez minutos. Vuelva atrás y elija otra vez lo que quiere conectar.',
    },
    unavailable: {
      title: 'En este momento no se puede iniciar sesión',
      next: 'No se ha perdido nada. Espere un minuto, vuelva atrás e inténtelo de nuevo.',
    },
  },
  goBack: { text: 'Volver atrás' },
};
