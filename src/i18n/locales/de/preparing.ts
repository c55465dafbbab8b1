import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const preparing: Translation['preparing'] = {
  alreadyConnected: (platform) => ({
    title: `${platform} ist verbunden`,
    advice:
      'Es kann immer nur eine Buchhaltungsplattform verbunden sein. Wenn Sie wechseln, bleibt erhalten, was schon gelesen wurde.',
  }),
  replace: (connected, wanted) => `${connected} trennen und ${wanted} verbinden`,
  heading: (platform) => `${platform} verbinden`,
  needsHeading: 'Bevor Sie beginnen',
  copyKey: 'Lizenzschlüssel kopieren',
  needs: {
    administrator: (platform) => `Sie melden sich bei ${platform} als Administrator an.`,
    companyAdministrator: (platform) =>
      `Sie melden sich bei ${platform} als Hauptadministrator oder Unternehmensadministrator an.`,
    adminApproval: () =>
      'Möglicherweise muss Ihr Microsoft-Administrator erst zustimmen. Danach beginnen Sie noch einmal.',
    staffPermissions: (platform) =>
      `Ihr Konto bei ${platform} hat die Berechtigungen „Enable app development“ und „Develop apps“.`,
    windowsComputer: (platform) =>
      `Sie sitzen an dem Windows-Computer, auf dem ${platform} läuft. Auf einem Mac geht es nicht.`,
    windowsAdministrator: () => 'Sie dürfen auf diesem Computer Programme installieren.',
    ownComputer: (platform) =>
      `${platform} läuft auf diesem Computer selbst und nicht bei einem Hosting-Dienst wie Online50.`,
    installer: () => 'Sie laden ein kleines Programm herunter und installieren es dort.',
    orHosted: () =>
      'Wenn Sie QuickBooks Enterprise Cloud oder Rightworks nutzen, gibt es nichts zu installieren.',
    licenceKey: () => 'Das Programm fragt nach einem Lizenzschlüssel. Sie kopieren ihn von dieser Seite.',
    companyOpen: (platform) =>
      `${platform} ist geöffnet, und Sie sind bei dem Unternehmen angemeldet, das Sie verbinden möchten.`,
    fileUser: (platform) =>
      `Sie kennen Namen und Passwort eines ${platform}-Benutzers, der alles lesen darf.`,
    accountRightFileUser: () =>
      'Für eine AccountRight-Datei kennen Sie deren eigenen Benutzernamen und das Passwort. Codat fragt danach und bewahrt beides auf.',
    onlineFile: () => 'Ihre Unternehmensdatei liegt online, nicht nur auf einem Computer.',
    bundle: (platform) =>
      `Sie installieren in ${platform} das Bundle „AppLink“ und schalten vier seiner Funktionen ein.`,
    extension: (platform) =>
      `Die Erweiterung „App Link“ von Codat ist in ${platform} installiert. Die Seite lädt sich dabei vielleicht von selbst neu.`,
    subsidiary: () => 'Sie wählen das Produktivkonto und eine Tochtergesellschaft.',
    webServices: (platform) => `Sie schalten in ${platform} die Webdienste ein.`,
    webServicesUser: () =>
      'Sie legen einen Benutzer für Webdienste an und geben dessen Namen und Passwort zusammen mit Ihrer Unternehmens-ID ein.',
    entityAccess: (platform) => `In ${platform} ist der Zugriff auf Ebene der Entitäten eingeschaltet.`,
    storeAddress: () => 'Sie kennen die Webadresse Ihres Shops.',
    storeName: () => 'Sie kennen den Namen Ihres Shops: das, was in seiner Adresse vor .myshopify.com steht.',
    ownApp: () =>
      'Sie legen im Dev Dashboard von Shopify eine eigene App an, installieren sie und kopieren ihre Client-ID und ihr Secret.',
    apiAccount: (platform) =>
      `Sie legen in ${platform} ein Store-API-Konto an und kopieren daraus vier Werte. Sie werden nur einmal angezeigt.`,
    onePerRegion: () =>
      'Jeder Marktplatz wird einzeln verbunden. Sie verbinden für jede Region, in der Sie verkaufen, noch einmal.',
    bank: (platform) => `Sie wählen bei ${platform} Ihre Bank und melden sich von dort bei ihr an.`,
    every90Days: () => 'Alle 90 Tage werden Sie gebeten, es zu bestätigen.',
    noTrial: () => 'Ein Testkonto kann nicht verbunden werden.',
    notSelfEmployed: () => 'QuickBooks Self-Employed kann nicht verbunden werden.',
    notClassic: () => 'FreshBooks Classic kann nicht verbunden werden.',
    standardOnline: () =>
      'Sie nutzen die Online-Ausgabe Standard. Sage 200 Professional kann nicht verbunden werden.',
  },
  password: {
    platform: (platform, lender) =>
      `Sie melden sich direkt bei ${platform} an. ${we(lender)} sieht Ihr Passwort nie.`,
    codat: (platform, lender) =>
      `Sie geben Ihre Zugangsdaten für ${platform} auf einer Seite von Codat ein, das Ihre Daten für ${lender || 'diesen Kreditgeber'} liest.`,
    connector: (platform) =>
      `Ihr Passwort für ${platform} geben Sie in das Programm ein, das Sie installieren, nie auf dieser Seite.`,
  },
  lasts: ({ from, to }) => `Es dauert ${from} bis ${to} Minuten.`,
  firstData: {
    overnight: (platform) =>
      `Die ersten Daten kommen vielleicht erst nachts, zwischen 19 und 7 Uhr, während der Computer eingeschaltet ist. ${platform} kann nicht benutzt werden, während gelesen wird.`,
    whileComputerIsOn: (platform) =>
      `Die ersten Daten kommen innerhalb einer halben Stunde, während der Computer mit ${platform} eingeschaltet ist.`,
  },
  onPhone: {
    'computer-advised': (platform) => ({
      title: 'Am Computer geht das leichter',
      advice: `Die Seiten von ${platform} sind auf einem kleinen Bildschirm schwer zu bedienen. Senden Sie den Link an Ihren Computer oder machen Sie hier weiter.`,
    }),
    'windows-only': (platform) => ({
      title: `Machen Sie an dem Computer weiter, auf dem ${platform} läuft`,
      advice: `${platform} kann nicht von einem Telefon aus verbunden werden. Senden Sie den Link an diesen Computer und öffnen Sie ihn dort.`,
    }),
  },
  agreeFirst: 'Setzen Sie den Haken, um fortzufahren.',
  agreeAgain: 'Dieser Text hat sich geändert. Lesen Sie ihn und setzen Sie den Haken, um fortzufahren.',
  sendToComputer: 'Link an meinen Computer senden',
  continueTo: (platform) => `Weiter zu ${platform}`,
  back: 'Zurück zu allen Plattformen',
};
