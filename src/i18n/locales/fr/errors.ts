import type { Advice } from '../../messages.js';
import type { Translation } from '../../messages-for.js';

const away: Advice = {
  title: 'Ce service est momentanément inaccessible',
  advice: 'Rien n’est perdu. Réessayez dans un instant.',
};

const wrong: Advice = {
  title: 'Un problème est survenu',
  advice: 'S’il se reproduit, contactez l’assistance.',
};

export const errors: Translation['errors'] = {
  'signed-out': {
    title: 'Votre session a pris fin',
    advice: 'Identifiez-vous de nouveau pour reprendre où vous en étiez.',
  },
  token: away,
  refused: { title: 'Vous n’y avez pas accès', advice: 'Contactez l’assistance pour obtenir l’accès.' },
  missing: {
    title: 'Cet élément n’existe plus',
    advice: 'S’il devait encore être là, contactez l’assistance.',
  },
  rejected: wrong,
  busy: { title: 'Il y a beaucoup de monde en ce moment', advice: 'Attendez une minute, puis réessayez.' },
  unavailable: away,
  slow: { title: 'La réponse tarde trop', advice: 'Rien n’est perdu. Réessayez dans un instant.' },
  unreachable: away,
  offline: {
    title: 'Il n’y a pas de connexion à Internet',
    advice: 'Vérifiez votre réseau, puis réessayez.',
  },
  unreadable: wrong,
  declined: {
    title: 'La plateforme a signalé un problème',
    advice: 'Rien n’a été connecté. Réessayez ou choisissez une autre plateforme.',
  },
  unsupported: {
    title: 'Cette plateforme ne peut pas être connectée ici',
    advice: 'Choisissez-en une autre ou contactez l’assistance.',
  },
};
