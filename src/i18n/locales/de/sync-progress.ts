import { listFormatter, dataTypeNames } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';

const list = listFormatter('de');

/** Types of data in the middle of a sentence. */
const row = (types: readonly string[]): string => list(types);

export const syncProgress: Translation['syncProgress'] = {
  heading: (platforms, reading) => {
    const from = platforms.length > 0 ? ` aus ${list(platforms)}` : '';
    return reading ? `Ihre Daten${from} werden gelesen` : `Ihre Daten${from}`;
  },
  nothing: 'Was gelesen wird, erscheint hier, sobald etwas verbunden ist.',
  idle: 'Im Moment wird nichts gelesen.',
  progress: {
    waiting: () => 'Wartet',
    reading: () => 'Wird gelesen',
    ready: () => 'Bereit',
    'not-offered': (platform) => `Von ${platform} nicht angeboten`,
    failed: () => 'Nicht lesbar',
  },
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
      `${platform} lässt ${lender || 'diesen Kreditgeber'} diese Daten nicht mehr lesen: ${row(types)}. Verbinden Sie erneut, um fortzufahren.`,
    permission: (types, platform) =>
      `Wer sich bei ${platform} angemeldet hat, darf diese Daten nicht sehen: ${row(types)}. Bitten Sie einen Administrator von ${platform}, es zu erlauben.`,
    prerequisite: (types, platform, lender) =>
      `In ${platform} ist etwas einzurichten, bevor diese Daten gelesen werden können: ${row(types)}. Fragen Sie bei ${lender || 'unserem Support'} nach, was es ist.`,
    later: (types, platform) =>
      `${platform} hat diese Daten nicht herausgegeben: ${row(types)}. Bei der nächsten Anfrage kann es gelingen; Sie brauchen nichts zu tun.`,
    support: (types) =>
      `Diese Daten waren nicht zu verstehen: ${row(types)}. Codat achtet darauf; Sie brauchen nichts zu tun.`,
    stopped: (types, _, lender) =>
      `Das Lesen dieser Daten wurde angehalten: ${row(types)}. War das nicht so gedacht, wenden Sie sich an ${lender || 'den Support'}.`,
  },
  older: 'Was vorher gelesen wurde, bleibt nutzbar.',
  reconnect: (platform) => `${platform} erneut verbinden`,
  dataType: dataTypeNames(
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
  ),
};
