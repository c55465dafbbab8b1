import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const connectionResult: Translation['connectionResult'] = {
  checking: 'Vérification de votre connexion',
  connected: (platform, lender) => ({
    title: `${platform} est connecté`,
    advice: `${we(lender)} peut maintenant lire vos données. Vous pouvez déconnecter à tout moment.`,
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
      advice: 'Vous pouvez fermer cette fenêtre. La personne qui vous a envoyé le lien le voit d’elle-même.',
    }),
    declined: (platform) => ({
      title: `${platform} n’est pas connecté`,
      advice:
        'Vous avez annulé sur la page d’identification, et rien n’a été partagé. Votre lien fonctionne toujours.',
    }),
    unsupported: (platform, lender) => ({
      title: `${platform} ne peut pas être connecté ici`,
      advice: `${we(lender)} ne peut pas l’utiliser. Dites-le à la personne qui vous a envoyé le lien.`,
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
  continueTo: (lender) => (lender ? `Continuer vers ${lender}` : 'Continuer'),
  closeWindow: 'Fermer cette fenêtre',
  cannotClose: 'Votre navigateur garde cette fenêtre ouverte. Vous pouvez la fermer vous-même.',
};
