import { plural } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const connectionList: Translation['connectionList'] = {
  heading: 'Sus conexiones',
  empty: 'Todavía no hay nada conectado.',
  unreadable: plural('es', { one: '# no se puede mostrar.', other: '# no se pueden mostrar.' }),
  needsPerson: 'Pendiente de usted',
  statuses: {
    Linked: 'Conectada',
    PendingAuth: 'Conexión por terminar',
    Failed: 'No se pudo conectar',
    Deauthorized: 'Acceso perdido',
    Unlinked: 'Desconectada',
    ReadOnce: 'Leída una vez',
    Unknown: 'Por revisar',
  },
  whys: {
    unfinished: (platform) =>
      `No ha terminado de iniciar sesión en ${platform}. Todavía no se comparte nada.`,
    declined: (platform) => `Se canceló el inicio de sesión en ${platform}. Todavía no se comparte nada.`,
    failed: (platform, lender) =>
      `${platform} informó de un problema durante el inicio de sesión. Si vuelve a ocurrir, contacte con ${lender || 'el servicio de atención'}.`,
    unsupported: (platform, lender) =>
      `${platform} no se puede conectar aquí. Elija otra plataforma o contacte con ${lender || 'el servicio de atención'}.`,
    lost: (platform, lender) =>
      `${platform} ya no permite leer a ${lender || 'esta entidad'}. El acceso ha caducado o se retiró allí.`,
    readOnce: (platform, lender) =>
      `${we(lender)} ha leído ${platform} y no lee nada nuevo. Si no era lo previsto, contacte con ${lender || 'el servicio de atención'}.`,
    unlinked: (_, lender) => `${we(lender)} conserva lo que ya ha leído y no lee nada nuevo.`,
    unknown: (platform, lender) =>
      `Hay algo que revisar en ${platform}. Contacte con ${lender || 'el servicio de atención'} para saber qué es.`,
  },
  since: (date) => `desde el ${date}`,
  read: (ago) => `leída ${ago}`,
  ways: {
    finish: { short: 'Terminar', whole: (platform) => `Terminar de conectar ${platform}` },
    tryAgain: {
      short: 'Intentar de nuevo',
      whole: (platform) => `Intentar de nuevo conectar ${platform}`,
    },
    reconnect: { short: 'Volver a conectar', whole: (platform) => `Volver a conectar ${platform}` },
  },
  more: (platform) => `Más sobre ${platform}`,
  actions: { disconnect: 'Desconectar', delete: 'Eliminar' },
  under: {
    disconnect: (platform) => `Desconectando ${platform}`,
    delete: (platform) => `Eliminando ${platform}`,
  },
  done: {
    disconnect: (platform, lender) =>
      `La conexión con ${platform} está cortada. ${we(lender)} conserva lo que ya ha leído y no lee nada nuevo.`,
    delete: (platform, lender) =>
      `La conexión con ${platform} está eliminada. ${we(lender)} ya no puede leer sus datos a través de Codat.`,
  },
  changed: (platform, status) => `${platform}: ${status}`,
  ofOrganisation: (platform, organisation) => `${platform} (${organisation})`,
  connectAnother: { Banking: 'Conectar otro banco', Commerce: 'Conectar otra tienda' },
  details: {
    show: 'Detalles',
    hide: 'Ocultar los detalles',
    heading: (platform) => `Detalles de ${platform}`,
    organisation: 'Empresa',
    unnamed: (platform) => `${platform} no lo indica`,
    since: 'Conectada desde',
    begun: 'Comenzada',
    lastRead: 'Última lectura',
    never: 'Todavía no',
    dataTypes: 'Qué se lee',
    noDataTypes: 'Todavía nada',
    unreadable: 'En este momento no se puede consultar.',
    reference: 'Referencia',
  },
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
