import { createDataTypeNameLookup, createListFormatter, createPluralFormatter } from '../formatters.js';
import type { TitledMessage, PartialMessages } from '../messages.js';

/** The lender's name, or a phrase for the lender if there is none. */
const we = (lender: string): string => lender || 'Questo finanziatore';

const away: TitledMessage = {
  title: 'Questo servizio non è raggiungibile al momento',
  advice: 'Nulla va perso. Riprovi tra poco.',
};

const wrong: TitledMessage = {
  title: 'Si è verificato un problema',
  advice: 'Se si ripete, contatti l’assistenza.',
};

/** The phrase for a person's platform, by source type. */
const possessions: Readonly<Record<string, string>> = {
  Accounting: 'il Suo software di contabilità',
  Banking: 'la Sua banca',
  Commerce: 'il Suo negozio',
};

const list = createListFormatter('it');

function connect(sourceTypes: readonly string[]): string {
  const known = sourceTypes.flatMap((type) => possessions[type] ?? []);
  return `Colleghi ${known.length > 0 ? list(known) : 'la Sua azienda'}`;
}

/** A list of data types in the middle of a sentence, so in lower case. */
const row = (types: readonly string[]): string =>
  list(types.map((type) => type.charAt(0).toLowerCase() + type.slice(1)));

const dataType = createDataTypeNameLookup(
  {
    accountTransactions: 'Movimenti contabili',
    balanceSheet: 'Stato patrimoniale',
    bankAccounts: 'Conti bancari',
    bankTransactions: 'Movimenti bancari',
    billCreditNotes: 'Note di credito dei fornitori',
    billPayments: 'Pagamenti ai fornitori',
    bills: 'Fatture di acquisto',
    cashFlowStatement: 'Rendiconto finanziario',
    chartOfAccounts: 'Piano dei conti',
    company: 'Dati dell’azienda',
    creditNotes: 'Note di credito',
    customers: 'Clienti',
    directCosts: 'Acquisti in contanti',
    directIncomes: 'Vendite in contanti',
    invoices: 'Fatture di vendita',
    itemReceipts: 'Ricevimenti merci',
    items: 'Articoli',
    journalEntries: 'Registrazioni contabili',
    journals: 'Libri giornale',
    paymentMethods: 'Metodi di pagamento',
    payments: 'Pagamenti',
    profitAndLoss: 'Conto economico',
    purchaseOrders: 'Ordini di acquisto',
    salesOrders: 'Ordini di vendita',
    suppliers: 'Fornitori',
    taxRates: 'Aliquote fiscali',
    trackingCategories: 'Centri di costo e categorie',
    transfers: 'Giroconti',
    'banking-accountBalances': 'Saldi dei conti',
    'banking-accounts': 'Conti bancari',
    'banking-transactionCategories': 'Categorie dei movimenti',
    'banking-transactions': 'Movimenti bancari',
    companyInfo: 'Dati del negozio',
    disputes: 'Contestazioni',
    locations: 'Sedi',
    orders: 'Ordini',
    productCategories: 'Categorie di prodotti',
    products: 'Prodotti',
    taxComponents: 'Imposte',
    transactions: 'Transazioni',
  },
  'Altri dati',
);

/** Italian, with the formal "Lei". A draft until someone whose language it is signs for it in this line. */
export const it = {
  common: {
    loading: 'Caricamento in corso',
    tryAgain: 'Riprova',
    reload: 'Ricarica la pagina',
    signIn: 'Accedi',
    away: 'Questo servizio non è raggiungibile al momento.',
    opening: (platform) => `Apertura di ${platform}`,
  },
  copying: {
    reference: (id) => `Riferimento ${id}`,
    copy: 'Copia',
    copied: 'Copiato',
    notCopied: 'Il browser non lo copia. Lo selezioni e lo copi manualmente.',
  },
  errors: {
    'signed-out': {
      title: 'L’accesso è terminato',
      advice: 'Acceda di nuovo per continuare da dove era rimasto.',
    },
    token: away,
    refused: {
      title: 'Non ha accesso a questa pagina',
      advice: 'Contatti l’assistenza per ottenere l’accesso.',
    },
    missing: {
      title: 'Questo elemento non c’è più',
      advice: 'Contatti l’assistenza se dovrebbe esserci ancora.',
    },
    outdated: { title: 'Questa pagina non è aggiornata', advice: 'La ricarichi per continuare.' },
    rejected: wrong,
    busy: {
      title: 'In questo momento ci sono molte richieste',
      advice: 'Attenda un minuto, poi riprovi.',
    },
    unavailable: away,
    slow: {
      title: 'In questo momento ci vuole troppo tempo',
      advice: 'Nulla va perso. Riprovi tra poco.',
    },
    unreachable: away,
    offline: {
      title: 'Non c’è connessione a internet',
      advice: 'Controlli la rete, poi riprovi.',
    },
    unreadable: wrong,
    declined: {
      title: 'La piattaforma ha segnalato un problema',
      advice: 'Non è stato collegato nulla. Riprovi o scelga un’altra piattaforma.',
    },
    unsupported: {
      title: 'Questa piattaforma non si può collegare qui',
      advice: 'Ne scelga un’altra o contatti l’assistenza.',
    },
  },
  sourceTypes: {
    Accounting: 'Contabilità',
    Banking: 'Banche',
    BankFeed: 'Movimenti bancari',
    Commerce: 'Negozi e pagamenti',
    Expense: 'Spese',
    Other: 'Altre',
    Unknown: 'Altre',
  },
  platformPicker: {
    heading: connect,
    search: 'Cerca la piattaforma',
    results: createPluralFormatter('it', { one: '# piattaforma', other: '# piattaforme' }),
    resultsFor: (results, query) => `${results} per ${query}`,
    moreResults: createPluralFormatter('it', {
      one: 'e un’altra: continui a scrivere',
      other: 'e altre #: continui a scrivere',
    }),
    showAll: createPluralFormatter('it', { other: 'Mostra tutte (#)' }),
    none: 'Al momento qui non c’è nulla da collegare.',
    noneFor: (query) =>
      `Nessun risultato per «${query}». Controlli l’ortografia o provi con un nome più breve.`,
    mostUsed: 'Le più usate',
    marks: { connected: 'Collegata', pending: 'Completa il collegamento', failed: 'Riprova' },
    required: (types) => `${connect(types)} per continuare.`,
  },
  preparing: {
    alreadyConnected: (platform, lender) => ({
      title: `Il collegamento con ${platform} è attivo`,
      advice: `Si può collegare una sola piattaforma di contabilità alla volta. Se la cambia, ${lender || 'questo finanziatore'} conserva i dati già letti.`,
    }),
    replace: (connected, wanted) => `Scollega ${connected} e collega ${wanted}`,
    heading: (platform) => `Collega ${platform}`,
    needsHeading: 'Prima di iniziare',
    needsThere: 'Che cosa Le serve lì',
    copyKey: 'Copia la chiave di licenza',
    needs: {
      administrator: (platform) => `Accede a ${platform} come amministratore.`,
      companyAdministrator: (platform) =>
        `Accede a ${platform} come amministratore principale o amministratore dell’azienda.`,
      adminApproval: () =>
        'È possibile che il Suo amministratore Microsoft debba prima dare l’approvazione. Dopo si ricomincia.',
      staffPermissions: (platform) =>
        `Il Suo account di ${platform} ha i permessi «Enable app development» e «Develop apps».`,
      windowsComputer: (platform) =>
        `Si trova davanti al computer Windows su cui è in esecuzione ${platform}. Su un Mac non funziona.`,
      windowsAdministrator: () => 'Può installare programmi su quel computer.',
      ownComputer: (platform) =>
        `${platform} è in esecuzione proprio su quel computer e non presso un servizio di hosting come Online50.`,
      installer: () => 'Scarica un piccolo programma e lo installa lì.',
      orHosted: () => 'Se usa QuickBooks Enterprise Cloud o Rightworks non c’è nulla da installare.',
      licenceKey: () => 'Il programma chiede una chiave di licenza. La copia da questa pagina.',
      companyOpen: (platform) => `${platform} è aperto e ha effettuato l’accesso all’azienda da collegare.`,
      fileUser: (platform) =>
        `Conosce il nome e la password di un utente di ${platform} che può leggere tutto.`,
      accountRightFileUser: () =>
        'Per un file AccountRight, ne conosce il nome utente e la password, che Codat chiede e conserva.',
      onlineFile: () => 'Il file della Sua azienda è online, non solo su un computer.',
      bundle: (platform) => `Installa il pacchetto «AppLink» in ${platform} e ne attiva quattro funzioni.`,
      extension: (platform) =>
        `L’estensione «App Link» di Codat è installata in ${platform}. Nel frattempo la pagina potrebbe ricaricarsi da sola.`,
      subsidiary: () => 'Sceglie l’account di produzione e una sola società controllata.',
      webServices: (platform) => `Attiva i servizi web in ${platform}.`,
      webServicesUser: () =>
        'Crea un utente per i servizi web e ne inserisce il nome e la password insieme all’ID della Sua azienda.',
      entityAccess: (platform) => `In ${platform} è attivo l’accesso a livello di entità.`,
      storeAddress: () => 'Conosce l’indirizzo web del Suo negozio.',
      storeName: () => 'Conosce il nome del Suo negozio: ciò che precede .myshopify.com nel suo indirizzo.',
      ownApp: () =>
        'Crea una propria app nel Dev Dashboard di Shopify, la installa e ne copia l’ID client e il segreto.',
      apiAccount: (platform) =>
        `Crea in ${platform} un account API per il negozio e ne copia quattro valori. Vengono mostrati una sola volta.`,
      onePerRegion: () =>
        'Ogni mercato si collega separatamente. Ripeta il collegamento per ogni area in cui vende.',
      bank: (platform) => `Sceglie la Sua banca in ${platform} e da lì vi accede.`,
      every90Days: () => 'Ogni 90 giorni Le viene chiesto di confermarlo.',
      noTrial: () => 'Un account di prova non si può collegare.',
      notSelfEmployed: () => 'QuickBooks Self-Employed non si può collegare.',
      notClassic: () => 'FreshBooks Classic non si può collegare.',
      standardOnline: () => 'Usa l’edizione Standard online. Sage 200 Professional non si può collegare.',
    },
    password: {
      platform: (platform, lender) =>
        `Accede nella pagina di ${platform}. ${we(lender)} non vede mai la Sua password.`,
      codat: (platform, lender) =>
        `Inserisce i Suoi dati di accesso a ${platform} in una pagina di Codat, che legge i Suoi dati per ${lender || 'questo finanziatore'}.`,
      connector: (platform) =>
        `Inserisce la Sua password di ${platform} nel programma che installa, mai in questa pagina.`,
    },
    lasts: ({ from, to }) => `Richiede da ${from} a ${to} minuti.`,
    firstData: {
      overnight: (platform) =>
        `I primi dati potrebbero arrivare solo di notte, tra le 19 e le 7, con il computer acceso. ${platform} non si può usare durante la lettura.`,
      whileComputerIsOn: (platform) =>
        `I primi dati arrivano entro mezz’ora, con il computer su cui è in esecuzione ${platform} acceso.`,
    },
    onPhone: {
      'computer-advised': (platform) => ({
        title: 'È più semplice al computer',
        advice: `Le pagine di ${platform} sono difficili da usare su uno schermo piccolo. Invii il link al Suo computer o continui qui.`,
      }),
      'windows-only': (platform) => ({
        title: `Continui dal computer su cui è in esecuzione ${platform}`,
        advice: `${platform} non si può collegare da un telefono. Invii il link a quel computer e lo apra lì.`,
      }),
    },
    agreeFirst: 'Selezioni la casella per continuare.',
    agreeAgain: 'Questo testo è cambiato. Lo legga e selezioni la casella per continuare.',
    sendToComputer: 'Invia il link al mio computer',
    continueTo: (platform) => `Continua su ${platform}`,
    back: 'Torna a tutte le piattaforme',
  },
  sharing: {
    ask: 'Accede un’altra persona?',
    choose: 'Scelga la piattaforma che usa questa persona. Riceve un link da inviarle.',
    myself: 'I dati di accesso li ho io',
    heading: (platform) => `Invia un link per ${platform}`,
    explains: (platform, lender) => [
      `Chi ha i dati di accesso apre il link e accede personalmente a ${platform}. A Lei non serve la sua password, e quella persona non vede nulla della Sua domanda.`,
      `Il link mostra che la richiesta viene da ${lender || 'questo finanziatore'}. Funziona per un tempo limitato e può ritirarlo.`,
    ],
    get: 'Crea il link',
    making: { title: 'Creazione del link', advice: '' },
    send: 'Invia il link',
    standings: {
      open: (platform) => ({
        title: `Invii questo link a chi ha i dati di accesso a ${platform}`,
        advice: 'Questa pagina mostra quando ha finito. Può lasciarla: il link continua a funzionare.',
      }),
      used: (platform) => ({
        title: `Qualcuno sta accedendo a ${platform}`,
        advice:
          'Il Suo link è stato aperto e l’accesso non è ancora completo. Fino ad allora continua a funzionare.',
      }),
      connected: (platform) => ({
        title: `Il collegamento con ${platform} è attivo`,
        advice: 'Può scollegare in qualsiasi momento.',
      }),
      withdrawn: (platform) => ({
        title: `Il link per ${platform} è stato ritirato`,
        advice: 'Nessuno può più usarlo per accedere.',
      }),
      expired: (platform) => ({
        title: `Il link per ${platform} è scaduto`,
        advice: 'Nessuno ha completato l’accesso con questo link. Ne crei un altro da inviare.',
      }),
      Unknown: (platform) => ({
        title: `Al momento non si può sapere a che punto è il link per ${platform}`,
        advice: 'Ricarichi questa pagina per vederlo.',
      }),
    },
    link: 'Il link da inviare',
    copy: 'Copia il link',
    mail: 'Invia per e-mail',
    subject: (platform, lender) => `${we(lender)} chiede di collegare ${platform}`,
    body: (platform, lender, { url, until }) =>
      [
        'Buongiorno,',
        `${we(lender)} chiede di leggere i nostri dati in ${platform}, e i dati di accesso li ha Lei. Apra questo link ed effettui l’accesso:`,
        url,
        ...(until ? [`Funziona fino al ${until}.`] : []),
        'La password si inserisce nella piattaforma stessa: non la vediamo né io né il finanziatore.',
      ].join('\n\n'),
    until: (date) => `Funziona fino al ${date}`,
    again: 'Crea un altro link',
    sent: 'I Suoi link',
    statuses: {
      open: 'Non ancora aperto',
      used: 'Aperto, non completato',
      connected: 'Collegata',
      withdrawn: 'Ritirato',
      expired: 'Scaduto',
      Unknown: 'Non si sa',
    },
    withdraw: 'Ritira',
    withdrawFor: (platform) => `Ritira il link per ${platform}`,
    tooMany: {
      title: 'Ci sono già molti link',
      advice: 'Ne ritiri uno che non serve più, poi ne crei un altro.',
    },
  },
  journey: {
    creating: { title: 'Preparazione in corso', advice: 'Tra un attimo si apre la pagina di accesso.' },
    authorizing: (platform, openedIn) => ({
      title: `Completi l’accesso a ${platform}`,
      advice:
        openedIn === 'tab'
          ? 'Lo fa in questa scheda, e poi torna qui.'
          : `${openedIn === 'host' ? 'Si è aperta la pagina per farlo.' : 'Si è aperta una finestra per farlo.'} Quando ha finito, questa pagina prosegue da sola.`,
    }),
    blocked: (platform) => ({
      title: `Continui su ${platform}`,
      advice: 'Il browser ha bloccato la finestra di accesso. Continui in questa scheda; poi torna qui.',
    }),
    continueTo: (platform) => `Continua su ${platform}`,
    confirming: (platform) => ({
      title: `Verifica con ${platform}`,
      advice: 'Richiede alcuni secondi.',
    }),
    connected: (platform, organisation) => ({
      title: `Il collegamento con ${organisation ?? platform} è attivo`,
      advice: organisation
        ? `Tramite ${platform}. Può scollegare in qualsiasi momento.`
        : 'Può scollegare in qualsiasi momento.',
    }),
    intro: (lender) =>
      `Acceda alla piattaforma che usa e poi torni ${lender ? `al sito di ${lender}` : 'a questa pagina'}. Può scollegare in qualsiasi momento.`,
    reads: (lender, types, readsOnly) =>
      `${we(lender)} legge questi dati: ${row(types.map(dataType))}.${readsOnly ? ' Non modifica nulla.' : ''} Può scollegare in qualsiasi momento.`,
    unsupported: (platform, lender) => ({
      title: `${platform} non si può collegare a ${lender || 'questo finanziatore'}`,
      advice: `Scelga un’altra piattaforma o contatti ${lender || 'l’assistenza'}.`,
    }),
    failedAtPlatform: (platform) => ({
      title: `${platform} ha segnalato un problema`,
      advice: 'Non è stato collegato nulla. Riprovi o scelga un’altra piattaforma.',
    }),
    abandoned: {
      declined: (platform) => ({
        title: `Nessun collegamento con ${platform}`,
        advice: 'Ha annullato nella pagina di accesso. Non è stato condiviso nulla.',
      }),
      returned: (platform) => ({
        title: `Ancora nessun collegamento con ${platform}`,
        advice: 'È tornato indietro prima della fine. Ricominci quando vuole.',
      }),
      cancelled: (platform) => ({
        title: `Nessun collegamento con ${platform}`,
        advice: 'Ha interrotto prima della fine. Può riprendere in qualsiasi momento.',
      }),
      expired: (platform) => ({
        title: `Ancora nessun collegamento con ${platform}`,
        advice: 'L’accesso ha richiesto più di mezz’ora, quindi non aspettiamo più. Ricominci quando vuole.',
      }),
    },
    sameAsBefore: (organisation) =>
      organisation ? `Acceda per ${organisation}, come prima.` : 'Acceda per la stessa azienda di prima.',
    unsure: (previous, current) =>
      current
        ? 'Non possiamo verificare se è la stessa azienda di prima. Se non lo è, la scolleghi e colleghi di nuovo.'
        : `Non ci viene detto di quale azienda si tratta${previous ? `; prima era ${previous}` : ''}. Se ha effettuato l’accesso per un’altra, la scolleghi e colleghi di nuovo.`,
    comparing: (platform, previous, current) => ({
      title: `Ha effettuato l’accesso per ${current}`,
      advice: `Prima, ${platform} era collegato per ${previous}. Continui con ${current}, oppure scolleghi e acceda un’altra volta.`,
    }),
    carryOn: (organisation) => `Continua con ${organisation}`,
    onceMore: 'Scollega e accedi un’altra volta',
    inApp:
      'Questa pagina è aperta all’interno di un’altra app. Alcune piattaforme non permettono di accedere da lì, quindi la apra nel Suo browser.',
    openInBrowser: 'Apri nel browser',
    notListed: 'Non trova la Sua?',
    otherWays: (lender) => `Chieda a ${lender || 'questo finanziatore'} che cosa può inviare in alternativa.`,
    startAgain: 'Ricomincia',
    showWindow: 'Mostra la finestra',
    openAgain: 'Apri una nuova finestra di accesso',
    signInHost: (host) => `La pagina di accesso è su ${host}.`,
    pasteLink: 'Copi il link, apra Safari o Chrome e lo incolli lì.',
    openHere: 'Apri invece in questa scheda',
    cancel: 'Annulla',
    status: 'Collegata',
    leave: {
      connected: 'Fine',
      change: 'Cambia',
      another: 'Collega un’altra piattaforma',
      platforms: 'Scegli un’altra piattaforma',
      away: 'Chiudi',
    },
  },
  connectionList: {
    heading: 'I Suoi collegamenti',
    empty: 'Non è ancora collegato nulla.',
    choose: 'Scelga che cosa collegare',
    search: 'Cerca un collegamento',
    results: createPluralFormatter('it', { one: '# collegamento', other: '# collegamenti' }),
    noneFor: (query) => `Nessun risultato per “${query}”. Provi con un nome più breve.`,
    unreadable: createPluralFormatter('it', {
      one: '# non si può mostrare.',
      other: '# non si possono mostrare.',
    }),
    needsPerson: 'Da fare per Lei',
    statuses: {
      Linked: 'Collegata',
      PendingAuth: 'Da completare',
      Failed: 'Collegamento non riuscito',
      Deauthorized: 'Accesso perso',
      Unlinked: 'Scollegata',
      ReadOnce: 'Letta una volta',
      Unknown: 'Da verificare',
    },
    whys: {
      unfinished: (platform) =>
        `Non ha completato l’accesso a ${platform}. Non viene ancora condiviso nulla.`,
      declined: (platform) => `L’accesso a ${platform} è stato annullato. Non viene ancora condiviso nulla.`,
      failed: (platform, lender) =>
        `${platform} ha segnalato un problema durante l’accesso. Se si ripete, contatti ${lender || 'l’assistenza'}.`,
      unsupported: (platform, lender, canChoose) =>
        `${platform} non si può collegare qui. ${canChoose ? 'Scelga un’altra piattaforma o contatti' : 'Contatti'} ${lender || 'l’assistenza'}.`,
      lost: (platform, lender) =>
        `${platform} non permette più la lettura a ${lender || 'questo finanziatore'}. L’accesso è scaduto o è stato revocato lì.`,
      readOnce: (platform, lender) =>
        `${we(lender)} ha letto ${platform} e non legge nulla di nuovo. Se non era previsto, contatti ${lender || 'l’assistenza'}.`,
      unlinked: (_, lender) => `${we(lender)} conserva ciò che ha già letto e non legge nulla di nuovo.`,
      unknown: (platform, lender) =>
        `In ${platform} c’è qualcosa da verificare. Chieda a ${lender || 'un operatore dell’assistenza'} di che cosa si tratta.`,
    },
    since: (date) => `dal ${date}`,
    read: (ago) => `lettura: ${ago}`,
    ways: {
      finish: { short: 'Completa', whole: (platform) => `Completa il collegamento con ${platform}` },
      tryAgain: { short: 'Riprova', whole: (platform) => `Riprova a collegare ${platform}` },
      reconnect: { short: 'Ricollega', whole: (platform) => `Ricollega ${platform}` },
      choose: { short: 'Scegli un’altra', whole: (platform) => `Scegli un’altra al posto di ${platform}` },
    },
    more: (platform) => `Altro per ${platform}`,
    actions: { disconnect: 'Scollega', delete: 'Elimina' },
    under: {
      disconnect: (platform) => `Scollegamento di ${platform}`,
      delete: (platform) => `Eliminazione di ${platform}`,
    },
    done: {
      disconnect: (platform, lender) =>
        `Il collegamento con ${platform} è interrotto. ${we(lender)} conserva ciò che ha già letto e non legge nulla di nuovo.`,
      delete: (platform, lender) =>
        `Il collegamento con ${platform} è eliminato. ${we(lender)} non può più leggerne i dati tramite Codat.`,
    },
    changed: (platform, status) => `${platform}: ${status}`,
    ofOrganisation: (platform, organisation) => `${platform} (${organisation})`,
    connectAnother: { Banking: 'Collega un’altra banca', Commerce: 'Collega un altro negozio' },
    details: {
      show: 'Dettagli',
      hide: 'Nascondi i dettagli',
      heading: (platform) => `Dettagli di ${platform}`,
      organisation: 'Azienda',
      unnamed: (platform) => `Non indicata da ${platform}`,
      since: 'Collegata dal',
      begun: 'Iniziata il',
      lastRead: 'Ultima lettura',
      never: 'Non ancora',
      dataTypes: 'Che cosa viene letto',
      noDataTypes: 'Ancora nulla',
      unreadable: 'Al momento non è possibile verificarlo.',
      reference: 'Riferimento',
    },
    confirm: {
      disconnect: (platform, lender) => ({
        title: `Scollegare ${platform}?`,
        advice: `${we(lender)} conserva ciò che ha già letto e non legge nulla di nuovo. Può ricollegare in qualsiasi momento.`,
        yes: 'Scollega',
        no: 'Mantieni il collegamento',
      }),
      delete: (platform, lender) => ({
        title: `Eliminare il collegamento con ${platform}?`,
        advice: `${we(lender)} non può più leggere i dati di questo collegamento tramite Codat. L’operazione non si può annullare.`,
        yes: 'Elimina definitivamente',
        no: 'Mantieni',
      }),
    },
  },
  syncProgress: {
    heading: (platforms, reading) => {
      const what = reading ? 'Lettura dei Suoi dati' : 'I Suoi dati';
      return platforms.length > 0 ? `${what} da ${list(platforms)}` : what;
    },
    idle: 'Al momento non viene letto nulla.',
    progress: {
      waiting: 'In attesa',
      reading: 'Lettura in corso',
      ready: 'Disponibile',
      failed: 'Lettura non riuscita',
    },
    notOffered: (types, platform) => `${platform} non offre questi dati: ${row(types)}.`,
    readingShare: (percent) => `Lettura in corso, ${percent}`,
    pausedUntil: (when) => `In pausa fino a: ${when}`,
    count: (ready, all) => `${ready} di ${all} disponibili`,
    reading: 'Richiede alcuni minuti. Può lasciare questa pagina; la lettura prosegue.',
    enough: 'È sufficiente per iniziare. Il resto arriva in background; può lasciare questa pagina.',
    complete: 'Tutto ciò che si può leggere è stato letto.',
    partly: 'Tutto il resto è stato letto.',
    nothingRead: 'Non è stato possibile leggere nulla.',
    slow: {
      overnight: (platform) =>
        `${platform} viene letto tra le 19 e le 7, con il computer su cui è in esecuzione acceso. Può lasciare questa pagina.`,
      whileComputerIsOn: (platform) =>
        `Inizia quando il computer su cui è in esecuzione ${platform} è acceso. Può lasciare questa pagina.`,
      afterInstalling: (platform) =>
        `Inizia da 10 a 20 minuti dopo il collegamento, quando in ${platform} è installato ciò che legge i dati. Può lasciare questa pagina.`,
    },
    troubles: {
      reconnect: (types, platform, lender) =>
        `${platform} non permette più a ${lender || 'questo finanziatore'} di leggere questi dati: ${list(types)}. Ricolleghi per continuare.`,
      permission: (types, platform) =>
        `Chi ha effettuato l’accesso a ${platform} non può vedere questi dati: ${list(types)}. Chieda a un amministratore di ${platform} di permetterlo.`,
      prerequisite: (types, platform, lender) =>
        `In ${platform} bisogna configurare qualcosa prima di poter leggere questi dati: ${list(types)}. Chieda a ${lender || 'un operatore dell’assistenza'} di che cosa si tratta.`,
      later: (types, platform) =>
        `${platform} non ha fornito questi dati: ${list(types)}. Alla prossima richiesta è possibile che li fornisca; non deve fare nulla.`,
      support: (types) =>
        `Non è stato possibile interpretare questi dati: ${list(types)}. Codat lo tiene sotto controllo; non deve fare nulla.`,
      stopped: (types, _, lender) =>
        `La lettura di questi dati è stata interrotta: ${list(types)}. Se non era previsto, contatti ${lender || 'l’assistenza'}.`,
    },
    older: 'Ciò che è stato letto in precedenza resta utilizzabile.',
    reconnect: (platform) => `Ricollega ${platform}`,
    dataType,
  },
  connectionResult: {
    checking: 'Verifica del collegamento',
    connected: (platform, lender) => ({
      title: `Il collegamento con ${platform} è attivo`,
      advice: `${we(lender)} ora può leggere i Suoi dati. Può scollegare in qualsiasi momento.`,
    }),
    declined: (platform) => ({
      title: `Nessun collegamento con ${platform}`,
      advice: 'Ha annullato nella pagina di accesso. Non è stato condiviso nulla.',
    }),
    unsupported: (platform) => ({
      title: `${platform} non si può collegare qui`,
      advice: 'Torni indietro per scegliere un’altra piattaforma.',
    }),
    failed: (platform) => ({
      title: `Nessun collegamento con ${platform}`,
      advice: `${platform} ha segnalato un problema. Torni indietro per riprovare.`,
    }),
    unfinished: (platform) => ({
      title: `Ancora nessun collegamento con ${platform}`,
      advice: 'Torni indietro per completarlo quando vuole.',
    }),
    shared: {
      connected: (platform) => ({
        title: `Il collegamento con ${platform} è attivo`,
        advice: 'Può chiudere questa finestra. Chi Le ha inviato il link lo vede automaticamente.',
      }),
      declined: (platform) => ({
        title: `Nessun collegamento con ${platform}`,
        advice:
          'Ha annullato nella pagina di accesso e non è stato condiviso nulla. Il Suo link funziona ancora.',
      }),
      unsupported: (platform, lender) => ({
        title: `${platform} non si può collegare qui`,
        advice: `${we(lender)} non può usare questa piattaforma. Lo comunichi a chi Le ha inviato il link.`,
      }),
      failed: (platform) => ({
        title: `Nessun collegamento con ${platform}`,
        advice: `${platform} ha segnalato un problema. Apra di nuovo il Suo link per riprovare.`,
      }),
      unfinished: (platform) => ({
        title: `Ancora nessun collegamento con ${platform}`,
        advice: 'Apra di nuovo il Suo link per completarlo.',
      }),
    },
    unknown: (lender) => ({
      title: 'Da qui non si può sapere che cosa è successo',
      advice: `Torni ${lender ? `al sito di ${lender}` : 'alla pagina da cui è arrivato'} per vedere se il collegamento c’è.`,
    }),
    goBack: (lender) => (lender ? `Torna al sito di ${lender}` : 'Torna indietro'),
    continueTo: (lender) => (lender ? `Continua su ${lender}` : 'Continua'),
    closing: 'Può continuare nell’altra finestra. Questa si chiude da sola.',
    leftOver: 'Può continuare nell’altra finestra e chiudere questa.',
    closeWindow: 'Chiudi questa finestra',
    cannotClose: 'Il browser mantiene aperta questa finestra. Può chiuderla Lei.',
  },
  poweredByCodat: { label: 'Realizzato con Codat' },
} satisfies PartialMessages;
