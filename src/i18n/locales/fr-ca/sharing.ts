import type { Translation } from '../../messages-for.js';
import { we } from '../fr/common.js';

export const sharing: Translation['sharing'] = {
  ask: 'Quelqu’un d’autre a les identifiants?',
  explains: (platform, lender) => [
    `La personne qui a les identifiants ouvre le lien, puis une session dans ${platform}. Vous n’avez besoin d’aucun de ses mots de passe, et elle ne voit rien de votre demande.`,
    `Le lien montre que la demande vient de ${lender || 'ce prêteur'}. Il fonctionne pour une durée limitée, et vous pouvez le retirer.`,
  ],
  standings: {
    used: (platform) => ({
      title: `Quelqu’un ouvre une session dans ${platform}`,
      advice: 'Le lien a été ouvert, mais rien n’est encore terminé. Il fonctionne jusqu’à la fin.',
    }),
    withdrawn: (platform) => ({
      title: `Le lien pour ${platform} est retiré`,
      advice: 'Plus personne ne peut ouvrir de session par ce lien.',
    }),
    expired: (platform) => ({
      title: `Le lien pour ${platform} est expiré`,
      advice: 'Personne n’a terminé l’ouverture de session par ce lien. Créez-en un autre à envoyer.',
    }),
  },
  mail: 'L’envoyer par courriel',
  body: (platform, lender, { url, until }) =>
    [
      'Bonjour,',
      `${we(lender)} demande à lire nos données dans ${platform}, et vous avez les identifiants. Ouvrez ce lien, puis une session dans la plateforme\u00a0:`,
      url,
      ...(until ? [`Il fonctionne jusqu’au ${until}.`] : []),
      'Votre mot de passe est entré dans la plateforme même\u00a0: ni le prêteur ni moi ne le voyons.',
    ].join('\n\n'),
};
