import { createDataTypeNameLookup, createListFormatter, createPluralFormatter } from '../formatters.js';
import type { TitledMessage, PartialMessages } from '../messages.js';

/** The lender's name, or a phrase for the lender if there is none. */
const we = (lender: string): string => lender || 'Dieser Kreditgeber';

const away: TitledMessage = {
  title: 'Dieser Dienst ist gerade nicht erreichbar',
  advice: 'Es geht nichts verloren. Versuchen Sie es gleich noch einmal.',
};

const wrong: TitledMessage = {
  title: 'Etwas ist schiefgegangen',
  advice: 'Wenden Sie sich an den Support, wenn es wieder vorkommt.',
};

/** The phrase for a person's platform, by source type, in the accusative. */
const possessions: Readonly<Record<string, string>> = {
  Accounting: 'Ihre Buchhaltung',
  Banking: 'Ihre Bank',
  Commerce: 'Ihren Shop',
};

const list = createListFormatter('de');

function connect(sourceTypes: readonly string[]): string {
  const known = sourceTypes.flatMap((type) => possessions[type] ?? []);
  return `Verbinden Sie ${known.length > 0 ? list(known) : 'Ihr Unternehmen'}`;
}

const dataType = createDataTypeNameLookup(
  {
    accountTransactions: 'Kontobewegungen',
    balanceSheet: 'Bilanz',
    bankAccounts: 'Bankkonten',
    bankTransactions: 'Bankumsätze',
    billCreditNotes: 'Lieferantengutschriften',
    billPayments: 'Zahlungen an Lieferanten',
    bills: 'Eingangsrechnungen',
    cashFlowStatement: 'Kapitalflussrechnung',
    chartOfAccounts: 'Kontenplan',
    company: 'Unternehmensdaten',
    creditNotes: 'Gutschriften',
    customers: 'Kunden',
    directCosts: 'Bareinkäufe',
    directIncomes: 'Barverkäufe',
    invoices: 'Ausgangsrechnungen',
    itemReceipts: 'Wareneingänge',
    items: 'Artikel',
    journalEntries: 'Buchungssätze',
    journals: 'Journale',
    paymentMethods: 'Zahlungsarten',
    payments: 'Zahlungen',
    profitAndLoss: 'Gewinn und Verlust',
    purchaseOrders: 'Bestellungen bei Lieferanten',
    salesOrders: 'Kundenaufträge',
    suppliers: 'Lieferanten',
    taxRates: 'Steuersätze',
    trackingCategories: 'Kostenstellen und Kategorien',
    transfers: 'Umbuchungen',
    'banking-accountBalances': 'Kontostände',
    'banking-accounts': 'Bankkonten',
    'banking-transactionCategories': 'Umsatzkategorien',
    'banking-transactions': 'Bankumsätze',
    companyInfo: 'Shopdaten',
    disputes: 'Reklamationen',
    locations: 'Standorte',
    orders: 'Bestellungen',
    productCategories: 'Produktkategorien',
    products: 'Produkte',
    taxComponents: 'Steuern',
    transactions: 'Transaktionen',
  },
  'Weitere Daten',
);

/** German, with the formal "Sie". */
export const de = {
  common: {
    loading: 'Wird geladen',
    tryAgain: 'Erneut versuchen',
    reload: 'Seite neu laden',
    signIn: 'Anmelden',
    away: 'Dieser Dienst ist gerade nicht erreichbar.',
    opening: (platform) => `${platform} wird geöffnet`,
  },
  copying: {
    reference: (id) => `Referenz ${id}`,
    copy: 'Kopieren',
    copied: 'Kopiert',
    notCopied: 'Ihr Browser kopiert es nicht. Markieren und kopieren Sie es selbst.',
  },
  errors: {
    'signed-out': {
      title: 'Sie sind abgemeldet',
      advice: 'Melden Sie sich wieder an, um dort weiterzumachen, wo Sie waren.',
    },
    token: away,
    refused: {
      title: 'Sie haben hierauf keinen Zugriff',
      advice: 'Wenden Sie sich an den Support, um Zugriff zu bekommen.',
    },
    missing: {
      title: 'Das gibt es hier nicht mehr',
      advice: 'Wenden Sie sich an den Support, wenn es noch da sein müsste.',
    },
    outdated: { title: 'Diese Seite ist veraltet', advice: 'Laden Sie sie neu, um weiterzumachen.' },
    rejected: wrong,
    busy: {
      title: 'Gerade ist hier viel los',
      advice: 'Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    },
    unavailable: away,
    slow: {
      title: 'Das dauert gerade zu lange',
      advice: 'Es geht nichts verloren. Versuchen Sie es gleich noch einmal.',
    },
    unreachable: away,
    offline: {
      title: 'Es besteht keine Verbindung zum Internet',
      advice: 'Prüfen Sie Ihr Netzwerk und versuchen Sie es dann noch einmal.',
    },
    unreadable: wrong,
    declined: {
      title: 'Die Plattform hat ein Problem gemeldet',
      advice:
        'Es wurde nichts verbunden. Versuchen Sie es noch einmal oder wählen Sie eine andere Plattform.',
    },
    unsupported: {
      title: 'Diese Plattform kann hier nicht verbunden werden',
      advice: 'Wählen Sie eine andere oder wenden Sie sich an den Support.',
    },
  },
  sourceTypes: {
    Accounting: 'Buchhaltung',
    Banking: 'Bank',
    BankFeed: 'Kontoumsätze',
    Commerce: 'Shops und Zahlungen',
    Expense: 'Spesen',
    Other: 'Weitere',
    Unknown: 'Weitere',
  },
  platformPicker: {
    heading: connect,
    search: 'Ihre Plattform suchen',
    results: createPluralFormatter('de', { one: '# Plattform', other: '# Plattformen' }),
    resultsFor: (results, query) => `${results} für ${query}`,
    moreResults: createPluralFormatter('de', {
      one: 'und # weitere: tippen Sie weiter',
      other: 'und # weitere: tippen Sie weiter',
    }),
    showAll: createPluralFormatter('de', { other: 'Alle # anzeigen' }),
    none: 'Hier gibt es im Moment nichts zu verbinden.',
    noneFor: (query) =>
      `Nichts gefunden für „${query}“. Prüfen Sie die Schreibweise oder versuchen Sie einen kürzeren Namen.`,
    mostUsed: 'Am häufigsten genutzt',
    marks: { connected: 'Verbunden', pending: 'Verbindung abschließen', failed: 'Erneut versuchen' },
    required: (types) => `${connect(types)}, um fortzufahren.`,
  },
  preparing: {
    alreadyConnected: (platform, lender) => ({
      title: `${platform} ist verbunden`,
      advice: `Es kann immer nur eine Buchhaltungsplattform verbunden sein. Wenn Sie wechseln, behält ${lender || 'dieser Kreditgeber'}, was schon gelesen wurde.`,
    }),
    replace: (connected, wanted) => `${connected} trennen und ${wanted} verbinden`,
    heading: (platform) => `${platform} verbinden`,
    needsHeading: 'Bevor Sie beginnen',
    needsThere: 'Was Sie dort brauchen',
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
      storeName: () =>
        'Sie kennen den Namen Ihres Shops: das, was in seiner Adresse vor .myshopify.com steht.',
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
        `Sie melden sich auf der Seite von ${platform} an. ${we(lender)} sieht Ihr Passwort nie.`,
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
  },
  sharing: {
    ask: 'Meldet sich jemand anders dort an?',
    choose: 'Wählen Sie die Plattform, die diese Person nutzt. Sie bekommen einen Link, den Sie ihr senden.',
    myself: 'Ich habe die Zugangsdaten selbst',
    heading: (platform) => `Link für ${platform} senden`,
    explains: (platform, lender) => [
      `Wer die Zugangsdaten hat, öffnet den Link und meldet sich selbst bei ${platform} an. Sie brauchen kein fremdes Passwort, und die andere Person sieht nichts von Ihrem Antrag.`,
      `Der Link zeigt, dass ${lender || 'der Kreditgeber'} darum bittet. Er gilt für begrenzte Zeit, und Sie können ihn zurückziehen.`,
    ],
    get: 'Link erstellen',
    making: { title: 'Der Link wird erstellt', advice: '' },
    send: 'Link senden',
    standings: {
      open: (platform) => ({
        title: `Senden Sie diesen Link an die Person mit den Zugangsdaten für ${platform}`,
        advice: 'Diese Seite zeigt, wenn es erledigt ist. Sie können sie verlassen: Der Link gilt weiter.',
      }),
      used: (platform) => ({
        title: `Jemand meldet sich bei ${platform} an`,
        advice: 'Ihr Link wurde geöffnet, aber es ist noch nicht abgeschlossen. Bis dahin gilt er weiter.',
      }),
      connected: (platform) => ({
        title: `${platform} ist verbunden`,
        advice: 'Sie können die Verbindung jederzeit trennen.',
      }),
      withdrawn: (platform) => ({
        title: `Der Link für ${platform} ist zurückgezogen`,
        advice: 'Niemand kann sich mehr über ihn anmelden.',
      }),
      expired: (platform) => ({
        title: `Der Link für ${platform} ist abgelaufen`,
        advice: 'Niemand hat die Anmeldung darüber abgeschlossen. Erstellen Sie einen neuen.',
      }),
      Unknown: (platform) => ({
        title: `Wie es um den Link für ${platform} steht, lässt sich gerade nicht sagen`,
        advice: 'Laden Sie diese Seite neu, um es zu sehen.',
      }),
    },
    link: 'Der Link zum Senden',
    copy: 'Link kopieren',
    mail: 'Per E-Mail senden',
    subject: (platform, lender) => `${we(lender)} bittet darum, ${platform} zu verbinden`,
    body: (platform, lender, { url, until }) =>
      [
        'Guten Tag,',
        `${we(lender)} bittet darum, unsere Daten in ${platform} zu lesen, und Sie haben die Zugangsdaten. Öffnen Sie diesen Link und melden Sie sich dort an:`,
        url,
        ...(until ? [`Er gilt bis ${until}.`] : []),
        'Ihr Passwort geben Sie bei der Plattform selbst ein: Weder der Kreditgeber noch ich sehen es.',
      ].join('\n\n'),
    until: (date) => `Gilt bis ${date}`,
    again: 'Neuen Link erstellen',
    sent: 'Ihre Links',
    statuses: {
      open: 'Noch nicht geöffnet',
      used: 'Geöffnet, nicht abgeschlossen',
      connected: 'Verbunden',
      withdrawn: 'Zurückgezogen',
      expired: 'Abgelaufen',
      Unknown: 'Unbekannt',
    },
    withdraw: 'Zurückziehen',
    withdrawFor: (platform) => `Link für ${platform} zurückziehen`,
    tooMany: {
      title: 'Es gibt schon viele Links',
      advice: 'Ziehen Sie einen zurück, den Sie nicht mehr brauchen, und erstellen Sie dann einen neuen.',
    },
  },
  journey: {
    creating: { title: 'Wird vorbereitet', advice: 'Gleich öffnet sich die Anmeldeseite.' },
    authorizing: (platform, openedIn) => ({
      title: `Schließen Sie die Anmeldung bei ${platform} ab`,
      advice:
        openedIn === 'tab'
          ? 'Das tun Sie in diesem Tab; danach kommen Sie hierher zurück.'
          : `${openedIn === 'host' ? 'Die Seite dafür hat sich geöffnet.' : 'Dafür hat sich ein Fenster geöffnet.'} Diese Seite geht von selbst weiter, wenn Sie fertig sind.`,
    }),
    blocked: (platform) => ({
      title: `Weiter zu ${platform}`,
      advice:
        'Ihr Browser hat das Anmeldefenster blockiert. Machen Sie in diesem Tab weiter; danach kommen Sie hierher zurück.',
    }),
    continueTo: (platform) => `Weiter zu ${platform}`,
    confirming: (platform) => ({
      title: `Wird bei ${platform} geprüft`,
      advice: 'Das dauert einige Sekunden.',
    }),
    connected: (platform, organisation) => ({
      title: organisation ? `${organisation} ist verbunden` : `${platform} ist verbunden`,
      advice: organisation
        ? `Über ${platform}. Sie können die Verbindung jederzeit trennen.`
        : 'Sie können die Verbindung jederzeit trennen.',
    }),
    intro: (lender) =>
      `Sie melden sich bei der Plattform an, die Sie nutzen, und kommen dann ${lender ? `zu ${lender}` : 'auf diese Seite'} zurück. Sie können die Verbindung jederzeit trennen.`,
    reads: (lender, types, readsOnly) =>
      `${we(lender)} liest: ${list(types.map(dataType))}.${readsOnly ? ' Geändert wird nichts.' : ''} Sie können die Verbindung jederzeit trennen.`,
    unsupported: (platform, lender) => ({
      title: `${platform} kann nicht mit ${lender || 'diesem Kreditgeber'} verbunden werden`,
      advice: `Wählen Sie eine andere Plattform oder wenden Sie sich an ${lender || 'den Support'}.`,
    }),
    failedAtPlatform: (platform) => ({
      title: `${platform} hat ein Problem gemeldet`,
      advice:
        'Es wurde nichts verbunden. Versuchen Sie es noch einmal oder wählen Sie eine andere Plattform.',
    }),
    abandoned: {
      declined: (platform) => ({
        title: `${platform} ist nicht verbunden`,
        advice: 'Sie haben auf der Anmeldeseite abgebrochen. Es wurde nichts weitergegeben.',
      }),
      returned: (platform) => ({
        title: `${platform} ist noch nicht verbunden`,
        advice:
          'Sie sind zurückgekommen, bevor es fertig war. Beginnen Sie noch einmal, wenn Sie so weit sind.',
      }),
      cancelled: (platform) => ({
        title: `${platform} ist nicht verbunden`,
        advice: 'Sie haben aufgehört, bevor es fertig war. Sie können jederzeit weitermachen.',
      }),
      expired: (platform) => ({
        title: `${platform} ist noch nicht verbunden`,
        advice:
          'Die Anmeldung hat länger als eine halbe Stunde gedauert, deshalb warten wir nicht mehr. Beginnen Sie noch einmal, wenn Sie so weit sind.',
      }),
    },
    sameAsBefore: (organisation) =>
      organisation
        ? `Melden Sie sich für ${organisation} an, wie zuvor.`
        : 'Melden Sie sich für dasselbe Unternehmen an wie zuvor.',
    unsure: (previous, current) =>
      current
        ? 'Wir können nicht prüfen, ob das dasselbe Unternehmen ist wie zuvor. Wenn nicht, trennen Sie es und verbinden Sie erneut.'
        : `Uns wird nicht gesagt, welches Unternehmen das ist${previous ? `; zuvor war es ${previous}` : ''}. Wenn Sie sich für ein anderes angemeldet haben, trennen Sie es und verbinden Sie erneut.`,
    comparing: (platform, previous, current) => ({
      title: `Sie haben sich für ${current} angemeldet`,
      advice: `Zuvor war ${platform} für ${previous} verbunden. Machen Sie mit ${current} weiter, oder trennen Sie es und melden Sie sich noch einmal an.`,
    }),
    carryOn: (organisation) => `Mit ${organisation} weitermachen`,
    onceMore: 'Trennen und noch einmal anmelden',
    inApp:
      'Diese Seite ist in einer anderen App geöffnet. Bei manchen Plattformen kann man sich dort nicht anmelden. Öffnen Sie sie deshalb in Ihrem Browser.',
    openInBrowser: 'Im Browser öffnen',
    notListed: 'Ihre ist nicht dabei?',
    otherWays: (lender) => `Fragen Sie ${lender || 'den Kreditgeber'}, was Sie stattdessen senden können.`,
    startAgain: 'Noch einmal beginnen',
    showWindow: 'Fenster zeigen',
    openAgain: 'Neues Anmeldefenster öffnen',
    signInHost: (host) => `Die Anmeldeseite ist unter ${host}.`,
    pasteLink: 'Kopieren Sie den Link, öffnen Sie Safari oder Chrome und fügen Sie ihn dort ein.',
    openHere: 'Stattdessen in diesem Tab öffnen',
    cancel: 'Abbrechen',
    status: 'Verbunden',
    leave: {
      connected: 'Fertig',
      change: 'Ändern',
      another: 'Weiteres verbinden',
      platforms: 'Andere Plattform wählen',
      away: 'Schließen',
    },
  },
  connectionList: {
    heading: 'Ihre Verbindungen',
    empty: 'Es ist noch nichts verbunden.',
    choose: 'Auswählen, was verbunden wird',
    search: 'Eine Verbindung suchen',
    results: createPluralFormatter('de', { one: '# Verbindung', other: '# Verbindungen' }),
    noneFor: (query) => `Nichts gefunden für „${query}“. Versuchen Sie einen kürzeren Namen.`,
    unreadable: createPluralFormatter('de', {
      one: '# kann nicht angezeigt werden.',
      other: '# können nicht angezeigt werden.',
    }),
    needsPerson: 'Für Sie zu tun',
    statuses: {
      Linked: 'Verbunden',
      PendingAuth: 'Noch nicht abgeschlossen',
      Failed: 'Verbindung fehlgeschlagen',
      Deauthorized: 'Zugriff verloren',
      Unlinked: 'Getrennt',
      ReadOnce: 'Einmal gelesen',
      Unknown: 'Zu prüfen',
    },
    whys: {
      unfinished: (platform) =>
        `Sie haben die Anmeldung bei ${platform} nicht abgeschlossen. Es wird noch nichts weitergegeben.`,
      declined: (platform) =>
        `Die Anmeldung bei ${platform} wurde abgebrochen. Es wird noch nichts weitergegeben.`,
      failed: (platform, lender) =>
        `${platform} hat während der Anmeldung ein Problem gemeldet. Wenn es wieder vorkommt, wenden Sie sich an ${lender || 'den Support'}.`,
      unsupported: (platform, lender, canChoose) =>
        `${platform} kann hier nicht verbunden werden. ${canChoose ? 'Wählen Sie eine andere Plattform oder wenden' : 'Wenden'} Sie sich an ${lender || 'den Support'}.`,
      lost: (platform, lender) =>
        `${platform} lässt ${lender || 'diesen Kreditgeber'} nicht mehr lesen. Der Zugriff ist abgelaufen oder wurde dort beendet.`,
      readOnce: (platform, lender) =>
        `${we(lender)} hat ${platform} gelesen und liest nichts Neues. War das nicht so gedacht, wenden Sie sich an ${lender || 'den Support'}.`,
      unlinked: (_, lender) => `${we(lender)} behält, was schon gelesen wurde, und liest nichts Neues.`,
      unknown: (platform, lender) =>
        `Bei ${platform} ist etwas zu prüfen. Fragen Sie bei ${lender || 'unserem Support'} nach, was es ist.`,
    },
    since: (date) => `seit ${date}`,
    read: (ago) => `${ago} gelesen`,
    ways: {
      finish: { short: 'Abschließen', whole: (platform) => `Verbindung mit ${platform} abschließen` },
      tryAgain: {
        short: 'Erneut versuchen',
        whole: (platform) => `Erneut versuchen, ${platform} zu verbinden`,
      },
      reconnect: { short: 'Erneut verbinden', whole: (platform) => `${platform} erneut verbinden` },
      choose: { short: 'Andere wählen', whole: (platform) => `Andere wählen als ${platform}` },
    },
    more: (platform) => `Mehr zu ${platform}`,
    actions: { disconnect: 'Trennen', delete: 'Löschen' },
    under: {
      disconnect: (platform) => `${platform} wird getrennt`,
      delete: (platform) => `${platform} wird gelöscht`,
    },
    done: {
      disconnect: (platform, lender) =>
        `${platform} ist getrennt. ${we(lender)} behält, was schon gelesen wurde, und liest nichts Neues.`,
      delete: (platform, lender) =>
        `Die Verbindung zu ${platform} ist gelöscht. ${we(lender)} kann ihre Daten nicht mehr über Codat lesen.`,
    },
    changed: (platform, status) => `${platform}: ${status}`,
    ofOrganisation: (platform, organisation) => `${platform} (${organisation})`,
    connectAnother: { Banking: 'Weitere Bank verbinden', Commerce: 'Weiteren Shop verbinden' },
    details: {
      show: 'Einzelheiten',
      hide: 'Einzelheiten ausblenden',
      heading: (platform) => `Einzelheiten zu ${platform}`,
      organisation: 'Unternehmen',
      unnamed: (platform) => `Von ${platform} nicht angegeben`,
      since: 'Verbunden seit',
      begun: 'Begonnen',
      lastRead: 'Zuletzt gelesen',
      never: 'Noch nicht',
      dataTypes: 'Was gelesen wird',
      noDataTypes: 'Noch nichts',
      unreadable: 'Das lässt sich gerade nicht nachsehen.',
      reference: 'Referenz',
    },
    confirm: {
      disconnect: (platform, lender) => ({
        title: `${platform} trennen?`,
        advice: `${we(lender)} behält, was schon gelesen wurde, und liest nichts Neues. Sie können jederzeit erneut verbinden.`,
        yes: 'Trennen',
        no: 'Verbunden lassen',
      }),
      delete: (platform, lender) => ({
        title: `Die Verbindung zu ${platform} löschen?`,
        advice: `${we(lender)} kann die Daten dieser Verbindung dann nicht mehr über Codat lesen. Das lässt sich nicht rückgängig machen.`,
        yes: 'Endgültig löschen',
        no: 'Behalten',
      }),
    },
  },
  syncProgress: {
    heading: (platforms, reading) => {
      const from = platforms.length > 0 ? ` aus ${list(platforms)}` : '';
      return reading ? `Ihre Daten${from} werden gelesen` : `Ihre Daten${from}`;
    },
    idle: 'Im Moment wird nichts gelesen.',
    progress: {
      waiting: 'Wartet',
      reading: 'Wird gelesen',
      ready: 'Bereit',
      failed: 'Nicht lesbar',
    },
    notOffered: (types, platform) => `Von ${platform} nicht angeboten: ${list(types)}.`,
    readingShare: (percent) => `Wird gelesen, ${percent}`,
    pausedUntil: (when) => `Pausiert bis ${when}`,
    count: (ready, all) => `${ready} von ${all} bereit`,
    reading: 'Das dauert einige Minuten. Sie können diese Seite verlassen; es geht weiter.',
    enough: 'Das genügt für den Anfang. Der Rest kommt im Hintergrund; Sie können diese Seite verlassen.',
    complete: 'Alles, was gelesen werden kann, wurde gelesen.',
    partly: 'Alles andere wurde gelesen.',
    nothingRead: 'Es konnte nichts gelesen werden.',
    slow: {
      overnight: (platform) =>
        `${platform} wird zwischen 19 und 7 Uhr gelesen, während der Computer eingeschaltet ist, auf dem es läuft. Sie können diese Seite verlassen.`,
      whileComputerIsOn: (platform) =>
        `Es beginnt, wenn der Computer eingeschaltet ist, auf dem ${platform} läuft. Sie können diese Seite verlassen.`,
      afterInstalling: (platform) =>
        `Es beginnt 10 bis 20 Minuten nach dem Verbinden, sobald in ${platform} installiert ist, was die Daten liest. Sie können diese Seite verlassen.`,
    },
    troubles: {
      reconnect: (types, platform, lender) =>
        `${platform} lässt ${lender || 'diesen Kreditgeber'} diese Daten nicht mehr lesen: ${list(types)}. Verbinden Sie erneut, um fortzufahren.`,
      permission: (types, platform) =>
        `Wer sich bei ${platform} angemeldet hat, darf diese Daten nicht sehen: ${list(types)}. Bitten Sie einen Administrator von ${platform}, es zu erlauben.`,
      prerequisite: (types, platform, lender) =>
        `In ${platform} ist etwas einzurichten, bevor diese Daten gelesen werden können: ${list(types)}. Fragen Sie bei ${lender || 'unserem Support'} nach, was es ist.`,
      later: (types, platform) =>
        `${platform} hat diese Daten nicht herausgegeben: ${list(types)}. Bei der nächsten Anfrage kann es gelingen; Sie brauchen nichts zu tun.`,
      support: (types) =>
        `Diese Daten waren nicht zu verstehen: ${list(types)}. Codat achtet darauf; Sie brauchen nichts zu tun.`,
      stopped: (types, _, lender) =>
        `Das Lesen dieser Daten wurde angehalten: ${list(types)}. War das nicht so gedacht, wenden Sie sich an ${lender || 'den Support'}.`,
    },
    older: 'Was vorher gelesen wurde, bleibt nutzbar.',
    reconnect: (platform) => `${platform} erneut verbinden`,
    dataType,
  },
  connectionResult: {
    checking: 'Ihre Verbindung wird geprüft',
    connected: (platform, lender) => ({
      title: `${platform} ist verbunden`,
      advice: `${we(lender)} kann Ihre Daten jetzt lesen. Sie können die Verbindung jederzeit trennen.`,
    }),
    declined: (platform) => ({
      title: `${platform} ist nicht verbunden`,
      advice: 'Sie haben auf der Anmeldeseite abgebrochen. Es wurde nichts weitergegeben.',
    }),
    unsupported: (platform) => ({
      title: `${platform} kann hier nicht verbunden werden`,
      advice: 'Gehen Sie zurück, um eine andere Plattform zu wählen.',
    }),
    failed: (platform) => ({
      title: `${platform} ist nicht verbunden`,
      advice: `${platform} hat ein Problem gemeldet. Gehen Sie zurück, um es noch einmal zu versuchen.`,
    }),
    unfinished: (platform) => ({
      title: `${platform} ist noch nicht verbunden`,
      advice: 'Gehen Sie zurück, um es abzuschließen, wenn Sie so weit sind.',
    }),
    shared: {
      connected: (platform) => ({
        title: `${platform} ist verbunden`,
        advice: 'Sie können dieses Fenster schließen. Wer Ihnen den Link gesendet hat, sieht es von selbst.',
      }),
      declined: (platform) => ({
        title: `${platform} ist nicht verbunden`,
        advice:
          'Sie haben auf der Anmeldeseite abgebrochen, und es wurde nichts weitergegeben. Ihr Link gilt weiter.',
      }),
      unsupported: (platform, lender) => ({
        title: `${platform} kann hier nicht verbunden werden`,
        advice: `${we(lender)} kann damit nicht arbeiten. Sagen Sie es der Person, die Ihnen den Link gesendet hat.`,
      }),
      failed: (platform) => ({
        title: `${platform} ist nicht verbunden`,
        advice: `${platform} hat ein Problem gemeldet. Öffnen Sie Ihren Link noch einmal, um es erneut zu versuchen.`,
      }),
      unfinished: (platform) => ({
        title: `${platform} ist noch nicht verbunden`,
        advice: 'Öffnen Sie Ihren Link noch einmal, um es abzuschließen.',
      }),
    },
    unknown: (lender) => ({
      title: 'Von hier aus lässt sich nicht sagen, was geschehen ist',
      advice: `Gehen Sie ${lender ? `zu ${lender}` : 'auf die Seite'} zurück${lender ? '' : ', von der Sie kamen'}, um zu sehen, ob die Verbindung besteht.`,
    }),
    goBack: (lender) => (lender ? `Zurück zu ${lender}` : 'Zurück'),
    continueTo: (lender) => (lender ? `Weiter zu ${lender}` : 'Weiter'),
    closing: 'Sie können im anderen Fenster weitermachen. Dieses schließt sich von selbst.',
    leftOver: 'Sie können im anderen Fenster weitermachen und dieses schließen.',
    closeWindow: 'Dieses Fenster schließen',
    cannotClose: 'Ihr Browser hält dieses Fenster offen. Sie können es selbst schließen.',
  },
  poweredByCodat: { label: 'Ermöglicht durch Codat' },
} satisfies PartialMessages;
