import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const preparing: Translation['preparing'] = {
  alreadyConnected: (platform) => ({
    title: `La conexión con ${platform} está activa`,
    advice:
      'Solo puede haber una plataforma de contabilidad conectada a la vez. Si cambia, lo que ya se leyó se conserva.',
  }),
  replace: (connected, wanted) => `Desconectar ${connected} y conectar ${wanted}`,
  heading: (platform) => `Conectar ${platform}`,
  needsHeading: 'Antes de empezar',
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
    standardOnline: () => 'Utiliza la edición Standard en línea. Sage 200 Professional no se puede conectar.',
  },
  password: {
    platform: (platform, lender) =>
      `Inicia sesión directamente en ${platform}. ${we(lender)} nunca ve su contraseña.`,
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
};
