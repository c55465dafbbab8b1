import type { Translation } from '../../register.js';
import { we } from './we.js';

export const connectionList: Translation['connectionList'] = {
  heading: 'Sus conexiones',
  empty: 'Todavía no hay nada conectado.',
  statuses: {
    Linked: 'Conectada',
    PendingAuth: 'Conexión por terminar',
    Failed: 'No se pudo conectar',
    Deauthorized: 'Acceso perdido',
    Unlinked: 'Desconectada',
    Unknown: 'Por revisar',
  },
  since: (date) => `desde el ${date}`,
  read: (ago) => `leída ${ago}`,
  finish: 'Terminar la conexión',
  actions: { reconnect: 'Volver a conectar', disconnect: 'Desconectar', delete: 'Eliminar' },
  actionOn: (action, platform) => `${action}: ${platform}`,
  under: {
    disconnect: (platform) => `Desconectando ${platform}`,
    delete: (platform) => `Eliminando ${platform}`,
  },
  disconnected: (platform) =>
    `La conexión con ${platform} está cortada. Lo que se leyó se conserva y no se lee nada nuevo.`,
  deleted: (platform) => `La conexión con ${platform} está eliminada.`,
  confirm: {
    disconnect: (platform, lender) => ({
      title: `¿Desconectar ${platform}?`,
      advice: `${we(lender)} conserva lo que ya ha leído y no lee nada nuevo. Puede volver a conectar en cualquier momento.`,
      yes: 'Desconectar',
      no: 'Mantener la conexión',
    }),
    delete: (platform, lender) => ({
      title: `¿Eliminar la conexión con ${platform}?`,
      advice: `${we(lender)} ya no podrá leer los datos de esta conexión a través de Codat. Esto no se puede deshacer.`,
      yes: 'Eliminar definitivamente',
      no: 'Conservar',
    }),
  },
};
