import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const sharing: Translation['sharing'] = {
  ask: 'Hat jemand anders die Zugangsdaten?',
  choose: 'Wählen Sie die Plattform, die diese Person nutzt. Sie bekommen einen Link, den Sie ihr senden.',
  myself: 'Ich habe die Zugangsdaten selbst',
  heading: (platform) => `Link für ${platform} senden`,
  explains: (platform, lender) => [
    `Wer die Zugangsdaten hat, öffnet den Link und meldet sich selbst bei ${platform} an. Sie brauchen kein fremdes Passwort, und die andere Person sieht nichts von Ihrem Antrag.`,
    `Der Link zeigt, dass ${lender || 'der Kreditgeber'} darum bittet. Er gilt für begrenzte Zeit, und Sie können ihn zurückziehen.`,
  ],
  get: 'Link erstellen',
  making: { title: 'Der Link wird erstellt', advice: '' },
  standings: {
    open: (platform) => ({
      title: `Senden Sie diesen Link an die Person mit den Zugangsdaten für ${platform}`,
      advice: 'Diese Seite zeigt, wenn es erledigt ist. Sie können sie verlassen: Der Link gilt weiter.',
    }),
    used: (platform) => ({
      title: `Jemand meldet sich bei ${platform} an`,
      advice: 'Ihr Link wurde geöffnet, aber es ist noch nicht abgeschlossen. Bis dahin gilt er weiter.',
    }),
    connected: (platform) => ({
      title: `${platform} ist verbunden`,
      advice: 'Sie können die Verbindung jederzeit trennen.',
    }),
    withdrawn: (platform) => ({
      title: `Der Link für ${platform} ist zurückgezogen`,
      advice: 'Niemand kann sich mehr über ihn anmelden.',
    }),
    expired: (platform) => ({
      title: `Der Link für ${platform} ist abgelaufen`,
      advice: 'Niemand hat die Anmeldung darüber abgeschlossen. Erstellen Sie einen neuen.',
    }),
    Unknown: (platform) => ({
      title: `Wie es um den Link für ${platform} steht, lässt sich gerade nicht sagen`,
      advice: 'Laden Sie diese Seite neu, um es zu sehen.',
    }),
  },
  link: 'Der Link zum Senden',
  copy: 'Link kopieren',
  mail: 'Per E-Mail senden',
  subject: (platform, lender) => `${we(lender)} bittet darum, ${platform} zu verbinden`,
  body: (platform, lender, { url, until }) =>
    [
      'Guten Tag,',
      `${we(lender)} bittet darum, unsere Daten in ${platform} zu lesen, und Sie haben die Zugangsdaten. Öffnen Sie diesen Link und melden Sie sich dort an:`,
      url,
      ...(until ? [`Er gilt bis ${until}.`] : []),
      'Ihr Passwort geben Sie bei der Plattform selbst ein: Weder der Kreditgeber noch ich sehen es.',
    ].join('\n\n'),
  until: (date) => `Gilt bis ${date}`,
  again: 'Neuen Link erstellen',
  sent: 'Ihre Links',
  statuses: {
    open: 'Noch nicht geöffnet',
    used: 'Geöffnet, nicht abgeschlossen',
    connected: 'Verbunden',
    withdrawn: 'Zurückgezogen',
    expired: 'Abgelaufen',
    Unknown: 'Unbekannt',
  },
  withdraw: 'Zurückziehen',
  withdrawFor: (platform) => `Link für ${platform} zurückziehen`,
  tooMany: {
    title: 'Es gibt schon viele Links',
    advice: 'Ziehen Sie einen zurück, den Sie nicht mehr brauchen, und erstellen Sie dann einen neuen.',
  },
};
