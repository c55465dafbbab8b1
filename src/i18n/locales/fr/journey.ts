import type { Translation } from '../../messages-for.js';

export const journey: Translation['journey'] = {
  creating: { title: 'Préparation', advice: 'La page d’identification s’ouvre dans un instant.' },
  authorizing: (platform, by) => ({
    title: `Terminez l’identification sur ${platform}`,
    advice:
      by === 'tab'
        ? 'Cela se passe dans cet onglet\u00a0: vous revenez ici ensuite.'
        : `${by === 'host' ? 'La page prévue pour cela s’est ouverte.' : 'Une fenêtre s’est ouverte pour cela.'} Cette page avance d’elle-même quand vous avez fini.`,
  }),
  blocked: (platform) => ({
    title: `Continuez vers ${platform}`,
    advice:
      'Votre navigateur n’a pas ouvert la fenêtre d’identification. Continuez dans cet onglet\u00a0: vous revenez ici ensuite.',
  }),
  continueTo: (platform) => `Continuer vers ${platform}`,
  confirming: (platform) => ({
    title: `Vérification auprès de ${platform}`,
    advice: 'Cela prend quelques secondes.',
  }),
  connected: (platform, organisation) => ({
    title: organisation ? `La connexion avec ${organisation} est établie` : `${platform} est connecté`,
    advice: organisation
      ? `Par l’intermédiaire de ${platform}. Vous pouvez déconnecter à tout moment.`
      : 'Vous pouvez déconnecter à tout moment.',
  }),
  abandoned: {
    declined: (platform) => ({
      title: `${platform} n’est pas connecté`,
      advice: 'Vous avez annulé sur la page d’identification. Rien n’a été partagé.',
    }),
    returned: (platform) => ({
      title: `${platform} n’est pas encore connecté`,
      advice: 'Vous êtes revenu avant la fin. Recommencez quand vous voulez.',
    }),
    cancelled: (platform) => ({
      title: `${platform} n’est pas connecté`,
      advice: 'Vous avez arrêté avant la fin. Vous pouvez reprendre à tout moment.',
    }),
    expired: (platform) => ({
      title: `${platform} n’est pas encore connecté`,
      advice:
        'L’identification a pris plus d’une demi-heure, nous n’attendons donc plus. Recommencez quand vous voulez.',
    }),
  },
  sameAsBefore: (organisation) =>
    organisation
      ? `Identifiez-vous pour ${organisation}, comme avant.`
      : 'Identifiez-vous pour la même entreprise qu’avant.',
  unsure: (was, now) =>
    now
      ? 'Personne ne peut nous dire ici si c’est la même entreprise qu’avant. Sinon, déconnectez-la et reconnectez.'
      : `On ne nous dit pas de quelle entreprise il s’agit${was ? `\u00a0; avant, c’était ${was}` : ''}. Si vous vous êtes identifié pour une autre, déconnectez-la et reconnectez.`,
  comparing: (platform, was, now) => ({
    title: `Vous vous êtes identifié pour ${now}`,
    advice: `Avant, ${platform} était connecté pour ${was}. Continuez avec ${now}, ou déconnectez et recommencez.`,
  }),
  carryOn: (organisation) => `Continuer avec ${organisation}`,
  onceMore: 'Déconnecter et recommencer',
  inApp:
    'Cette page est ouverte dans une autre application. Certaines plateformes n’y permettent pas de se connecter : ouvrez-la dans votre navigateur.',
  openInBrowser: 'Ouvrir dans le navigateur',
  notListed: 'Vous ne trouvez pas la vôtre\u202f?',
  otherWays: (lender) => `Demandez à ${lender || 'votre prêteur'} ce que vous pouvez envoyer à la place.`,
  startAgain: 'Recommencer',
  openHere: 'Ouvrir plutôt dans cet onglet',
  cancel: 'Annuler',
  leave: {
    connected: 'Terminé',
    another: 'En connecter un autre',
    platforms: 'Choisir une autre plateforme',
    away: 'Fermer',
  },
};
