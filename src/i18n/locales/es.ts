import { createDataTypeNameLookup, createListFormatter, createPluralFormatter } from '../formatters.js';
import type { TitledMessage, PartialMessages } from '../messages.js';

/** The lender's name, or a phrase for the lender if there is none. */
const we = (lender: string): string => lender || 'Esta entidad';

const away: TitledMessage = {
  title: 'Este servicio no está disponible en este momento',
  advice: 'No se pierde nada. Inténtelo de nuevo en un momento.',
};

const wrong: TitledMessage = {
  title: 'Algo no ha funcionado',
  advice: 'Si vuelve a ocurrir, contacte con el servicio de atención.',
};

/** The phrase for a person's platform, by source type. */
const possessions: Readonly<Record<string, string>> = {
  Accounting: 'su programa de contabilidad',
  Banking: 'su banco',
  Commerce: 'su tienda',
};

const list = createListFormatter('es');

function connect(sourceTypes: readonly string[]): string {
  const known = sourceTypes.flatMap((type) => possessions[type] ?? []);
  return `Conecte ${known.length > 0 ? list(known) : 'su empresa'}`;
}

/** A list of data types in the middle of a sentence, so in lower case. */
const row = (types: readonly string[]): string =>
  list(types.map((type) => type.charAt(0).toLowerCase() + type.slice(1)));

const dataType = createDataTypeNameLookup(
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
);

/** Spanish, with the formal "usted", in words that are common in Spain and in Latin America. */
export const es = {
  common: {
    loading: 'Cargando',
    tryAgain: 'Intentar de nuevo',
    reload: 'Recargar la página',
    signIn: 'Iniciar sesión',
    away: 'Este servicio no está disponible en este momento.',
    opening: (platform) => `Se abre ${platform}`,
  },
  copying: {
    reference: (id) => `Referencia ${id}`,
    copy: 'Copiar',
    copied: 'Copiado',
    notCopied: 'Su navegador no lo copia. Selecciónelo y cópielo usted.',
  },
  errors: {
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
    outdated: { title: 'Esta página no está actualizada', advice: 'Recárguela para seguir.' },
    rejected: wrong,
    busy: {
      title: 'Este servicio está muy solicitado en este momento',
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
  },
  sourceTypes: {
    Accounting: 'Contabilidad',
    Banking: 'Bancos',
    BankFeed: 'Movimientos bancarios',
    Commerce: 'Tiendas y pagos',
    Expense: 'Gastos',
    Other: 'Otras',
    Unknown: 'Otras',
  },
  platformPicker: {
    heading: connect,
    search: 'Busque su plataforma',
    results: createPluralFormatter('es', { one: '# plataforma', other: '# plataformas' }),
    resultsFor: (results, query) => `${results} para ${query}`,
    moreResults: createPluralFormatter('es', { other: 'y # más: siga escribiendo' }),
    showAll: createPluralFormatter('es', { other: 'Mostrar las #' }),
    none: 'En este momento no hay nada que conectar aquí.',
    noneFor: (query) =>
      `No hay resultados para «${query}». Revise la ortografía o pruebe con un nombre más corto.`,
    mostUsed: 'Las más utilizadas',
    marks: { connected: 'Conectada', pending: 'Terminar la conexión', failed: 'Intentar de nuevo' },
    required: (types) => `${connect(types)} para continuar.`,
  },
  preparing: {
    alreadyConnected: (platform, lender) => ({
      title: `La conexión con ${platform} está activa`,
      advice: `Solo puede haber una plataforma de contabilidad conectada a la vez. Si cambia, ${lender || 'esta entidad'} conserva lo que ya ha leído.`,
    }),
    replace: (connected, wanted) => `Desconectar ${connected} y conectar ${wanted}`,
    heading: (platform) => `Conectar ${platform}`,
    needsHeading: 'Antes de empezar',
    needsThere: 'Qué necesitará allí',
    copyKey: 'Copiar la clave de licencia',
    needs: {
      administrator: (platform) => `Inicia sesión en ${platform} con permisos de administrador.`,
      companyAdministrator: (platform) =>
        `Inicia sesión en ${platform} como administrador principal o administrador de la empresa.`,
      adminApproval: () =>
        'Es posible que su administrador de Microsoft deba aprobarlo primero. Después, empiece de nuevo.',
      staffPermissions: (platform) =>
        `Su cuenta de ${platform} tiene los permisos «Enable app development» y «Develop apps».`,
      windowsComputer: (platform) =>
        `Está ante el ordenador con Windows en el que funciona ${platform}. En un Mac no es posible.`,
      windowsAdministrator: () => 'Puede instalar programas en ese ordenador.',
      ownComputer: (platform) =>
        `${platform} funciona en ese mismo ordenador y no en un servicio de alojamiento como Online50.`,
      installer: () => 'Descarga un programa pequeño y lo instala allí.',
      orHosted: () => 'No hay nada que instalar si utiliza QuickBooks Enterprise Cloud o Rightworks.',
      licenceKey: () => 'El programa pide una clave de licencia. La copia de esta página.',
      companyOpen: (platform) => `${platform} está abierto y ha entrado en la empresa que quiere conectar.`,
      fileUser: (platform) =>
        `Conoce el nombre y la contraseña de un usuario de ${platform} que puede leerlo todo.`,
      accountRightFileUser: () =>
        'Para un archivo de AccountRight, conoce su nombre de usuario y su contraseña, que Codat pide y guarda.',
      onlineFile: () => 'El archivo de su empresa está en línea, no solo en un ordenador.',
      bundle: (platform) => `Instala el paquete «AppLink» en ${platform} y activa cuatro de sus funciones.`,
      extension: (platform) =>
        `La extensión «App Link» de Codat está instalada en ${platform}. Mientras tanto, la página puede recargarse sola.`,
      subsidiary: () => 'Elige la cuenta de producción y una sola filial.',
      webServices: (platform) => `Activa los servicios web en ${platform}.`,
      webServicesUser: () =>
        'Crea un usuario de servicios web e introduce su nombre y su contraseña junto con el identificador de su empresa.',
      entityAccess: (platform) => `El acceso por entidad está activado en ${platform}.`,
      storeAddress: () => 'Conoce la dirección web de su tienda.',
      storeName: () => 'Conoce el nombre de su tienda: lo que va delante de .myshopify.com en su dirección.',
      ownApp: () =>
        'Crea una aplicación propia en el Dev Dashboard de Shopify, la instala y copia su ID de cliente y su secreto.',
      apiAccount: (platform) =>
        `Crea una cuenta de API de tienda en ${platform} y copia cuatro valores. Solo se muestran una vez.`,
      onePerRegion: () =>
        'Cada mercado se conecta por separado. Repita la conexión por cada región en la que vende.',
      bank: (platform) => `Elige su banco en ${platform} e inicia sesión en él desde allí.`,
      every90Days: () => 'Cada 90 días se le pide que lo confirme.',
      noTrial: () => 'Una cuenta de prueba no se puede conectar.',
      notSelfEmployed: () => 'QuickBooks Self-Employed no se puede conectar.',
      notClassic: () => 'FreshBooks Classic no se puede conectar.',
      standardOnline: () =>
        'Utiliza la edición Standard en línea. Sage 200 Professional no se puede conectar.',
    },
    password: {
      platform: (platform, lender) =>
        `Inicia sesión en la propia página de ${platform}. ${we(lender)} nunca ve su contraseña.`,
      codat: (platform, lender) =>
        `Introduce sus datos de acceso a ${platform} en una página de Codat, que lee sus datos para ${lender || 'esta entidad'}.`,
      connector: (platform) =>
        `Introduce su contraseña de ${platform} en el programa que instala, nunca en esta página.`,
    },
    lasts: ({ from, to }) => `Se tarda de ${from} a ${to} minutos.`,
    firstData: {
      overnight: (platform) =>
        `Es posible que los primeros datos lleguen solo de noche, entre las 19:00 y las 7:00, con el ordenador encendido. ${platform} no se puede utilizar mientras se lee.`,
      whileComputerIsOn: (platform) =>
        `Los primeros datos llegan en media hora, con el ordenador en el que funciona ${platform} encendido.`,
    },
    onPhone: {
      'computer-advised': (platform) => ({
        title: 'Esto es más fácil en un ordenador',
        advice: `Las páginas de ${platform} son difíciles de usar en una pantalla pequeña. Envíe el enlace a su ordenador o continúe aquí.`,
      }),
      'windows-only': (platform) => ({
        title: `Continúe en el ordenador en el que funciona ${platform}`,
        advice: `${platform} no se puede conectar desde un teléfono. Envíe el enlace a ese ordenador y ábralo allí.`,
      }),
    },
    agreeFirst: 'Marque la casilla para continuar.',
    agreeAgain: 'Este texto ha cambiado. Léalo y marque la casilla para continuar.',
    sendToComputer: 'Enviar el enlace a mi ordenador',
    continueTo: (platform) => `Continuar a ${platform}`,
    back: 'Volver a todas las plataformas',
  },
  sharing: {
    ask: '¿Inicia sesión otra persona?',
    choose: 'Elija la plataforma que utiliza esa persona. Obtiene un enlace para enviárselo.',
    myself: 'Tengo yo los datos de acceso',
    heading: (platform) => `Enviar un enlace para ${platform}`,
    explains: (platform, lender) => [
      `Quien tiene los datos de acceso abre el enlace e inicia sesión en ${platform} por su cuenta. Usted no necesita su contraseña y esa persona no ve nada de su solicitud.`,
      `El enlace muestra que lo pide ${lender || 'la entidad'}. Funciona durante un tiempo limitado y usted puede retirarlo.`,
    ],
    get: 'Obtener el enlace',
    making: { title: 'Creando el enlace', advice: '' },
    send: 'Enviar el enlace',
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
  },
  journey: {
    creating: { title: 'Preparando', advice: 'En un momento se abre la página de inicio de sesión.' },
    authorizing: (platform, openedIn) => ({
      title: `Termine de iniciar sesión en ${platform}`,
      advice:
        openedIn === 'tab'
          ? 'Eso se hace en esta pestaña; después vuelve aquí.'
          : `${openedIn === 'host' ? 'Se ha abierto la página para ello.' : 'Se ha abierto una ventana para ello.'} Esta página avanza sola cuando usted termina.`,
    }),
    blocked: (platform) => ({
      title: `Continúe a ${platform}`,
      advice:
        'Su navegador ha bloqueado la ventana de inicio de sesión. Continúe en esta pestaña; después vuelve aquí.',
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
    intro: (lender) =>
      `Inicia sesión en la plataforma que utiliza y después vuelve a ${lender || 'esta página'}. Puede desconectar en cualquier momento.`,
    reads: (lender, types, readsOnly) =>
      `${we(lender)} lee estos datos: ${row(types.map(dataType))}.${readsOnly ? ' No escribe nada.' : ''} Puede desconectar en cualquier momento.`,
    unsupported: (platform, lender) => ({
      title: `${platform} no se puede conectar con ${lender || 'esta entidad'}`,
      advice: `Elija otra plataforma o contacte con ${lender || 'el servicio de atención'}.`,
    }),
    failedAtPlatform: (platform) => ({
      title: `${platform} ha informado de un problema`,
      advice: 'No se ha conectado nada. Inténtelo de nuevo o elija otra plataforma.',
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
    unsure: (previous, current) =>
      current
        ? 'No podemos comprobar si es la misma empresa que antes. Si no lo es, desconéctela y vuelva a conectar.'
        : `No se nos dice de qué empresa se trata${previous ? `; antes era ${previous}` : ''}. Si inició sesión para otra, desconéctela y vuelva a conectar.`,
    comparing: (platform, previous, current) => ({
      title: `Ha iniciado sesión para ${current}`,
      advice: `Antes, ${platform} estaba conectado para ${previous}. Siga con ${current}, o desconéctela e inicie sesión otra vez.`,
    }),
    carryOn: (organisation) => `Seguir con ${organisation}`,
    onceMore: 'Desconectar e iniciar sesión otra vez',
    inApp:
      'Esta página está abierta dentro de otra aplicación. Algunas plataformas no dejan iniciar sesión ahí, así que ábrala en su navegador.',
    openInBrowser: 'Abrir en el navegador',
    notListed: '¿No encuentra la suya?',
    otherWays: (lender) => `Pregunte a ${lender || 'la entidad'} qué puede enviar en su lugar.`,
    startAgain: 'Empezar de nuevo',
    showWindow: 'Mostrar la ventana',
    openAgain: 'Abrir otra ventana de inicio de sesión',
    signInHost: (host) => `Su página de inicio de sesión está en ${host}.`,
    pasteLink: 'Copie el enlace, abra Safari o Chrome y péguelo allí.',
    openHere: 'Abrir en esta pestaña',
    cancel: 'Cancelar',
    status: 'Conectada',
    leave: {
      connected: 'Listo',
      change: 'Cambiar',
      another: 'Conectar otra',
      platforms: 'Elegir otra plataforma',
      away: 'Cerrar',
    },
  },
  connectionList: {
    heading: 'Sus conexiones',
    empty: 'Todavía no hay nada conectado.',
    choose: 'Elegir qué conectar',
    search: 'Busque una conexión',
    results: createPluralFormatter('es', { one: '# conexión', other: '# conexiones' }),
    noneFor: (query) => `No hay resultados para «${query}». Pruebe con un nombre más corto.`,
    unreadable: createPluralFormatter('es', {
      one: '# no se puede mostrar.',
      other: '# no se pueden mostrar.',
    }),
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
      unsupported: (platform, lender, canChoose) =>
        `${platform} no se puede conectar aquí. ${canChoose ? 'Elija otra plataforma o contacte' : 'Contacte'} con ${lender || 'el servicio de atención'}.`,
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
      choose: { short: 'Elegir otra', whole: (platform) => `Elegir otra en lugar de ${platform}` },
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
  },
  syncProgress: {
    heading: (platforms, reading) => {
      const what = reading ? 'Leyendo sus datos' : 'Sus datos';
      return platforms.length > 0 ? `${what} de ${list(platforms)}` : what;
    },
    idle: 'Ahora mismo no se lee nada.',
    progress: {
      waiting: 'En espera',
      reading: 'Leyendo',
      ready: 'Disponible',
      failed: 'No se pudo leer',
    },
    notOffered: (types, platform) => `${platform} no ofrece estos datos: ${row(types)}.`,
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
    dataType,
  },
  connectionResult: {
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
    goBack: (lender) => (lender ? `Volver a ${lender}` : 'Volver atrás'),
    continueTo: (lender) => (lender ? `Continuar a ${lender}` : 'Continuar'),
    closing: 'Puede seguir en la otra ventana. Esta se cierra sola.',
    leftOver: 'Puede seguir en la otra ventana y cerrar esta.',
    closeWindow: 'Cerrar esta ventana',
    cannotClose: 'Su navegador mantiene abierta esta ventana. Puede cerrarla usted.',
  },
  poweredByCodat: { label: 'Con la tecnología de Codat' },
} satisfies PartialMessages;
