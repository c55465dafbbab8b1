import type { Translation } from '../../messages-for.js';

export const journey: Translation['journey'] = {
  creating: { title: 'Wird vorbereitet', advice: 'Gleich öffnet sich die Anmeldeseite.' },
  authorizing: (platform, by) => ({
    title: `Schließen Sie die Anmeldung bei ${platform} ab`,
    advice:
      by === 'tab'
        ? 'Das tun Sie in diesem Tab; danach kommen Sie hierher zurück.'
        : `${by === 'host' ? 'Die Seite dafür hat sich geöffnet.' : 'Dafür hat sich ein Fenster geöffnet.'} Diese Seite geht von selbst weiter, wenn Sie fertig sind.`,
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
  sameAsBefore: (organisation) =>
    organisation
      ? `Melden Sie sich für ${organisation} an, wie zuvor.`
      : 'Melden Sie sich für dasselbe Unternehmen an wie zuvor.',
  unsure: (was, now) =>
    now
      ? 'Niemand kann uns hier sagen, ob das dasselbe Unternehmen ist wie zuvor. Wenn nicht, trennen Sie es und verbinden Sie erneut.'
      : `Uns wird nicht gesagt, welches Unternehmen das ist${was ? `; zuvor war es ${was}` : ''}. Wenn Sie sich für ein anderes angemeldet haben, trennen Sie es und verbinden Sie erneut.`,
  comparing: (platform, was, now) => ({
    title: `Sie haben sich für ${now} angemeldet`,
    advice: `Zuvor war ${platform} für ${was} verbunden. Machen Sie mit ${now} weiter, oder trennen Sie es und melden Sie sich noch einmal an.`,
  }),
  carryOn: (organisation) => `Mit ${organisation} weitermachen`,
  onceMore: 'Trennen und noch einmal anmelden',
  inApp:
    'Diese Seite ist in einer anderen App geöffnet. Bei manchen Plattformen kann man sich dort nicht anmelden. Öffnen Sie sie deshalb in Ihrem Browser.',
  openInBrowser: 'Im Browser öffnen',
  notListed: 'Ihre ist nicht dabei?',
  otherWays: (lender) => `Fragen Sie ${lender || 'den Kreditgeber'}, was Sie stattdessen senden können.`,
  startAgain: 'Noch einmal beginnen',
  openHere: 'Stattdessen in diesem Tab öffnen',
  cancel: 'Abbrechen',
  leave: {
    connected: 'Fertig',
    another: 'Weiteres verbinden',
    platforms: 'Andere Plattform wählen',
    away: 'Schließen',
  },
};
