import type { Translation } from '../../messages-for.js';

export const journey: Translation['journey'] = {
  creating: { advice: 'La page d’ouverture de session s’ouvre dans un instant.' },
  authorizing: (platform, by) => ({
    title: `Terminez l’ouverture de session dans ${platform}`,
    advice:
      by === 'tab'
        ? 'Cela se passe dans cet onglet\u00a0: vous revenez ici ensuite.'
        : `${by === 'host' ? 'La page prévue à cette fin s’est ouverte.' : 'Une fenêtre s’est ouverte à cette fin.'} Cette page avance d’elle-même quand vous avez fini.`,
  }),
  blocked: (platform) => ({
    title: `Continuez vers ${platform}`,
    advice:
      'Votre navigateur n’a pas ouvert la fenêtre d’ouverture de session. Continuez dans cet onglet\u00a0: vous revenez ici ensuite.',
  }),
  abandoned: {
    declined: (platform) => ({
      title: `${platform} n’est pas connecté`,
      advice: 'Vous avez annulé à la page d’ouverture de session. Rien n’a été communiqué.',
    }),
    returned: (platform) => ({
      title: `${platform} n’est pas encore connecté`,
      advice: 'Le retour s’est fait avant la fin. Recommencez quand vous voulez.',
    }),
    expired: (platform) => ({
      title: `${platform} n’est pas encore connecté`,
      advice:
        'L’ouverture de session a pris plus d’une demi-heure, nous n’attendons donc plus. Recommencez quand vous voulez.',
    }),
  },
  sameAsBefore: (organisation) =>
    organisation
      ? `Ouvrez une session pour ${organisation}, comme avant.`
      : 'Ouvrez une session pour la même entreprise qu’avant.',
  unsure: (was, now) =>
    now
      ? 'Personne ne peut nous dire ici si c’est la même entreprise qu’avant. Sinon, déconnectez-la et reconnectez.'
      : `On ne nous dit pas de quelle entreprise il s’agit${was ? `; avant, c’était ${was}` : ''}. Si vous avez ouvert une session pour une autre, déconnectez-la et reconnectez.`,
  comparing: (platform, was, now) => ({
    title: `Vous avez ouvert une session pour ${now}`,
    advice: `Avant, ${platform} était connecté pour ${was}. Continuez avec ${now}, ou déconnectez et recommencez.`,
  }),
  notListed: 'Vous ne trouvez pas la vôtre?',
};
