import type { Translation } from '../../messages-for.js';
import { we } from '../fr/common.js';

export const connectionList: Translation['connectionList'] = {
  whys: {
    unfinished: (platform) =>
      `Vous n’avez pas terminé l’ouverture de session dans ${platform}. Rien n’est encore communiqué.`,
    declined: (platform) =>
      `L’ouverture de session dans ${platform} a été annulée. Rien n’est encore communiqué.`,
    failed: (platform, lender) =>
      `${platform} a signalé un problème pendant l’ouverture de session. S’il se reproduit, communiquez avec ${lender || 'le soutien'}.`,
    unsupported: (platform, lender) =>
      `${platform} ne peut pas être connecté ici. Choisissez une autre plateforme ou communiquez avec ${lender || 'le soutien'}.`,
    readOnce: (platform, lender) =>
      `${we(lender)} a lu ${platform} et ne lit plus rien de nouveau. Si ce n’était pas prévu, communiquez avec ${lender || 'le soutien'}.`,
    unknown: (platform, lender) =>
      `Quelque chose est à vérifier pour ${platform}. Communiquez avec ${lender || 'le soutien'} pour savoir quoi.`,
  },
  confirm: {
    disconnect: (platform, lender) => ({
      title: `Déconnecter ${platform}?`,
      advice: `${we(lender)} conserve ce qui a déjà été lu et ne lit plus rien de nouveau. Vous pouvez reconnecter en tout temps.`,
      yes: 'Déconnecter',
      no: 'Rester connecté',
    }),
    delete: (platform, lender) => ({
      title: `Supprimer la connexion à ${platform}?`,
      advice: `${we(lender)} ne pourra plus lire les données de cette connexion par l’entremise de Codat. C’est définitif.`,
      yes: 'Supprimer définitivement',
      no: 'Conserver',
    }),
  },
};
