import { listed, named } from '../../grammar.js';
import type { Translation } from '../../register.js';

const list = listed('fr');

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

export const syncProgress: Translation['syncProgress'] = {
  heading: (platforms) =>
    platforms.length > 0 ? `Lecture de vos données depuis ${list(platforms)}` : 'Lecture de vos données',
  nothing: 'Ce qui est lu s’affiche ici dès que quelque chose est connecté.',
  progress: {
    waiting: () => 'En attente',
    reading: () => 'En cours de lecture',
    ready: () => 'Disponible',
    'not-offered': () => 'Non proposé',
    failed: () => 'Lecture impossible',
  },
  count: (ready, all) => `Disponibles\u00a0: ${ready} sur ${all}`,
  reading: 'Cela prend quelques minutes. Vous pouvez quitter cette page, la lecture continue.',
  enough: 'C’est assez pour commencer. Le reste arrive en arrière-plan, vous pouvez quitter cette page.',
  complete: 'Tout ce qui pouvait être lu a été lu.',
  dataType: named(dataTypes, otherData),
};
