import type { Translation } from '../../register.js';

export const journey: Translation['journey'] = {
  creating: { title: 'Wird vorbereitet', advice: 'Gleich öffnet sich ein Fenster zum Anmelden.' },
  authorizing: (platform) => ({
    title: `Schließen Sie die Anmeldung bei ${platform} ab`,
    advice: 'Dafür hat sich ein Fenster geöffnet. Diese Seite geht von selbst weiter, wenn Sie fertig sind.',
  }),
  blocked: (platform) => ({
    title: `Weiter zu ${platform}`,
    advice:
      'Ihr Browser hat das Anmeldefenster nicht geöffnet. Machen Sie in diesem Tab weiter; danach kommen Sie hierher zurück.',
  }),
  continueTo: (platform) => `Weiter zu ${platform}`,
  confirming: (platform) => ({
    title: `Wird bei ${platform} geprüft`,
    advice: 'Das dauert einige Sekunden.',
  }),
  connected: (platform, organisation) => ({
    title: organisation ? `${organisation} ist verbunden` : `${platform} ist verbunden`,
    advice: organisation
      ? `Über ${platform}. Sie können die Verbindung jederzeit trennen.`
      : 'Sie können die Verbindung jederzeit trennen.',
  }),
  abandoned: {
    declined: (platform) => ({
      title: `${platform} ist nicht verbunden`,
      advice: 'Sie haben auf der Anmeldeseite abgebrochen. Es wurde nichts weitergegeben.',
    }),
    returned: (platform) => ({
      title: `${platform} ist noch nicht verbunden`,
      advice:
        'Sie sind zurückgekommen, bevor es fertig war. Beginnen Sie noch einmal, wenn Sie so weit sind.',
    }),
    cancelled: (platform) => ({
      title: `${platform} ist nicht verbunden`,
      advice: 'Sie haben aufgehört, bevor es fertig war. Sie können jederzeit weitermachen.',
    }),
    expired: (platform) => ({
      title: `${platform} ist noch nicht verbunden`,
      advice:
        'Die Anmeldung hat länger als eine halbe Stunde gedauert, deshalb warten wir nicht mehr. Beginnen Sie noch einmal, wenn Sie so weit sind.',
    }),
  },
  startAgain: 'Noch einmal beginnen',
  openHere: 'Stattdessen in diesem Tab öffnen',
  cancel: 'Abbrechen',
  copied: 'Kopiert',
  notCopied: 'Ihr Browser kopiert es nicht. Markieren und kopieren Sie es selbst.',
  leave: { connected: 'Fertig', platforms: 'Andere Plattform wählen', away: 'Schließen' },
};
