import type { Translation } from '../../register.js';
import { we } from '../fr/we.js';

export const connectionList: Translation['connectionList'] = {
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
