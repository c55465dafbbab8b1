import { plural } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const connectionList: Translation['connectionList'] = {
  heading: 'Vos connexions',
  empty: 'Rien n’est encore connecté.',
  unreadable: plural('fr', {
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
    unsupported: (platform, lender) =>
      `${platform} ne peut pas être connecté ici. Choisissez une autre plateforme ou contactez ${lender || 'l’assistance'}.`,
    lost: (platform, lender) =>
      `${platform} ne laisse plus ${lender || 'ce prêteur'} lire vos données. L’accès a expiré ou y a été retiré.`,
    readOnce: (platform, lender) =>
      `${we(lender)} a lu ${platform} et ne lit plus rien de nouveau. Si ce n’était pas prévu, contactez ${lender || 'l’assistance'}.`,
    unlinked: (_, lender) => `${we(lender)} conserve ce qui a déjà été lu et ne lit plus rien de nouveau.`,
    unknown: (platform, lender) =>
      `Quelque chose est à vérifier pour ${platform}. Contactez ${lender || 'l’assistance'} pour savoir quoi.`,
  },
  since: (date) => `depuis le ${date}`,
  read: (ago) => `lu ${ago}`,
  ways: {
    finish: { short: 'Terminer', whole: (platform) => `Terminer la connexion de ${platform}` },
    tryAgain: { short: 'Réessayer', whole: (platform) => `Réessayer de connecter ${platform}` },
    reconnect: { short: 'Reconnecter', whole: (platform) => `Reconnecter ${platform}` },
  },
  more: (platform) => `Autres actions pour ${platform}`,
  actions: { disconnect: 'Déconnecter', delete: 'Supprimer' },
  under: {
    disconnect: (platform) => `Déconnexion en cours\u00a0: ${platform}`,
    delete: (platform) => `Suppression en cours\u00a0: ${platform}`,
  },
  done: {
    disconnect: (platform, lender) =>
      `${platform} est déconnecté. ${we(lender)} conserve ce qui a déjà été lu et ne lit plus rien de nouveau.`,
    delete: (platform, lender) =>
      `La connexion à ${platform} est supprimée. ${we(lender)} ne peut plus en lire les données par Codat.`,
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
