import { createDataTypeNameLookup, createListFormatter, createPluralFormatter } from '../formatters.js';
import type { TitledMessage, PartialMessages } from '../messages.js';

/** The lender's name, or a phrase for the lender if there is none. */
export const lenderNameOrDefault = (lender: string): string => lender || 'Ce prêteur';

const away: TitledMessage = {
  title: 'Ce service est momentanément inaccessible',
  advice: 'Rien n’est perdu. Réessayez dans un instant.',
};

const wrong: TitledMessage = {
  title: 'Un problème est survenu',
  advice: 'S’il se reproduit, contactez l’assistance.',
};

/** The phrase for a person's platform, by source type. */
const possessions: Readonly<Record<string, string>> = {
  Accounting: 'votre logiciel de comptabilité',
  Banking: 'votre banque',
  Commerce: 'votre boutique',
};

const list = createListFormatter('fr');

function connect(sourceTypes: readonly string[]): string {
  const known = sourceTypes.flatMap((type) => possessions[type] ?? []);
  return `Connectez ${known.length > 0 ? list(known) : 'votre entreprise'}`;
}

/** The names of data types, by Codat's name of each. */
export const dataTypes: Readonly<Record<string, string>> = {
  accountTransactions: 'Mouvements des comptes',
  balanceSheet: 'Bilan',
  bankAccounts: 'Comptes bancaires',
  bankTransactions: 'Opérations bancaires',
  billCreditNotes: 'Avoirs de fournisseurs',
  billPayments: 'Règlements aux fournisseurs',
  bills: 'Factures de fournisseurs',
  cashFlowStatement: 'Tableau des flux de trésorerie',
  chartOfAccounts: 'Plan comptable',
  company: 'Fiche de l’entreprise',
  creditNotes: 'Avoirs',
  customers: 'Clients',
  directCosts: 'Achats au comptant',
  directIncomes: 'Ventes au comptant',
  invoices: 'Factures',
  itemReceipts: 'Réceptions d’articles',
  items: 'Articles',
  journalEntries: 'Écritures comptables',
  journals: 'Journaux',
  paymentMethods: 'Moyens de paiement',
  payments: 'Paiements',
  profitAndLoss: 'Compte de résultat',
  purchaseOrders: 'Bons de commande',
  salesOrders: 'Commandes de clients',
  suppliers: 'Fournisseurs',
  taxRates: 'Taux de taxe',
  trackingCategories: 'Catégories de suivi',
  transfers: 'Virements internes',
  'banking-accountBalances': 'Soldes des comptes',
  'banking-accounts': 'Comptes bancaires',
  'banking-transactionCategories': 'Catégories d’opérations',
  'banking-transactions': 'Opérations bancaires',
  companyInfo: 'Fiche de la boutique',
  disputes: 'Litiges',
  locations: 'Points de vente',
  orders: 'Commandes',
  productCategories: 'Catégories de produits',
  products: 'Produits',
  taxComponents: 'Taxes',
  transactions: 'Transactions',
};

export const otherDataName = 'Autres données';

const dataType = createDataTypeNameLookup(dataTypes, otherDataName);

/** A list of data types in the middle of a sentence, so in lower case. */
export const lowerCaseList = (types: readonly string[]): string =>
  list(types.map((type) => type.charAt(0).toLowerCase() + type.slice(1)));

/** French of Europe, with the formal "vous", and narrow spaces before double punctuation marks. */
export const fr = {
  common: {
    loading: 'Chargement',
    tryAgain: 'Réessayer',
    reload: 'Recharger la page',
    signIn: 'S’identifier',
    away: 'Ce service est momentanément inaccessible.',
    opening: (platform) => `${platform} s’ouvre`,
  },
  copying: {
    reference: (id) => `Référence ${id}`,
    copy: 'Copier',
    copied: 'Copié',
    notCopied: 'Votre navigateur ne copie pas le texte. Sélectionnez-le et copiez-le vous-même.',
  },
  errors: {
    'signed-out': {
      title: 'Votre session a pris fin',
      advice: 'Identifiez-vous de nouveau pour reprendre où vous en étiez.',
    },
    token: away,
    refused: { title: 'Vous n’y avez pas accès', advice: 'Contactez l’assistance pour obtenir l’accès.' },
    missing: {
      title: 'Cet élément n’existe plus',
      advice: 'S’il devait encore être là, contactez l’assistance.',
    },
    outdated: { title: 'Cette page a changé', advice: 'Rechargez-la.' },
    rejected: wrong,
    busy: {
      title: 'Ce service est très demandé en ce moment',
      advice: 'Attendez une minute, puis réessayez.',
    },
    unavailable: away,
    slow: { title: 'La réponse tarde trop', advice: 'Rien n’est perdu. Réessayez dans un instant.' },
    unreachable: away,
    offline: {
      title: 'Il n’y a pas de connexion à Internet',
      advice: 'Vérifiez votre réseau, puis réessayez.',
    },
    unreadable: wrong,
    declined: {
      title: 'La plateforme a signalé un problème',
      advice: 'Rien n’a été connecté. Réessayez ou choisissez une autre plateforme.',
    },
    unsupported: {
      title: 'Cette plateforme ne peut pas être connectée ici',
      advice: 'Choisissez-en une autre ou contactez l’assistance.',
    },
  },
  sourceTypes: {
    Accounting: 'Comptabilité',
    Banking: 'Banque',
    BankFeed: 'Flux bancaires',
    Commerce: 'Boutiques et paiements',
    Expense: 'Notes de frais',
    Other: 'Autres',
    Unknown: 'Autres',
  },
  platformPicker: {
    heading: connect,
    search: 'Cherchez votre plateforme',
    results: createPluralFormatter('fr', { one: '# plateforme', other: '# plateformes' }),
    resultsFor: (results, query) => `${results} pour ${query}`,
    moreResults: createPluralFormatter('fr', {
      one: 'et # autre\u00a0: continuez à taper',
      other: 'et # autres\u00a0: continuez à taper',
    }),
    showAll: createPluralFormatter('fr', { other: 'Afficher les #' }),
    none: 'Il n’y a rien à connecter ici pour le moment.',
    noneFor: (query) =>
      `Aucun résultat pour «\u00a0${query}\u00a0». Vérifiez l’orthographe ou essayez un nom plus court.`,
    mostUsed: 'Les plus utilisées',
    marks: { connected: 'Connecté', pending: 'Terminer la connexion', failed: 'Réessayer' },
    required: (types) => `${connect(types)} pour continuer.`,
  },
  preparing: {
    alreadyConnected: (platform, lender) => ({
      title: `${platform} est connecté`,
      advice: `Une seule plateforme comptable peut être connectée à la fois. Si vous changez, ${lender || 'ce prêteur'} conserve ce qui a déjà été lu.`,
    }),
    replace: (connected, wanted) => `Déconnecter ${connected} et connecter ${wanted}`,
    heading: (platform) => `Connecter ${platform}`,
    needsHeading: 'Avant de commencer',
    needsThere: 'Ce qu’il vous faudra là-bas',
    copyKey: 'Copier la clé de licence',
    needs: {
      administrator: (platform) => `Vous vous identifiez sur ${platform} en tant qu’administrateur.`,
      companyAdministrator: (platform) =>
        `Vous vous identifiez sur ${platform} en tant qu’administrateur principal ou administrateur de l’entreprise.`,
      adminApproval: () =>
        'Votre administrateur Microsoft devra peut-être donner son accord d’abord. Vous recommencez ensuite.',
      staffPermissions: (platform) =>
        `Votre compte ${platform} a les autorisations «\u00a0Enable app development\u00a0» et «\u00a0Develop apps\u00a0».`,
      windowsComputer: (platform) =>
        `Vous êtes devant l’ordinateur Windows sur lequel ${platform} est installé. Cela ne fonctionne pas sur Mac.`,
      windowsAdministrator: () => 'Vous avez le droit d’installer des programmes sur cet ordinateur.',
      ownComputer: (platform) =>
        `${platform} est installé sur cet ordinateur même, et non chez un hébergeur tel qu’Online50.`,
      installer: () => 'Vous téléchargez un petit programme et vous l’installez sur cet ordinateur.',
      orHosted: () => 'Il n’y a rien à installer si vous utilisez QuickBooks Enterprise Cloud ou Rightworks.',
      licenceKey: () => 'Le programme demande une clé de licence. Vous la copiez depuis cette page.',
      companyOpen: (platform) =>
        `${platform} est ouvert, et vous y êtes dans l’entreprise que vous voulez connecter.`,
      fileUser: (platform) =>
        `Vous connaissez le nom et le mot de passe d’un utilisateur de ${platform} qui a le droit de tout lire.`,
      accountRightFileUser: () =>
        'Pour un fichier AccountRight, vous connaissez son nom d’utilisateur et son mot de passe, que Codat demande et conserve.',
      onlineFile: () => 'Votre fichier d’entreprise est en ligne, pas seulement sur un ordinateur.',
      bundle: (platform) =>
        `Vous installez le bundle «\u00a0AppLink\u00a0» dans ${platform} et y activez quatre fonctions.`,
      extension: (platform) =>
        `L’extension «\u00a0App Link\u00a0» de Codat est installée dans ${platform}. La page peut se recharger d’elle-même pendant ce temps.`,
      subsidiary: () => 'Vous choisissez le compte de production, et une seule filiale.',
      webServices: (platform) => `Vous activez les services web dans ${platform}.`,
      webServicesUser: () =>
        'Vous créez un utilisateur de services web, puis saisissez son nom et son mot de passe avec l’identifiant de votre entreprise.',
      entityAccess: (platform) => `L’accès par entité est activé dans ${platform}.`,
      storeAddress: () => 'Vous connaissez l’adresse web de votre boutique.',
      storeName: () =>
        'Vous connaissez le nom de votre boutique\u00a0: ce qui précède .myshopify.com dans son adresse.',
      ownApp: () =>
        'Vous créez votre propre application dans le Dev Dashboard de Shopify, vous l’installez, puis vous copiez son identifiant client et son code secret.',
      apiAccount: (platform) =>
        `Vous créez un compte d’API de boutique dans ${platform} et vous en copiez quatre valeurs. Elles ne sont affichées qu’une fois.`,
      onePerRegion: () =>
        'Chaque place de marché se connecte séparément. Vous recommencez pour chaque région où vous vendez.',
      bank: (platform) => `Vous choisissez votre banque sur ${platform}, puis vous vous y identifiez.`,
      every90Days: () => 'Une confirmation vous est demandée tous les 90 jours.',
      noTrial: () => 'Un compte d’essai ne peut pas être connecté.',
      notSelfEmployed: () => 'QuickBooks Self-Employed ne peut pas être connecté.',
      notClassic: () => 'FreshBooks Classic ne peut pas être connecté.',
      standardOnline: () =>
        'Vous utilisez l’édition Standard en ligne. Sage 200 Professional ne peut pas être connecté.',
    },
    password: {
      platform: (platform, lender) =>
        `Vous vous identifiez sur la page de ${platform}. ${lenderNameOrDefault(lender)} ne voit jamais votre mot de passe.`,
      codat: (platform, lender) =>
        `Vous saisissez vos identifiants ${platform} sur une page de Codat, qui lit vos données pour ${lender || 'ce prêteur'}.`,
      connector: (platform) =>
        `Vous saisissez votre mot de passe ${platform} dans le programme que vous installez, jamais sur cette page.`,
    },
    lasts: ({ from, to }) => `Cela prend de ${from} à ${to} minutes.`,
    firstData: {
      overnight: (platform) =>
        `Les premières données peuvent n’arriver que la nuit, entre 19\u00a0h et 7\u00a0h, si l’ordinateur est allumé. ${platform} ne peut pas être utilisé pendant la lecture.`,
      whileComputerIsOn: (platform) =>
        `Les premières données arrivent dans la demi-heure, si l’ordinateur sur lequel ${platform} est installé est allumé.`,
    },
    onPhone: {
      'computer-advised': (platform) => ({
        title: 'C’est plus facile sur un ordinateur',
        advice: `Les pages de ${platform} sont difficiles à utiliser sur un petit écran. Envoyez le lien vers votre ordinateur ou continuez ici.`,
      }),
      'windows-only': (platform) => ({
        title: `Continuez sur l’ordinateur où ${platform} est installé`,
        advice: `${platform} ne peut pas être connecté depuis un téléphone. Envoyez le lien vers cet ordinateur et ouvrez-le là.`,
      }),
    },
    agreeFirst: 'Cochez la case pour continuer.',
    agreeAgain: 'Ce texte a changé. Lisez-le et cochez la case pour continuer.',
    sendToComputer: 'Envoyer le lien vers mon ordinateur',
    continueTo: (platform) => `Continuer vers ${platform}`,
    back: 'Revenir à toutes les plateformes',
  },
  sharing: {
    ask: 'Quelqu’un d’autre s’y identifie\u202f?',
    choose: 'Choisissez la plateforme que cette personne utilise. Vous recevez un lien à lui envoyer.',
    myself: 'J’ai moi-même les identifiants',
    heading: (platform) => `Envoyer un lien pour ${platform}`,
    explains: (platform, lender) => [
      `La personne qui a les identifiants ouvre le lien et s’identifie elle-même sur ${platform}. Vous n’avez besoin d’aucun de ses mots de passe, et elle ne voit rien de votre dossier.`,
      `Le lien montre que la demande vient de ${lender || 'ce prêteur'}. Il fonctionne pour une durée limitée, et vous pouvez le retirer.`,
    ],
    get: 'Obtenir le lien',
    making: { title: 'Création du lien', advice: '' },
    send: 'Envoyer le lien',
    standings: {
      open: (platform) => ({
        title: `Envoyez ce lien à la personne qui a les identifiants ${platform}`,
        advice:
          'Cette page indique quand c’est fait. Vous pouvez la quitter, le lien continue de fonctionner.',
      }),
      used: (platform) => ({
        title: `Quelqu’un s’identifie sur ${platform}`,
        advice: 'Le lien a été ouvert, mais rien n’est encore terminé. Il fonctionne jusqu’à la fin.',
      }),
      connected: (platform) => ({
        title: `${platform} est connecté`,
        advice: 'Vous pouvez déconnecter à tout moment.',
      }),
      withdrawn: (platform) => ({
        title: `Le lien pour ${platform} est retiré`,
        advice: 'Plus personne ne peut s’identifier par ce lien.',
      }),
      expired: (platform) => ({
        title: `Le lien pour ${platform} a expiré`,
        advice: 'Personne n’a terminé l’identification par ce lien. Créez-en un autre à envoyer.',
      }),
      Unknown: (platform) => ({
        title: `L’état du lien pour ${platform} ne peut pas être donné pour le moment`,
        advice: 'Rechargez cette page pour le voir.',
      }),
    },
    link: 'Le lien à envoyer',
    copy: 'Copier le lien',
    mail: 'L’envoyer par e-mail',
    subject: (platform, lender) => `${lenderNameOrDefault(lender)} demande à connecter ${platform}`,
    body: (platform, lender, { url, until }) =>
      [
        'Bonjour,',
        `${lenderNameOrDefault(lender)} demande à lire nos données dans ${platform}, et vous avez les identifiants. Ouvrez ce lien et identifiez-vous sur la plateforme\u00a0:`,
        url,
        ...(until ? [`Il fonctionne jusqu’au ${until}.`] : []),
        'Votre mot de passe est saisi sur la plateforme même\u00a0: ni le prêteur ni moi ne le voyons.',
      ].join('\n\n'),
    until: (date) => `Fonctionne jusqu’au ${date}`,
    again: 'Créer un autre lien',
    sent: 'Vos liens',
    statuses: {
      open: 'Pas encore ouvert',
      used: 'Ouvert, pas terminé',
      connected: 'Connecté',
      withdrawn: 'Retiré',
      expired: 'Expiré',
      Unknown: 'État inconnu',
    },
    withdraw: 'Retirer',
    withdrawFor: (platform) => `Retirer le lien pour ${platform}`,
    tooMany: {
      title: 'Il y a déjà beaucoup de liens',
      advice: 'Retirez-en un qui ne sert plus, puis créez-en un autre.',
    },
  },
  journey: {
    creating: { title: 'Préparation', advice: 'La page d’identification s’ouvre dans un instant.' },
    authorizing: (platform, openedIn) => ({
      title: `Terminez l’identification sur ${platform}`,
      advice:
        openedIn === 'tab'
          ? 'Cela se passe dans cet onglet\u00a0: vous revenez ici ensuite.'
          : `${openedIn === 'host' ? 'La page prévue pour cela s’est ouverte.' : 'Une fenêtre s’est ouverte pour cela.'} Cette page avance d’elle-même quand vous avez fini.`,
    }),
    blocked: (platform) => ({
      title: `Continuez vers ${platform}`,
      advice:
        'Votre navigateur a bloqué la fenêtre d’identification. Continuez dans cet onglet\u00a0: vous revenez ici ensuite.',
    }),
    continueTo: (platform) => `Continuer vers ${platform}`,
    confirming: (platform) => ({
      title: `Vérification auprès de ${platform}`,
      advice: 'Cela prend quelques secondes.',
    }),
    connected: (platform, organisation) => ({
      title: organisation ? `La connexion avec ${organisation} est établie` : `${platform} est connecté`,
      advice: organisation
        ? `Par l’intermédiaire de ${platform}. Vous pouvez déconnecter à tout moment.`
        : 'Vous pouvez déconnecter à tout moment.',
    }),
    intro: (lender) =>
      `Vous vous identifiez sur la plateforme que vous utilisez, puis vous revenez ${lender ? `chez ${lender}` : 'sur cette page'}. Vous pouvez déconnecter à tout moment.`,
    reads: (lender, types, readsOnly) =>
      `${lenderNameOrDefault(lender)} lit ces données\u00a0: ${lowerCaseList(types.map(dataType))}.${readsOnly ? ' Rien n’est modifié.' : ''} Vous pouvez déconnecter à tout moment.`,
    unsupported: (platform, lender) => ({
      title: `${platform} ne peut pas être connecté à ${lender || 'ce prêteur'}`,
      advice: `Choisissez une autre plateforme ou contactez ${lender || 'l’assistance'}.`,
    }),
    failedAtPlatform: (platform) => ({
      title: `${platform} a signalé un problème`,
      advice: 'Rien n’a été connecté. Réessayez ou choisissez une autre plateforme.',
    }),
    abandoned: {
      declined: (platform) => ({
        title: `${platform} n’est pas connecté`,
        advice: 'Vous avez annulé sur la page d’identification. Rien n’a été partagé.',
      }),
      returned: (platform) => ({
        title: `${platform} n’est pas encore connecté`,
        advice: 'Vous êtes revenu avant la fin. Recommencez quand vous voulez.',
      }),
      cancelled: (platform) => ({
        title: `${platform} n’est pas connecté`,
        advice: 'Vous avez arrêté avant la fin. Vous pouvez reprendre à tout moment.',
      }),
      expired: (platform) => ({
        title: `${platform} n’est pas encore connecté`,
        advice:
          'L’identification a pris plus d’une demi-heure, nous n’attendons donc plus. Recommencez quand vous voulez.',
      }),
    },
    sameAsBefore: (organisation) =>
      organisation
        ? `Identifiez-vous pour ${organisation}, comme avant.`
        : 'Identifiez-vous pour la même entreprise qu’avant.',
    unsure: (previous, current) =>
      current
        ? 'Nous ne pouvons pas vérifier que c’est la même entreprise qu’avant. Sinon, déconnectez-la et reconnectez.'
        : `On ne nous dit pas de quelle entreprise il s’agit${previous ? `\u00a0; avant, c’était ${previous}` : ''}. Si vous vous êtes identifié pour une autre, déconnectez-la et reconnectez.`,
    comparing: (platform, previous, current) => ({
      title: `Vous vous êtes identifié pour ${current}`,
      advice: `Avant, ${platform} était connecté pour ${previous}. Continuez avec ${current}, ou déconnectez et recommencez.`,
    }),
    carryOn: (organisation) => `Continuer avec ${organisation}`,
    onceMore: 'Déconnecter et recommencer',
    inApp:
      'Cette page est ouverte dans une autre application. Certaines plateformes n’y permettent pas de se connecter : ouvrez-la dans votre navigateur.',
    openInBrowser: 'Ouvrir dans le navigateur',
    notListed: 'Vous ne trouvez pas la vôtre\u202f?',
    otherWays: (lender) => `Demandez à ${lender || 'votre prêteur'} ce que vous pouvez envoyer à la place.`,
    startAgain: 'Recommencer',
    showWindow: 'Afficher la fenêtre',
    openAgain: 'Ouvrir une nouvelle fenêtre d’identification',
    signInHost: (host) => `La page d’identification est sur ${host}.`,
    pasteLink: 'Copiez le lien, ouvrez Safari ou Chrome et collez-le dans la barre d’adresse.',
    openHere: 'Ouvrir plutôt dans cet onglet',
    cancel: 'Annuler',
    status: 'Connecté',
    leave: {
      connected: 'Terminé',
      change: 'Modifier',
      another: 'En connecter un autre',
      platforms: 'Choisir une autre plateforme',
      away: 'Fermer',
    },
  },
  connectionList: {
    heading: 'Vos connexions',
    empty: 'Rien n’est encore connecté.',
    choose: 'Choisir ce qui sera connecté',
    search: 'Cherchez une connexion',
    results: createPluralFormatter('fr', { one: '# connexion', other: '# connexions' }),
    noneFor: (query) => `Aucun résultat pour «\u00a0${query}\u00a0». Essayez un nom plus court.`,
    unreadable: createPluralFormatter('fr', {
      one: '# ne peut pas être affichée.',
      other: '# ne peuvent pas être affichées.',
    }),
    needsPerson: 'À faire de votre part',
    statuses: {
      Linked: 'Connecté',
      PendingAuth: 'Connexion à terminer',
      Failed: 'Connexion impossible',
      Deauthorized: 'Accès perdu',
      Unlinked: 'Déconnecté',
      ReadOnce: 'Lu une fois',
      Unknown: 'À vérifier',
    },
    whys: {
      unfinished: (platform) =>
        `Vous n’avez pas terminé l’identification sur ${platform}. Rien n’est encore partagé.`,
      declined: (platform) => `L’identification sur ${platform} a été annulée. Rien n’est encore partagé.`,
      failed: (platform, lender) =>
        `${platform} a signalé un problème pendant l’identification. S’il se reproduit, contactez ${lender || 'l’assistance'}.`,
      unsupported: (platform, lender, canChoose) =>
        `${platform} ne peut pas être connecté ici. ${canChoose ? 'Choisissez une autre plateforme ou contactez' : 'Contactez'} ${lender || 'l’assistance'}.`,
      lost: (platform, lender) =>
        `${platform} ne laisse plus ${lender || 'ce prêteur'} lire vos données. L’accès a expiré ou y a été retiré.`,
      readOnce: (platform, lender) =>
        `${lenderNameOrDefault(lender)} a lu ${platform} et ne lit plus rien de nouveau. Si ce n’était pas prévu, contactez ${lender || 'l’assistance'}.`,
      unlinked: (_, lender) =>
        `${lenderNameOrDefault(lender)} conserve ce qui a déjà été lu et ne lit plus rien de nouveau.`,
      unknown: (platform, lender) =>
        `Quelque chose est à vérifier pour ${platform}. Contactez ${lender || 'l’assistance'} pour savoir quoi.`,
    },
    since: (date) => `depuis le ${date}`,
    read: (ago) => `lu ${ago}`,
    ways: {
      finish: { short: 'Terminer', whole: (platform) => `Terminer la connexion de ${platform}` },
      tryAgain: { short: 'Réessayer', whole: (platform) => `Réessayer de connecter ${platform}` },
      reconnect: { short: 'Reconnecter', whole: (platform) => `Reconnecter ${platform}` },
      choose: { short: 'En choisir une autre', whole: (platform) => `En choisir une autre que ${platform}` },
    },
    more: (platform) => `Autres actions pour ${platform}`,
    actions: { disconnect: 'Déconnecter', delete: 'Supprimer' },
    under: {
      disconnect: (platform) => `Déconnexion en cours\u00a0: ${platform}`,
      delete: (platform) => `Suppression en cours\u00a0: ${platform}`,
    },
    done: {
      disconnect: (platform, lender) =>
        `${platform} est déconnecté. ${lenderNameOrDefault(lender)} conserve ce qui a déjà été lu et ne lit plus rien de nouveau.`,
      delete: (platform, lender) =>
        `La connexion à ${platform} est supprimée. ${lenderNameOrDefault(lender)} ne peut plus en lire les données par Codat.`,
    },
    changed: (platform, status) => `${platform}\u00a0: ${status}`,
    ofOrganisation: (platform, organisation) => `${platform} (${organisation})`,
    connectAnother: { Banking: 'Connecter une autre banque', Commerce: 'Connecter une autre boutique' },
    details: {
      show: 'Détails',
      hide: 'Masquer les détails',
      heading: (platform) => `Détails\u00a0: ${platform}`,
      organisation: 'Entreprise',
      unnamed: (platform) => `${platform} ne l’indique pas`,
      since: 'Connecté depuis',
      begun: 'Commencé',
      lastRead: 'Dernière lecture',
      never: 'Pas encore',
      dataTypes: 'Ce qui est lu',
      noDataTypes: 'Rien pour l’instant',
      unreadable: 'Impossible à consulter pour le moment.',
      reference: 'Référence',
    },
    confirm: {
      disconnect: (platform, lender) => ({
        title: `Déconnecter ${platform}\u202f?`,
        advice: `${lenderNameOrDefault(lender)} conserve ce qui a déjà été lu et ne lit plus rien de nouveau. Vous pouvez reconnecter à tout moment.`,
        yes: 'Déconnecter',
        no: 'Rester connecté',
      }),
      delete: (platform, lender) => ({
        title: `Supprimer la connexion à ${platform}\u202f?`,
        advice: `${lenderNameOrDefault(lender)} ne pourra plus lire les données de cette connexion par Codat. C’est définitif.`,
        yes: 'Supprimer définitivement',
        no: 'Conserver',
      }),
    },
  },
  syncProgress: {
    heading: (platforms, reading) => {
      const what = reading ? 'Lecture de vos données' : 'Vos données';
      return platforms.length > 0 ? `${what} depuis ${list(platforms)}` : what;
    },
    idle: 'Rien n’est lu pour le moment.',
    progress: {
      waiting: 'En attente',
      reading: 'En cours de lecture',
      ready: 'Disponible',
      failed: 'Lecture impossible',
    },
    notOffered: (types, platform) => `${platform} ne propose pas ces données\u00a0: ${list(types)}.`,
    readingShare: (percent) => `Lecture\u00a0: ${percent}`,
    pausedUntil: (when) => `En pause jusqu’au ${when}`,
    count: (ready, all) => `Disponibles\u00a0: ${ready} sur ${all}`,
    reading: 'Cela prend quelques minutes. Vous pouvez quitter cette page, la lecture continue.',
    enough: 'C’est assez pour commencer. Le reste arrive en arrière-plan, vous pouvez quitter cette page.',
    complete: 'Tout ce qui pouvait être lu a été lu.',
    partly: 'Tout le reste a été lu.',
    nothingRead: 'Rien n’a pu être lu.',
    slow: {
      overnight: (platform) =>
        `${platform} est lu entre 19\u00a0h et 7\u00a0h, si l’ordinateur où il est installé est allumé. Vous pouvez quitter cette page.`,
      whileComputerIsOn: (platform) =>
        `La lecture commence quand l’ordinateur où ${platform} est installé est allumé. Vous pouvez quitter cette page.`,
      afterInstalling: (platform) =>
        `La lecture commence 10 à 20 minutes après la connexion, une fois installé dans ${platform} ce qui la permet. Vous pouvez quitter cette page.`,
    },
    troubles: {
      reconnect: (types, platform, lender) =>
        `${platform} ne laisse plus ${lender || 'ce prêteur'} lire ces données\u00a0: ${lowerCaseList(types)}. Reconnectez pour continuer.`,
      permission: (types, platform) =>
        `La personne identifiée sur ${platform} n’a pas le droit de voir ces données\u00a0: ${lowerCaseList(types)}. Demandez l’autorisation à l’administrateur de ${platform}.`,
      prerequisite: (types, platform, lender) =>
        `Un réglage est nécessaire dans ${platform} pour lire ces données\u00a0: ${lowerCaseList(types)}. Contactez ${lender || 'l’assistance'} pour savoir lequel.`,
      later: (types, platform) =>
        `${platform} n’a pas donné ces données\u00a0: ${lowerCaseList(types)}. Une nouvelle demande peut suffire, vous n’avez rien à faire.`,
      support: (types) =>
        `Ces données n’ont pas pu être comprises\u00a0: ${lowerCaseList(types)}. Codat y veille, vous n’avez rien à faire.`,
      stopped: (types, _, lender) =>
        `La lecture de ces données a été arrêtée\u00a0: ${lowerCaseList(types)}. Si ce n’était pas prévu, contactez ${lender || 'l’assistance'}.`,
    },
    older: 'Ce qui a été lu auparavant reste utilisable.',
    reconnect: (platform) => `Reconnecter ${platform}`,
    dataType,
  },
  connectionResult: {
    checking: 'Vérification de votre connexion',
    connected: (platform, lender) => ({
      title: `${platform} est connecté`,
      advice: `${lenderNameOrDefault(lender)} peut maintenant lire vos données. Vous pouvez déconnecter à tout moment.`,
    }),
    declined: (platform) => ({
      title: `${platform} n’est pas connecté`,
      advice: 'Vous avez annulé sur la page d’identification. Rien n’a été partagé.',
    }),
    unsupported: (platform) => ({
      title: `${platform} ne peut pas être connecté ici`,
      advice: 'Revenez en arrière pour choisir une autre plateforme.',
    }),
    failed: (platform) => ({
      title: `${platform} n’est pas connecté`,
      advice: `${platform} a signalé un problème. Revenez en arrière pour réessayer.`,
    }),
    unfinished: (platform) => ({
      title: `${platform} n’est pas encore connecté`,
      advice: 'Revenez en arrière pour terminer quand vous voulez.',
    }),
    shared: {
      connected: (platform) => ({
        title: `${platform} est connecté`,
        advice:
          'Vous pouvez fermer cette fenêtre. La personne qui vous a envoyé le lien le voit d’elle-même.',
      }),
      declined: (platform) => ({
        title: `${platform} n’est pas connecté`,
        advice:
          'Vous avez annulé sur la page d’identification, et rien n’a été partagé. Votre lien fonctionne toujours.',
      }),
      unsupported: (platform, lender) => ({
        title: `${platform} ne peut pas être connecté ici`,
        advice: `${lenderNameOrDefault(lender)} ne peut pas l’utiliser. Dites-le à la personne qui vous a envoyé le lien.`,
      }),
      failed: (platform) => ({
        title: `${platform} n’est pas connecté`,
        advice: `${platform} a signalé un problème. Ouvrez votre lien de nouveau pour réessayer.`,
      }),
      unfinished: (platform) => ({
        title: `${platform} n’est pas encore connecté`,
        advice: 'Ouvrez votre lien de nouveau pour terminer.',
      }),
    },
    unknown: (lender) => ({
      title: 'Nous ne pouvons pas savoir d’ici ce qui s’est passé',
      advice: `Revenez ${lender ? `chez ${lender}` : 'à la page d’où vous venez'} pour voir si la connexion est établie.`,
    }),
    goBack: (lender) => (lender ? `Retour chez ${lender}` : 'Retour'),
    continueTo: (lender) => (lender ? `Continuer vers ${lender}` : 'Continuer'),
    closing: 'Vous pouvez continuer dans l’autre fenêtre. Celle-ci se ferme d’elle-même.',
    leftOver: 'Vous pouvez continuer dans l’autre fenêtre et fermer celle-ci.',
    closeWindow: 'Fermer cette fenêtre',
    cannotClose: 'Votre navigateur garde cette fenêtre ouverte. Vous pouvez la fermer vous-même.',
  },
  poweredByCodat: { label: 'Service fourni par Codat' },
} satisfies PartialMessages;
