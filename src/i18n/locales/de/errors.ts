import type { Advice } from '../../messages.js';
import type { Translation } from '../../messages-for.js';

const away: Advice = {
  title: 'Dieser Dienst ist gerade nicht erreichbar',
  advice: 'Es geht nichts verloren. Versuchen Sie es gleich noch einmal.',
};

const wrong: Advice = {
  title: 'Etwas ist schiefgegangen',
  advice: 'Wenden Sie sich an den Support, wenn es wieder vorkommt.',
};

export const errors: Translation['errors'] = {
  'signed-out': {
    title: 'Sie sind abgemeldet',
    advice: 'Melden Sie sich wieder an, um dort weiterzumachen, wo Sie waren.',
  },
  token: away,
  refused: {
    title: 'Sie haben hierauf keinen Zugriff',
    advice: 'Wenden Sie sich an den Support, um Zugriff zu bekommen.',
  },
  missing: {
    title: 'Das gibt es hier nicht mehr',
    advice: 'Wenden Sie sich an den Support, wenn es noch da sein müsste.',
  },
  rejected: wrong,
  busy: {
    title: 'Gerade ist hier viel los',
    advice: 'Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
  },
  unavailable: away,
  slow: {
    title: 'Das dauert gerade zu lange',
    advice: 'Es geht nichts verloren. Versuchen Sie es gleich noch einmal.',
  },
  unreachable: away,
  offline: {
    title: 'Es besteht keine Verbindung zum Internet',
    advice: 'Prüfen Sie Ihr Netzwerk und versuchen Sie es dann noch einmal.',
  },
  unreadable: wrong,
  declined: {
    title: 'Die Plattform hat ein Problem gemeldet',
    advice: 'Es wurde nichts verbunden. Versuchen Sie es noch einmal oder wählen Sie eine andere Plattform.',
  },
  unsupported: {
    title: 'Diese Plattform kann hier nicht verbunden werden',
    advice: 'Wählen Sie eine andere oder wenden Sie sich an den Support.',
  },
};
