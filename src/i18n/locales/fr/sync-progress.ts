import { listFormatter, dataTypeNames } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';

const list = listFormatter('fr');

/** Codat's types of data, by the names Codat has for them. */
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

export const otherData = 'Autres données';

/** Types of data in the middle of a sentence. */
export const row = (types: readonly string[]): string =>
  list(types.map((type) => type.charAt(0).toLowerCase() + type.slice(1)));

export const syncProgress: Translation['syncProgress'] = {
  heading: (platforms, reading) => {
    const what = reading ? 'Lecture de vos données' : 'Vos données';
    return platforms.length > 0 ? `${what} depuis ${list(platforms)}` : what;
  },
  nothing: 'Ce qui est lu s’affiche ici dès que quelque chose est connecté.',
  idle: 'Rien n’est lu pour le moment.',
  progress: {
    waiting: () => 'En attente',
    reading: () => 'En cours de lecture',
    ready: () => 'Disponible',
    'not-offered': (platform) => `Non proposé par ${platform}`,
    failed: () => 'Lecture impossible',
  },
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
      `${platform} ne laisse plus ${lender || 'ce prêteur'} lire ces données\u00a0: ${row(types)}. Reconnectez pour continuer.`,
    permission: (types, platform) =>
      `La personne identifiée sur ${platform} n’a pas le droit de voir ces données\u00a0: ${row(types)}. Demandez l’autorisation à l’administrateur de ${platform}.`,
    prerequisite: (types, platform, lender) =>
      `Un réglage est nécessaire dans ${platform} pour lire ces données\u00a0: ${row(types)}. Contactez ${lender || 'l’assistance'} pour savoir lequel.`,
    later: (types, platform) =>
      `${platform} n’a pas donné ces données\u00a0: ${row(types)}. Une nouvelle demande peut suffire, vous n’avez rien à faire.`,
    support: (types) =>
      `Ces données n’ont pas pu être comprises\u00a0: ${row(types)}. Codat y veille, vous n’avez rien à faire.`,
    stopped: (types, _, lender) =>
      `La lecture de ces données a été arrêtée\u00a0: ${row(types)}. Si ce n’était pas prévu, contactez ${lender || 'l’assistance'}.`,
  },
  older: 'Ce qui a été lu auparavant reste utilisable.',
  reconnect: (platform) => `Reconnecter ${platform}`,
  dataType: dataTypeNames(dataTypes, otherData),
};
