import { listFormatter, dataTypeNames } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';

const list = listFormatter('es');

/** Types of data in the middle of a sentence. */
const row = (types: readonly string[]): string =>
  list(types.map((type) => type.charAt(0).toLowerCase() + type.slice(1)));

export const syncProgress: Translation['syncProgress'] = {
  heading: (platforms, reading) => {
    const what = reading ? 'Leyendo sus datos' : 'Sus datos';
    return platforms.length > 0 ? `${what} de ${list(platforms)}` : what;
  },
  nothing: 'Lo que se lee aparece aquí en cuanto hay algo conectado.',
  idle: 'Ahora mismo no se lee nada.',
  progress: {
    waiting: () => 'En espera',
    reading: () => 'Leyendo',
    ready: () => 'Disponible',
    'not-offered': (platform) => `${platform} no lo ofrece`,
    failed: () => 'No se pudo leer',
  },
  readingShare: (percent) => `Leyendo: ${percent}`,
  pausedUntil: (when) => `En pausa hasta el ${when}`,
  count: (ready, all) => `Disponibles: ${ready} de ${all}`,
  reading: 'Esto tarda unos minutos. Puede salir de esta página; la lectura continúa.',
  enough: 'Es suficiente para empezar. El resto llega en segundo plano; puede salir de esta página.',
  complete: 'Se ha leído todo lo que se puede leer.',
  partly: 'Se ha leído todo lo demás.',
  nothingRead: 'No se pudo leer nada.',
  slow: {
    overnight: (platform) =>
      `${platform} se lee entre las 19:00 y las 7:00, con el ordenador en el que funciona encendido. Puede salir de esta página.`,
    whileComputerIsOn: (platform) =>
      `La lectura empieza cuando está encendido el ordenador en el que funciona ${platform}. Puede salir de esta página.`,
    afterInstalling: (platform) =>
      `La lectura empieza de 10 a 20 minutos después de conectar, cuando está instalado en ${platform} lo que la hace posible. Puede salir de esta página.`,
  },
  troubles: {
    reconnect: (types, platform, lender) =>
      `${platform} ya no permite a ${lender || 'esta entidad'} leer estos datos: ${row(types)}. Vuelva a conectar para continuar.`,
    permission: (types, platform) =>
      `Quien inició sesión en ${platform} no puede ver estos datos: ${row(types)}. Pida a un administrador de ${platform} que lo permita.`,
    prerequisite: (types, platform, lender) =>
      `Hay que configurar algo en ${platform} para leer estos datos: ${row(types)}. Contacte con ${lender || 'el servicio de atención'} para saber qué es.`,
    later: (types, platform) =>
      `${platform} no ha dado estos datos: ${row(types)}. Puede que los dé en la próxima petición; usted no tiene que hacer nada.`,
    support: (types) =>
      `Estos datos no se han podido entender: ${row(types)}. Codat está pendiente; usted no tiene que hacer nada.`,
    stopped: (types, _, lender) =>
      `La lectura de estos datos se detuvo: ${row(types)}. Si no era lo previsto, contacte con ${lender || 'el servicio de atención'}.`,
  },
  older: 'Lo que se leyó antes se puede seguir utilizando.',
  reconnect: (platform) => `Volver a conectar ${platform}`,
  dataType: dataTypeNames(
    {
      accountTransactions: 'Movimientos de las cuentas',
      balanceSheet: 'Balance de situación',
      bankAccounts: 'Cuentas bancarias',
      bankTransactions: 'Movimientos bancarios',
      billCreditNotes: 'Notas de crédito de proveedores',
      billPayments: 'Pagos a proveedores',
      bills: 'Facturas de proveedores',
      cashFlowStatement: 'Estado de flujos de efectivo',
      chartOfAccounts: 'Plan de cuentas',
      company: 'Datos de la empresa',
      creditNotes: 'Notas de crédito',
      customers: 'Clientes',
      directCosts: 'Compras al contado',
      directIncomes: 'Ventas al contado',
      invoices: 'Facturas',
      itemReceipts: 'Recepciones de artículos',
      items: 'Artículos',
      journalEntries: 'Asientos contables',
      journals: 'Diarios',
      paymentMethods: 'Medios de pago',
      payments: 'Pagos',
      profitAndLoss: 'Pérdidas y ganancias',
      purchaseOrders: 'Pedidos a proveedores',
      salesOrders: 'Pedidos de clientes',
      suppliers: 'Proveedores',
      taxRates: 'Tipos de impuesto',
      trackingCategories: 'Categorías de seguimiento',
      transfers: 'Traspasos',
      'banking-accountBalances': 'Saldos de las cuentas',
      'banking-accounts': 'Cuentas bancarias',
      'banking-transactionCategories': 'Categorías de movimientos',
      'banking-transactions': 'Movimientos bancarios',
      companyInfo: 'Datos de la tienda',
      disputes: 'Reclamaciones',
      locations: 'Ubicaciones',
      orders: 'Pedidos',
      productCategories: 'Categorías de productos',
      products: 'Productos',
      taxComponents: 'Impuestos',
      transactions: 'Transacciones',
    },
    'Otros datos',
  ),
};
