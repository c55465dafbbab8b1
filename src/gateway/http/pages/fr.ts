import type { PageWords } from './page-words.js';

export const fr: PageWords = {
  invitation: {
    title: (lender, platform) => `${lender} demande à connecter ${platform}`,
    why: (lender, platform) =>
      `Une personne en relation avec ${lender} vous a envoyé ce lien, car vous avez les identifiants ${platform}. Si vous ne savez pas de qui il peut s’agir, renseignez-vous avant de continuer.`,
    next: (lender, platform) =>
      `Ensuite s’ouvre la page d’identification de ${platform}. C’est là que vous saisissez votre mot de passe\u00a0: ni ${lender} ni la personne qui vous a envoyé ce lien ne le voient. C’est là aussi que vous décidez si ${lender} peut lire les données.`,
    until: ['Ce lien fonctionne jusqu’au ', '.'],
    continueTo: (platform) => `Continuer vers ${platform}`,
    tryAgain: 'Réessayer',
  },
  handedOn: {
    why: (lender, platform) =>
      `Cette adresse a été créée pour un client de ${lender} qui connecte ${platform} depuis sa propre page. Tout ce qui est connecté par elle appartient à ce client\u00a0: ${lender} le lit pour son entreprise, pas pour la vôtre. Si on vous l’a envoyée et que vous ne savez pas pourquoi, ne continuez pas.`,
  },
  invitationProblems: {
    missing: {
      title: 'Ce lien ne fonctionne pas',
      next: 'Il a peut-être expiré ou été retiré. Demandez-en un autre à la personne qui vous l’a envoyé.',
    },
    used: {
      title: 'Ce lien a rempli son rôle',
      next: 'Ce qui était à connecter est connecté, et il ne reste rien à faire ici. Pour connecter de nouveau, demandez un autre lien à la personne qui vous l’a envoyé.',
    },
    unavailable: {
      title: 'L’identification n’est pas joignable pour le moment',
      next: 'Rien n’est perdu. Attendez une minute, puis réessayez.',
    },
  },
  signInProblems: {
    incomplete: {
      title: 'Ce lien n’est pas complet',
      next: 'Revenez en arrière et choisissez de nouveau ce que vous voulez connecter.',
    },
    anothers: {
      title: 'Vous ne pouvez pas utiliser ce lien',
      next: 'Il appartient peut-être à une autre entreprise que celle pour laquelle vous êtes identifié. Revenez en arrière et partez de votre propre page.',
    },
    missing: {
      title: 'Cette connexion n’existe plus',
      next: 'Elle a peut-être été supprimée entre-temps. Revenez en arrière pour connecter de nouveau.',
    },
    expired: {
      title: 'Ce lien ne fonctionne plus',
      next: 'Les liens d’identification fonctionnent dix minutes. Revenez en arrière et choisissez de nouveau ce que vous voulez connecter.',
    },
    unavailable: {
      title: 'L’identification n’est pas joignable pour le moment',
      next: 'Rien n’est perdu. Attendez une minute, revenez en arrière et réessayez.',
    },
  },
  goBack: { text: 'Revenir en arrière' },
};
