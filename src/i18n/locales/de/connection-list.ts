import type { Translation } from '../../register.js';
import { we } from './we.js';

export const connectionList: Translation['connectionList'] = {
  heading: 'Ihre Verbindungen',
  empty: 'Es ist noch nichts verbunden.',
  statuses: {
    Linked: 'Verbunden',
    PendingAuth: 'Noch nicht abgeschlossen',
    Failed: 'Verbindung fehlgeschlagen',
    Deauthorized: 'Zugriff verloren',
    Unlinked: 'Getrennt',
    Unknown: 'Zu prüfen',
  },
  since: (date) => `seit ${date}`,
  read: (ago) => `${ago} gelesen`,
  finish: 'Verbindung abschließen',
  actions: { reconnect: 'Erneut verbinden', disconnect: 'Trennen', delete: 'Löschen' },
  actionOn: (action, platform) => `${action}: ${platform}`,
  under: {
    disconnect: (platform) => `${platform} wird getrennt`,
    delete: (platform) => `${platform} wird gelöscht`,
  },
  disconnected: (platform) =>
    `${platform} ist getrennt. Was gelesen wurde, bleibt erhalten; Neues wird nicht gelesen.`,
  deleted: (platform) => `Die Verbindung zu ${platform} ist gelöscht.`,
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
