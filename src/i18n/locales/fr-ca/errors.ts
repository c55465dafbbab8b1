import type { Translation } from '../../messages-for.js';

const wrong = {
  title: 'Un problème est survenu',
  advice: 'S’il se reproduit, communiquez avec le soutien.',
};

export const errors: Translation['errors'] = {
  'signed-out': {
    title: 'Votre session est terminée',
    advice: 'Ouvrez une nouvelle session pour reprendre où vous en étiez.',
  },
  refused: { advice: 'Communiquez avec le soutien pour obtenir l’accès.' },
  missing: { advice: 'S’il devait encore être là, communiquez avec le soutien.' },
  rejected: wrong,
  unreadable: wrong,
  unsupported: { advice: 'Choisissez-en une autre ou communiquez avec le soutien.' },
};
