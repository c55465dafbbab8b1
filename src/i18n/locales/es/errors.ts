import type { Advice } from '../../messages.js';
import type { Translation } from '../../messages-for.js';

const away: Advice = {
  title: 'Este servicio no está disponible en este momento',
  advice: 'No se pierde nada. Inténtelo de nuevo en un momento.',
};

const wrong: Advice = {
  title: 'Algo no ha funcionado',
  advice: 'Si vuelve a ocurrir, contacte con el servicio de atención.',
};

export const errors: Translation['errors'] = {
  'signed-out': {
    title: 'Su sesión está cerrada',
    advice: 'Inicie sesión de nuevo para seguir donde estaba.',
  },
  token: away,
  refused: {
    title: 'No tiene acceso a esto',
    advice: 'Contacte con el servicio de atención para obtenerlo.',
  },
  missing: {
    title: 'Esto ya no está aquí',
    advice: 'Si debería estar, contacte con el servicio de atención.',
  },
  rejected: wrong,
  busy: {
    title: 'Hay muchas personas aquí en este momento',
    advice: 'Espere un minuto e inténtelo de nuevo.',
  },
  unavailable: away,
  slow: {
    title: 'Esto tarda demasiado en este momento',
    advice: 'No se pierde nada. Inténtelo de nuevo en un momento.',
  },
  unreachable: away,
  offline: {
    title: 'No hay conexión a Internet',
    advice: 'Revise su red e inténtelo de nuevo.',
  },
  unreadable: wrong,
  declined: {
    title: 'La plataforma ha informado de un problema',
    advice: 'No se ha conectado nada. Inténtelo de nuevo o elija otra plataforma.',
  },
  unsupported: {
    title: 'Esta plataforma no se puede conectar aquí',
    advice: 'Elija otra o contacte con el servicio de atención.',
  },
};
