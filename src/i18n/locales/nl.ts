import { createDataTypeNameLookup, createListFormatter, createPluralFormatter } from '../formatters.js';
import type { TitledMessage, PartialMessages } from '../messages.js';

/** The lender's name, or a phrase for the lender if there is none. */
const we = (lender: string): string => lender || 'Deze kredietverstrekker';

const away: TitledMessage = {
  title: 'Deze dienst is op dit moment niet bereikbaar',
  advice: 'Er gaat niets verloren. Probeer het zo meteen opnieuw.',
};

const wrong: TitledMessage = {
  title: 'Er is iets misgegaan',
  advice: 'Neem contact op met de klantenservice als het weer gebeurt.',
};

/** The phrase for a person's platform, by source type. */
const possessions: Readonly<Record<string, string>> = {
  Accounting: 'uw boekhouding',
  Banking: 'uw bank',
  Commerce: 'uw winkel',
};

const list = createListFormatter('nl');

function connect(sourceTypes: readonly string[]): string {
  const known = sourceTypes.flatMap((type) => possessions[type] ?? []);
  return `Koppel ${known.length > 0 ? list(known) : 'uw bedrijf'}`;
}

/** A list of data types in the middle of a sentence, so in lower case. */
const row = (types: readonly string[]): string =>
  list(types.map((type) => type.charAt(0).toLowerCase() + type.slice(1)));

const dataType = createDataTypeNameLookup(
  {
    accountTransactions: 'Rekeningmutaties',
    balanceSheet: 'Balans',
    bankAccounts: 'Bankrekeningen',
    bankTransactions: 'Banktransacties',
    billCreditNotes: 'Creditnota’s van leveranciers',
    billPayments: 'Betalingen aan leveranciers',
    bills: 'Inkoopfacturen',
    cashFlowStatement: 'Kasstroomoverzicht',
    chartOfAccounts: 'Rekeningschema',
    company: 'Bedrijfsgegevens',
    creditNotes: 'Creditnota’s',
    customers: 'Klanten',
    directCosts: 'Contante aankopen',
    directIncomes: 'Contante verkopen',
    invoices: 'Verkoopfacturen',
    itemReceipts: 'Goederenontvangsten',
    items: 'Artikelen',
    journalEntries: 'Journaalposten',
    journals: 'Dagboeken',
    paymentMethods: 'Betaalwijzen',
    payments: 'Betalingen',
    profitAndLoss: 'Winst en verlies',
    purchaseOrders: 'Inkooporders',
    salesOrders: 'Verkooporders',
    suppliers: 'Leveranciers',
    taxRates: 'Belastingtarieven',
    trackingCategories: 'Kostenplaatsen en categorieën',
    transfers: 'Overboekingen',
    'banking-accountBalances': 'Rekeningsaldi',
    'banking-accounts': 'Bankrekeningen',
    'banking-transactionCategories': 'Transactiecategorieën',
    'banking-transactions': 'Banktransacties',
    companyInfo: 'Winkelgegevens',
    disputes: 'Geschillen',
    locations: 'Vestigingen',
    orders: 'Bestellingen',
    productCategories: 'Productcategorieën',
    products: 'Producten',
    taxComponents: 'Belastingen',
    transactions: 'Transacties',
  },
  'Overige gegevens',
);

/** Dutch, with the formal "u". A draft until someone whose language it is signs for it in this line. */
export const nl = {
  common: {
    loading: 'Wordt geladen',
    tryAgain: 'Opnieuw proberen',
    reload: 'Pagina opnieuw laden',
    signIn: 'Inloggen',
    away: 'Deze dienst is op dit moment niet bereikbaar.',
    opening: (platform) => `${platform} wordt geopend`,
  },
  copying: {
    reference: (id) => `Referentie ${id}`,
    copy: 'Kopiëren',
    copied: 'Gekopieerd',
    notCopied: 'Uw browser kopieert het niet. Selecteer en kopieer het zelf.',
  },
  errors: {
    'signed-out': {
      title: 'U bent uitgelogd',
      advice: 'Log opnieuw in om verder te gaan waar u gebleven was.',
    },
    token: away,
    refused: {
      title: 'U hebt hier geen toegang toe',
      advice: 'Neem contact op met de klantenservice om toegang te krijgen.',
    },
    missing: {
      title: 'Dit is hier niet meer',
      advice: 'Neem contact op met de klantenservice als het er nog zou moeten zijn.',
    },
    outdated: { title: 'Deze pagina is verouderd', advice: 'Laad de pagina opnieuw om verder te gaan.' },
    rejected: wrong,
    busy: {
      title: 'Het is hier op dit moment druk',
      advice: 'Wacht een minuut en probeer het dan opnieuw.',
    },
    unavailable: away,
    slow: {
      title: 'Dit duurt op dit moment te lang',
      advice: 'Er gaat niets verloren. Probeer het zo meteen opnieuw.',
    },
    unreachable: away,
    offline: {
      title: 'Er is geen verbinding met het internet',
      advice: 'Controleer uw netwerk en probeer het dan opnieuw.',
    },
    unreadable: wrong,
    declined: {
      title: 'Het platform meldde een probleem',
      advice: 'Er is niets gekoppeld. Probeer het opnieuw of kies een ander platform.',
    },
    unsupported: {
      title: 'Dit platform kan hier niet worden gekoppeld',
      advice: 'Kies een ander platform of neem contact op met de klantenservice.',
    },
  },
  sourceTypes: {
    Accounting: 'Boekhouding',
    Banking: 'Bank',
    BankFeed: 'Banktransacties',
    Commerce: 'Winkels en betalingen',
    Expense: 'Declaraties',
    Other: 'Overige',
    Unknown: 'Overige',
  },
  platformPicker: {
    heading: connect,
    search: 'Uw platform zoeken',
    results: createPluralFormatter('nl', { one: '# platform gevonden', other: '# platforms gevonden' }),
    resultsFor: (results, query) => `${results} voor ${query}`,
    moreResults: createPluralFormatter('nl', { other: 'en nog #: typ verder' }),
    showAll: createPluralFormatter('nl', { other: 'Alle # tonen' }),
    none: 'Er is hier op dit moment niets te koppelen.',
    noneFor: (query) => `Niets gevonden voor ‘${query}’. Controleer de spelling of probeer een kortere naam.`,
    mostUsed: 'Meest gebruikt',
    marks: { connected: 'Gekoppeld', pending: 'Koppeling afronden', failed: 'Opnieuw proberen' },
    required: (types) => `${connect(types)} om verder te gaan.`,
  },
  preparing: {
    alreadyConnected: (platform, lender) => ({
      title: `${platform} is gekoppeld`,
      advice: `Er kan één boekhoudplatform tegelijk gekoppeld zijn. Als u wisselt, behoudt ${lender || 'deze kredietverstrekker'} wat al gelezen is.`,
    }),
    replace: (connected, wanted) => `${connected} ontkoppelen en ${wanted} koppelen`,
    heading: (platform) => `${platform} koppelen`,
    needsHeading: 'Voordat u begint',
    needsThere: 'Wat u daar nodig hebt',
    copyKey: 'Licentiesleutel kopiëren',
    needs: {
      administrator: (platform) => `U logt bij ${platform} in als beheerder.`,
      companyAdministrator: (platform) =>
        `U logt bij ${platform} in als hoofdbeheerder of als beheerder van het bedrijf.`,
      adminApproval: () =>
        'Mogelijk moet uw Microsoft-beheerder dit eerst goedkeuren. Daarna begint u opnieuw.',
      staffPermissions: (platform) =>
        `Uw account bij ${platform} heeft de rechten ‘Enable app development’ en ‘Develop apps’.`,
      windowsComputer: (platform) =>
        `U zit achter de Windows-computer waarop ${platform} draait. Op een Mac werkt het niet.`,
      windowsAdministrator: () => 'U mag op die computer programma’s installeren.',
      ownComputer: (platform) =>
        `${platform} draait op die computer zelf en niet bij een hostingdienst zoals Online50.`,
      installer: () => 'U downloadt een klein programma en installeert het daar.',
      orHosted: () => 'Er is niets te installeren als u QuickBooks Enterprise Cloud of Rightworks gebruikt.',
      licenceKey: () => 'Het programma vraagt om een licentiesleutel. U kopieert die van deze pagina.',
      companyOpen: (platform) =>
        `${platform} is geopend en u bent ingelogd bij het bedrijf dat u wilt koppelen.`,
      fileUser: (platform) =>
        `U kent de naam en het wachtwoord van een gebruiker van ${platform} die alles mag lezen.`,
      accountRightFileUser: () =>
        'Voor een AccountRight-bestand kent u de eigen gebruikersnaam en het wachtwoord daarvan. Codat vraagt ernaar en bewaart ze.',
      onlineFile: () => 'Uw bedrijfsbestand staat online, niet alleen op een computer.',
      bundle: (platform) =>
        `U installeert de bundel ‘AppLink’ in ${platform} en schakelt vier functies ervan in.`,
      extension: (platform) =>
        `De extensie ‘App Link’ van Codat is in ${platform} geïnstalleerd. De pagina wordt daarbij misschien vanzelf opnieuw geladen.`,
      subsidiary: () => 'U kiest het productieaccount en één dochteronderneming.',
      webServices: (platform) => `U schakelt de webservices in ${platform} in.`,
      webServicesUser: () =>
        'U maakt een gebruiker voor webservices aan en vult diens naam en wachtwoord in, samen met uw bedrijfs-ID.',
      entityAccess: (platform) => `Toegang op entiteitsniveau is ingeschakeld in ${platform}.`,
      storeAddress: () => 'U kent het webadres van uw winkel.',
      storeName: () => 'U kent de naam van uw winkel: wat in het adres vóór .myshopify.com staat.',
      ownApp: () =>
        'U maakt een eigen app in het Dev Dashboard van Shopify, installeert die en kopieert de client-ID en het geheim ervan.',
      apiAccount: (platform) =>
        `U maakt in ${platform} een API-account voor de winkel aan en kopieert daaruit vier waarden. Ze worden maar één keer getoond.`,
      onePerRegion: () =>
        'Elke marktplaats wordt apart gekoppeld. U koppelt opnieuw voor elke regio waarin u verkoopt.',
      bank: (platform) => `U kiest uw bank bij ${platform} en logt van daaruit bij uw bank in.`,
      every90Days: () => 'Elke 90 dagen wordt u gevraagd dit te bevestigen.',
      noTrial: () => 'Een proefaccount kan niet worden gekoppeld.',
      notSelfEmployed: () => 'QuickBooks Self-Employed kan niet worden gekoppeld.',
      notClassic: () => 'FreshBooks Classic kan niet worden gekoppeld.',
      standardOnline: () =>
        'U gebruikt de online editie Standard. Sage 200 Professional kan niet worden gekoppeld.',
    },
    password: {
      platform: (platform, lender) =>
        `U logt in op de pagina van ${platform} zelf. ${we(lender)} ziet uw wachtwoord nooit.`,
      codat: (platform, lender) =>
        `U vult uw inloggegevens van ${platform} in op een pagina van Codat, dat uw gegevens voor ${lender || 'deze kredietverstrekker'} leest.`,
      connector: (platform) =>
        `U typt uw wachtwoord van ${platform} in het programma dat u installeert, nooit op deze pagina.`,
    },
    lasts: ({ from, to }) => `Het duurt ${from} tot ${to} minuten.`,
    firstData: {
      overnight: (platform) =>
        `De eerste gegevens komen misschien pas ’s nachts, tussen 19.00 en 7.00 uur, terwijl de computer aanstaat. ${platform} kan niet worden gebruikt zolang er wordt gelezen.`,
      whileComputerIsOn: (platform) =>
        `De eerste gegevens komen binnen een half uur, terwijl de computer waarop ${platform} draait aanstaat.`,
    },
    onPhone: {
      'computer-advised': (platform) => ({
        title: 'Dit gaat makkelijker op een computer',
        advice: `De pagina’s van ${platform} zijn lastig te gebruiken op een klein scherm. Stuur de link naar uw computer of ga hier verder.`,
      }),
      'windows-only': (platform) => ({
        title: `Ga verder op de computer waarop ${platform} draait`,
        advice: `${platform} kan niet vanaf een telefoon worden gekoppeld. Stuur de link naar die computer en open hem daar.`,
      }),
    },
    agreeFirst: 'Vink het vakje aan om verder te gaan.',
    agreeAgain: 'Deze tekst is gewijzigd. Lees hem en vink het vakje aan om verder te gaan.',
    sendToComputer: 'Link naar mijn computer sturen',
    continueTo: (platform) => `Verder naar ${platform}`,
    back: 'Terug naar alle platforms',
  },
  sharing: {
    ask: 'Logt iemand anders daar in?',
    choose: 'Kies het platform dat diegene gebruikt. U krijgt een link die u kunt sturen.',
    myself: 'Ik heb de inloggegevens zelf',
    heading: (platform) => `Een link voor ${platform} sturen`,
    explains: (platform, lender) => [
      `Wie de inloggegevens heeft, opent de link en logt zelf in bij ${platform}. U hebt geen wachtwoord van een ander nodig, en de ander ziet niets van uw aanvraag.`,
      `De link laat zien dat ${lender || 'de kredietverstrekker'} erom vraagt. Hij werkt een beperkte tijd en u kunt hem intrekken.`,
    ],
    get: 'Link maken',
    making: { title: 'De link wordt gemaakt', advice: '' },
    send: 'Link sturen',
    standings: {
      open: (platform) => ({
        title: `Stuur deze link naar wie de inloggegevens van ${platform} heeft`,
        advice: 'Deze pagina laat zien wanneer het klaar is. U kunt weggaan: de link blijft werken.',
      }),
      used: (platform) => ({
        title: `Iemand logt in bij ${platform}`,
        advice: 'Uw link is geopend, maar het is nog niet afgerond. Tot dan blijft de link werken.',
      }),
      connected: (platform) => ({
        title: `${platform} is gekoppeld`,
        advice: 'U kunt op elk moment ontkoppelen.',
      }),
      withdrawn: (platform) => ({
        title: `De link voor ${platform} is ingetrokken`,
        advice: 'Niemand kan er nog mee inloggen.',
      }),
      expired: (platform) => ({
        title: `De link voor ${platform} is verlopen`,
        advice: 'Niemand heeft het inloggen ermee afgerond. Maak een nieuwe link om te sturen.',
      }),
      Unknown: (platform) => ({
        title: `Hoe het met de link voor ${platform} staat, is op dit moment niet te zeggen`,
        advice: 'Laad deze pagina opnieuw om het te zien.',
      }),
    },
    link: 'De link om te sturen',
    copy: 'Link kopiëren',
    mail: 'Per e-mail sturen',
    subject: (platform, lender) => `${we(lender)} vraagt om ${platform} te koppelen`,
    body: (platform, lender, { url, until }) =>
      [
        'Goedendag,',
        `${we(lender)} vraagt om onze gegevens in ${platform} te lezen, en u hebt de inloggegevens. Open deze link en log daar in:`,
        url,
        ...(until ? [`Hij werkt tot ${until}.`] : []),
        'Uw wachtwoord typt u bij het platform zelf: de kredietverstrekker ziet het niet, en ik ook niet.',
      ].join('\n\n'),
    until: (date) => `Werkt tot ${date}`,
    again: 'Nieuwe link maken',
    sent: 'Uw links',
    statuses: {
      open: 'Nog niet geopend',
      used: 'Geopend, niet afgerond',
      connected: 'Gekoppeld',
      withdrawn: 'Ingetrokken',
      expired: 'Verlopen',
      Unknown: 'Onbekend',
    },
    withdraw: 'Intrekken',
    withdrawFor: (platform) => `Link voor ${platform} intrekken`,
    tooMany: {
      title: 'Er zijn al veel links',
      advice: 'Trek er een in die niet meer nodig is en maak dan een nieuwe.',
    },
  },
  journey: {
    creating: { title: 'Wordt voorbereid', advice: 'De inlogpagina gaat zo open.' },
    authorizing: (platform, openedIn) => ({
      title: `Rond het inloggen bij ${platform} af`,
      advice:
        openedIn === 'tab'
          ? 'Dat doet u in dit tabblad; daarna komt u hier terug.'
          : `${openedIn === 'host' ? 'De pagina daarvoor is geopend.' : 'Er is een venster voor geopend.'} Deze pagina gaat vanzelf verder als u klaar bent.`,
    }),
    blocked: (platform) => ({
      title: `Verder naar ${platform}`,
      advice:
        'Uw browser heeft het inlogvenster geblokkeerd. Ga verder in dit tabblad; daarna komt u hier terug.',
    }),
    continueTo: (platform) => `Verder naar ${platform}`,
    confirming: (platform) => ({
      title: `Wordt nagegaan bij ${platform}`,
      advice: 'Dit duurt enkele seconden.',
    }),
    connected: (platform, organisation) => ({
      title: organisation ? `${organisation} is gekoppeld` : `${platform} is gekoppeld`,
      advice: organisation
        ? `Via ${platform}. U kunt op elk moment ontkoppelen.`
        : 'U kunt op elk moment ontkoppelen.',
    }),
    intro: (lender) =>
      `U logt in bij het platform dat u gebruikt en komt daarna terug ${lender ? `bij ${lender}` : 'op deze pagina'}. U kunt op elk moment ontkoppelen.`,
    reads: (lender, types, readsOnly) =>
      `${we(lender)} leest deze gegevens: ${row(types.map(dataType))}.${readsOnly ? ' Er wordt niets gewijzigd.' : ''} U kunt op elk moment ontkoppelen.`,
    unsupported: (platform, lender) => ({
      title: `${platform} kan niet aan ${lender || 'deze kredietverstrekker'} worden gekoppeld`,
      advice: `Kies een ander platform of neem contact op met ${lender || 'de klantenservice'}.`,
    }),
    failedAtPlatform: (platform) => ({
      title: `${platform} meldde een probleem`,
      advice: 'Er is niets gekoppeld. Probeer het opnieuw of kies een ander platform.',
    }),
    abandoned: {
      declined: (platform) => ({
        title: `${platform} is niet gekoppeld`,
        advice: 'U hebt op de inlogpagina geannuleerd. Er is niets gedeeld.',
      }),
      returned: (platform) => ({
        title: `${platform} is nog niet gekoppeld`,
        advice: 'U kwam terug voordat het klaar was. Begin opnieuw wanneer het u uitkomt.',
      }),
      cancelled: (platform) => ({
        title: `${platform} is niet gekoppeld`,
        advice: 'U bent gestopt voordat het klaar was. U kunt op elk moment verdergaan.',
      }),
      expired: (platform) => ({
        title: `${platform} is nog niet gekoppeld`,
        advice:
          'Het inloggen duurde langer dan een half uur, daarom wachten we niet meer. Begin opnieuw wanneer het u uitkomt.',
      }),
    },
    sameAsBefore: (organisation) =>
      organisation
        ? `Log in voor ${organisation}, net als eerder.`
        : 'Log in voor hetzelfde bedrijf als eerder.',
    unsure: (previous, current) =>
      current
        ? 'We kunnen niet nagaan of dat hetzelfde bedrijf is als eerder. Zo niet, ontkoppel het dan en koppel opnieuw.'
        : `Ons wordt niet gezegd welk bedrijf dat is${previous ? `; eerder was het ${previous}` : ''}. Als u voor een ander bedrijf hebt ingelogd, ontkoppel het dan en koppel opnieuw.`,
    comparing: (platform, previous, current) => ({
      title: `U hebt ingelogd voor ${current}`,
      advice: `Eerder was ${platform} gekoppeld voor ${previous}. Ga verder met ${current}, of ontkoppel het en log nog een keer in.`,
    }),
    carryOn: (organisation) => `Verdergaan met ${organisation}`,
    onceMore: 'Ontkoppelen en nog een keer inloggen',
    inApp:
      'Deze pagina is in een andere app geopend. Bij sommige platforms kunt u daar niet inloggen. Open de pagina daarom in uw eigen browser.',
    openInBrowser: 'In uw browser openen',
    notListed: 'Staat het uwe er niet bij?',
    otherWays: (lender) => `Vraag ${lender || 'de kredietverstrekker'} wat u in plaats daarvan kunt sturen.`,
    startAgain: 'Opnieuw beginnen',
    showWindow: 'Venster tonen',
    openAgain: 'Nieuw inlogvenster openen',
    signInHost: (host) => `De inlogpagina staat op ${host}.`,
    pasteLink: 'Kopieer de link, open Safari of Chrome en plak de link daar.',
    openHere: 'Toch in dit tabblad openen',
    cancel: 'Annuleren',
    status: 'Gekoppeld',
    leave: {
      connected: 'Klaar',
      change: 'Wijzigen',
      another: 'Nog een koppelen',
      platforms: 'Een ander platform kiezen',
      away: 'Sluiten',
    },
  },
  connectionList: {
    heading: 'Uw koppelingen',
    empty: 'Er is nog niets gekoppeld.',
    choose: 'Kiezen wat wordt gekoppeld',
    search: 'Een koppeling zoeken',
    results: createPluralFormatter('nl', { one: '# koppeling gevonden', other: '# koppelingen gevonden' }),
    noneFor: (query) => `Niets gevonden voor ‘${query}’. Probeer een kortere naam.`,
    unreadable: createPluralFormatter('nl', {
      one: '# kan niet worden getoond.',
      other: '# kunnen niet worden getoond.',
    }),
    needsPerson: 'Door u te doen',
    statuses: {
      Linked: 'Gekoppeld',
      PendingAuth: 'Nog niet afgerond',
      Failed: 'Koppelen mislukt',
      Deauthorized: 'Toegang verloren',
      Unlinked: 'Ontkoppeld',
      ReadOnce: 'Eén keer gelezen',
      Unknown: 'Vraagt aandacht',
    },
    whys: {
      unfinished: (platform) =>
        `U hebt het inloggen bij ${platform} niet afgerond. Er wordt nog niets gedeeld.`,
      declined: (platform) => `Het inloggen bij ${platform} is geannuleerd. Er wordt nog niets gedeeld.`,
      failed: (platform, lender) =>
        `${platform} meldde een probleem tijdens het inloggen. Neem contact op met ${lender || 'de klantenservice'} als het weer gebeurt.`,
      unsupported: (platform, lender, canChoose) =>
        `${platform} kan hier niet worden gekoppeld. ${canChoose ? 'Kies een ander platform of neem' : 'Neem'} contact op met ${lender || 'de klantenservice'}.`,
      lost: (platform, lender) =>
        `${platform} laat ${lender || 'deze kredietverstrekker'} niet meer lezen. De toegang is verlopen of daar beëindigd.`,
      readOnce: (platform, lender) =>
        `${we(lender)} heeft ${platform} gelezen en leest niets nieuws. Was dat niet de bedoeling, neem dan contact op met ${lender || 'de klantenservice'}.`,
      unlinked: (_, lender) => `${we(lender)} behoudt wat al gelezen is en leest niets nieuws.`,
      unknown: (platform, lender) =>
        `Er is iets met ${platform} dat aandacht vraagt. Vraag ${lender || 'de klantenservice'} wat het is.`,
    },
    since: (date) => `sinds ${date}`,
    read: (ago) => `${ago} gelezen`,
    ways: {
      finish: { short: 'Afronden', whole: (platform) => `Koppeling met ${platform} afronden` },
      tryAgain: {
        short: 'Opnieuw proberen',
        whole: (platform) => `Opnieuw proberen ${platform} te koppelen`,
      },
      reconnect: { short: 'Opnieuw koppelen', whole: (platform) => `${platform} opnieuw koppelen` },
      choose: { short: 'Ander kiezen', whole: (platform) => `Ander kiezen dan ${platform}` },
    },
    more: (platform) => `Meer voor ${platform}`,
    actions: { disconnect: 'Ontkoppelen', delete: 'Verwijderen' },
    under: {
      disconnect: (platform) => `${platform} wordt ontkoppeld`,
      delete: (platform) => `${platform} wordt verwijderd`,
    },
    done: {
      disconnect: (platform, lender) =>
        `${platform} is ontkoppeld. ${we(lender)} behoudt wat al gelezen is en leest niets nieuws.`,
      delete: (platform, lender) =>
        `De koppeling met ${platform} is verwijderd. ${we(lender)} kan de gegevens ervan niet meer via Codat lezen.`,
    },
    changed: (platform, status) => `${platform}: ${status}`,
    ofOrganisation: (platform, organisation) => `${platform} (${organisation})`,
    connectAnother: { Banking: 'Nog een bank koppelen', Commerce: 'Nog een winkel koppelen' },
    details: {
      show: 'Bijzonderheden',
      hide: 'Bijzonderheden verbergen',
      heading: (platform) => `Bijzonderheden van ${platform}`,
      organisation: 'Bedrijf',
      unnamed: (platform) => `Niet vermeld door ${platform}`,
      since: 'Gekoppeld sinds',
      begun: 'Begonnen',
      lastRead: 'Laatst gelezen',
      never: 'Nog niet',
      dataTypes: 'Wat er wordt gelezen',
      noDataTypes: 'Nog niets',
      unreadable: 'Dit kan op dit moment niet worden opgezocht.',
      reference: 'Referentie',
    },
    confirm: {
      disconnect: (platform, lender) => ({
        title: `${platform} ontkoppelen?`,
        advice: `${we(lender)} behoudt wat al gelezen is en leest niets nieuws. U kunt op elk moment opnieuw koppelen.`,
        yes: 'Ontkoppelen',
        no: 'Gekoppeld laten',
      }),
      delete: (platform, lender) => ({
        title: `De koppeling met ${platform} verwijderen?`,
        advice: `${we(lender)} kan de gegevens van deze koppeling dan niet meer via Codat lezen. Dit kan niet ongedaan worden gemaakt.`,
        yes: 'Definitief verwijderen',
        no: 'Behouden',
      }),
    },
  },
  syncProgress: {
    heading: (platforms, reading) => {
      const from = platforms.length > 0 ? ` uit ${list(platforms)}` : '';
      return reading ? `Uw gegevens${from} worden gelezen` : `Uw gegevens${from}`;
    },
    idle: 'Er wordt op dit moment niets gelezen.',
    progress: {
      waiting: 'Wacht',
      reading: 'Wordt gelezen',
      ready: 'Gereed',
      failed: 'Niet leesbaar',
    },
    notOffered: (types, platform) => `${platform} biedt deze gegevens niet aan: ${row(types)}.`,
    readingShare: (percent) => `Wordt gelezen, ${percent}`,
    pausedUntil: (when) => `Gepauzeerd tot ${when}`,
    count: (ready, all) => `${ready} van ${all} gereed`,
    reading: 'Dit duurt enkele minuten. U kunt deze pagina verlaten; het gaat door.',
    enough: 'Genoeg om te beginnen. De rest komt op de achtergrond; u kunt deze pagina verlaten.',
    complete: 'Alles wat gelezen kan worden, is gelezen.',
    partly: 'Al het andere is gelezen.',
    nothingRead: 'Er kon niets worden gelezen.',
    slow: {
      overnight: (platform) =>
        `${platform} wordt tussen 19.00 en 7.00 uur gelezen, terwijl de computer waarop het draait aanstaat. U kunt deze pagina verlaten.`,
      whileComputerIsOn: (platform) =>
        `Begint wanneer de computer waarop ${platform} draait aanstaat. U kunt deze pagina verlaten.`,
      afterInstalling: (platform) =>
        `Begint 10 tot 20 minuten na het koppelen, zodra in ${platform} geïnstalleerd is wat de gegevens leest. U kunt deze pagina verlaten.`,
    },
    troubles: {
      reconnect: (types, platform, lender) =>
        `${platform} laat ${lender || 'deze kredietverstrekker'} deze gegevens niet meer lezen: ${list(types)}. Koppel opnieuw om verder te gaan.`,
      permission: (types, platform) =>
        `Wie bij ${platform} heeft ingelogd, mag deze gegevens niet zien: ${list(types)}. Vraag een beheerder van ${platform} om het toe te staan.`,
      prerequisite: (types, platform, lender) =>
        `In ${platform} moet iets worden ingesteld voordat deze gegevens gelezen kunnen worden: ${list(types)}. Vraag ${lender || 'de klantenservice'} wat het is.`,
      later: (types, platform) =>
        `${platform} heeft deze gegevens niet gegeven: ${list(types)}. Bij een volgend verzoek kan het lukken; u hoeft niets te doen.`,
      support: (types) =>
        `Deze gegevens waren niet te begrijpen: ${list(types)}. Codat let hierop; u hoeft niets te doen.`,
      stopped: (types, _, lender) =>
        `Het lezen van deze gegevens is gestopt: ${list(types)}. Was dat niet de bedoeling, neem dan contact op met ${lender || 'de klantenservice'}.`,
    },
    older: 'Wat eerder gelezen is, blijft bruikbaar.',
    reconnect: (platform) => `${platform} opnieuw koppelen`,
    dataType,
  },
  connectionResult: {
    checking: 'Uw koppeling wordt nagegaan',
    connected: (platform, lender) => ({
      title: `${platform} is gekoppeld`,
      advice: `${we(lender)} kan uw gegevens nu lezen. U kunt op elk moment ontkoppelen.`,
    }),
    declined: (platform) => ({
      title: `${platform} is niet gekoppeld`,
      advice: 'U hebt op de inlogpagina geannuleerd. Er is niets gedeeld.',
    }),
    unsupported: (platform) => ({
      title: `${platform} kan hier niet worden gekoppeld`,
      advice: 'Ga terug om een ander platform te kiezen.',
    }),
    failed: (platform) => ({
      title: `${platform} is niet gekoppeld`,
      advice: `${platform} meldde een probleem. Ga terug om het opnieuw te proberen.`,
    }),
    unfinished: (platform) => ({
      title: `${platform} is nog niet gekoppeld`,
      advice: 'Ga terug om het af te ronden wanneer het u uitkomt.',
    }),
    shared: {
      connected: (platform) => ({
        title: `${platform} is gekoppeld`,
        advice: 'U kunt dit venster sluiten. Wie u de link heeft gestuurd, ziet het vanzelf.',
      }),
      declined: (platform) => ({
        title: `${platform} is niet gekoppeld`,
        advice: 'U hebt op de inlogpagina geannuleerd en er is niets gedeeld. Uw link blijft werken.',
      }),
      unsupported: (platform, lender) => ({
        title: `${platform} kan hier niet worden gekoppeld`,
        advice: `${we(lender)} kan er niet mee werken. Laat het weten aan wie u de link heeft gestuurd.`,
      }),
      failed: (platform) => ({
        title: `${platform} is niet gekoppeld`,
        advice: `${platform} meldde een probleem. Open uw link nog een keer om het opnieuw te proberen.`,
      }),
      unfinished: (platform) => ({
        title: `${platform} is nog niet gekoppeld`,
        advice: 'Open uw link nog een keer om het af te ronden.',
      }),
    },
    unknown: (lender) => ({
      title: 'Van hieruit is niet te zeggen wat er is gebeurd',
      advice: `Ga terug naar ${lender || 'de pagina waar u vandaan kwam'} om te zien of er gekoppeld is.`,
    }),
    goBack: (lender) => (lender ? `Terug naar ${lender}` : 'Terug'),
    continueTo: (lender) => (lender ? `Verder naar ${lender}` : 'Verder'),
    closing: 'U kunt verdergaan in het andere venster. Dit venster sluit vanzelf.',
    leftOver: 'U kunt verdergaan in het andere venster en dit venster sluiten.',
    closeWindow: 'Dit venster sluiten',
    cannotClose: 'Uw browser houdt dit venster open. U kunt het zelf sluiten.',
  },
  poweredByCodat: { label: 'Mogelijk gemaakt door Codat' },
} satisfies PartialMessages;
