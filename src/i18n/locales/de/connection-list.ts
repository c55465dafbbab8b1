import { plural } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const connectionList: Translation['connectionList'] = {
  heading: 'Ihre Verbindungen',
  empty: 'Es ist noch nichts verbunden.',
  unreadable: plural('de', {
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
    unsupported: (platform, lender) =>
      `${platform} kann hier nicht verbunden werden. Wählen Sie eine andere Plattform oder wenden Sie sich an ${lender || 'den Support'}.`,
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
};
