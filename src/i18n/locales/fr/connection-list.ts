import type { Translation } from '../../register.js';
import { we } from './we.js';

export const connectionList: Translation['connectionList'] = {
  heading: 'Vos connexions',
  empty: 'Rien n’est encore connecté.',
  statuses: {
    Linked: 'Connecté',
    PendingAuth: 'Connexion à terminer',
    Failed: 'Connexion impossible',
    Deauthorized: 'Accès perdu',
    Unlinked: 'Déconnecté',
    Unknown: 'À vérifier',
  },
  since: (date) => `depuis le ${date}`,
  read: (ago) => `lu ${ago}`,
  finish: 'Terminer la connexion',
  actions: { reconnect: 'Reconnecter', disconnect: 'Déconnecter', delete: 'Supprimer' },
  actionOn: (action, platform) => `${action} (${platform})`,
  under: {
    disconnect: (platform) => `Déconnexion de ${platform}`,
    delete: (platform) => `Suppression de ${platform}`,
  },
  disconnected: (platform) =>
    `${platform} est déconnecté. Ce qui a été lu est conservé, rien de nouveau n’est lu.`,
  deleted: (platform) => `La connexion à ${platform} est supprimée.`,
  confirm: {
    disconnect: (platform, lender) => ({
      title: `Déconnecter ${platform}\u202f?`,
      advice: `${we(lender)} conserve ce qui a déjà été lu et ne lit plus rien de nouveau. Vous pouvez reconnecter à tout moment.`,
      yes: 'Déconnecter',
      no: 'Rester connecté',
    }),
    delete: (platform, lender) => ({
      title: `Supprimer la connexion à ${platform}\u202f?`,
      advice: `${we(lender)} ne pourra plus lire les données de cette connexion par Codat. C’est définitif.`,
      yes: 'Supprimer définitivement',
      no: 'Conserver',
    }),
  },
};
