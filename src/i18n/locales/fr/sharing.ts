import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const sharing: Translation['sharing'] = {
  ask: 'Quelqu’un d’autre a les identifiants\u202f?',
  choose: 'Choisissez la plateforme que cette personne utilise. Vous recevez un lien à lui envoyer.',
  myself: 'J’ai moi-même les identifiants',
  heading: (platform) => `Envoyer un lien pour ${platform}`,
  explains: (platform, lender) => [
    `La personne qui a les identifiants ouvre le lien et s’identifie elle-même sur ${platform}. Vous n’avez besoin d’aucun de ses mots de passe, et elle ne voit rien de votre dossier.`,
    `Le lien montre que la demande vient de ${lender || 'ce prêteur'}. Il fonctionne pour une durée limitée, et vous pouvez le retirer.`,
  ],
  get: 'Obtenir le lien',
  making: { title: 'Création du lien', advice: '' },
  standings: {
    open: (platform) => ({
      title: `Envoyez ce lien à la personne qui a les identifiants ${platform}`,
      advice: 'Cette page indique quand c’est fait. Vous pouvez la quitter, le lien continue de fonctionner.',
    }),
    used: (platform) => ({
      title: `Quelqu’un s’identifie sur ${platform}`,
      advice: 'Le lien a été ouvert, mais rien n’est encore terminé. Il fonctionne jusqu’à la fin.',
    }),
    connected: (platform) => ({
      title: `${platform} est connecté`,
      advice: 'Vous pouvez déconnecter à tout moment.',
    }),
    withdrawn: (platform) => ({
      title: `Le lien pour ${platform} est retiré`,
      advice: 'Plus personne ne peut s’identifier par ce lien.',
    }),
    expired: (platform) => ({
      title: `Le lien pour ${platform} a expiré`,
      advice: 'Personne n’a terminé l’identification par ce lien. Créez-en un autre à envoyer.',
    }),
    Unknown: (platform) => ({
      title: `L’état du lien pour ${platform} ne peut pas être donné pour le moment`,
      advice: 'Rechargez cette page pour le voir.',
    }),
  },
  link: 'Le lien à envoyer',
  copy: 'Copier le lien',
  mail: 'L’envoyer par e-mail',
  subject: (platform, lender) => `${we(lender)} demande à connecter ${platform}`,
  body: (platform, lender, { url, until }) =>
    [
      'Bonjour,',
      `${we(lender)} demande à lire nos données dans ${platform}, et vous avez les identifiants. Ouvrez ce lien et identifiez-vous sur la plateforme\u00a0:`,
      url,
      ...(until ? [`Il fonctionne jusqu’au ${until}.`] : []),
      'Votre mot de passe est saisi sur la plateforme même\u00a0: ni le prêteur ni moi ne le voyons.',
    ].join('\n\n'),
  until: (date) => `Fonctionne jusqu’au ${date}`,
  again: 'Créer un autre lien',
  sent: 'Vos liens',
  statuses: {
    open: 'Pas encore ouvert',
    used: 'Ouvert, pas terminé',
    connected: 'Connecté',
    withdrawn: 'Retiré',
    expired: 'Expiré',
    Unknown: 'État inconnu',
  },
  withdraw: 'Retirer',
  withdrawFor: (platform) => `Retirer le lien pour ${platform}`,
  tooMany: {
    title: 'Il y a déjà beaucoup de liens',
    advice: 'Retirez-en un qui ne sert plus, puis créez-en un autre.',
  },
};
