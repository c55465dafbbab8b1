import type { SomePageWords } from './page-words.js';

/** Canadian French, only where it differs from French. */
export const frCA: SomePageWords = {
  invitation: {
    next: (lender, platform) =>
      `Ensuite s’ouvre la page où vous ouvrez une session dans ${platform}. C’est là que vous entrez votre mot de passe\u00a0: ni ${lender} ni la personne qui vous a envoyé ce lien ne le voient. C’est là aussi que vous décidez si ${lender} peut lire les données.`,
  },
  invitationProblems: {
    unavailable: {
      title: 'Il n’est pas possible d’ouvrir une session pour le moment',
      next: 'Rien n’est perdu. Attendez une minute, puis réessayez.',
    },
  },
  signInProblems: {
    anothers: {
      title: 'Vous ne pouvez pas utiliser ce lien',
      next: 'Il appartient peut-être à une autre entreprise que celle pour laquelle votre session est ouverte. Revenez en arrière et partez de votre propre page.',
    },
    expired: {
      title: 'Ce lien ne fonctionne plus',
      next: 'Les liens pour ouvrir une session fonctionnent dix minutes. Revenez en arrière et choisissez de nouveau ce que vous voulez connecter.',
    },
    unavailable: {
      title: 'Il n’est pas possible d’ouvrir une session pour le moment',
      next: 'Rien n’est perdu. Attendez une minute, revenez en arrière et réessayez.',
    },
  },
};
