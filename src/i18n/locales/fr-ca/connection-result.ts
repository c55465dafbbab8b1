import type { Translation } from '../../messages-for.js';

export const connectionResult: Translation['connectionResult'] = {
  declined: (platform) => ({
    title: `${platform} n’est pas connecté`,
    advice: 'Vous avez annulé à la page d’ouverture de session. Rien n’a été communiqué.',
  }),
  shared: {
    declined: (platform) => ({
      title: `${platform} n’est pas connecté`,
      advice:
        'Vous avez annulé à la page d’ouverture de session, et rien n’a été communiqué. Votre lien fonctionne toujours.',
    }),
  },
};
