import type { PageWords } from './page-words.js';

export const de: PageWords = {
  invitation: {
    title: (lender, platform) => `${lender} bittet darum, ${platform} zu verbinden`,
    why: (lender, platform) =>
      `Jemand, der mit ${lender} zu tun hat, hat Ihnen diesen Link gesendet, weil Sie die Zugangsdaten für ${platform} haben. Wenn Sie nicht wissen, wer das sein könnte, fragen Sie nach, bevor Sie weitermachen.`,
    next: (lender, platform) =>
      `Als Nächstes öffnet sich die Anmeldung bei ${platform}. Dort geben Sie Ihr Passwort ein: Weder ${lender} noch die Person, die Ihnen den Link gesendet hat, bekommt es zu sehen. Dort entscheiden Sie auch, ob ${lender} die Daten lesen darf.`,
    until: ['Dieser Link gilt bis ', '.'],
    continueTo: (platform) => `Weiter zu ${platform}`,
    tryAgain: 'Noch einmal versuchen',
  },
  handedOn: {
    why: (lender, platform) =>
      `Diese Adresse wurde für eine Kundin oder einen Kunden von ${lender} erstellt, um ${platform} auf der eigenen Seite zu verbinden. Was darüber verbunden wird, gehört zu diesem Kundenkonto: ${lender} liest es für dessen Unternehmen, nicht für Ihres. Wenn Sie die Adresse bekommen haben und nicht wissen, warum, machen Sie nicht weiter.`,
  },
  invitationProblems: {
    missing: {
      title: 'Dieser Link funktioniert nicht',
      next: 'Vielleicht ist er abgelaufen oder wurde zurückgezogen. Fragen Sie die Person, die ihn gesendet hat, nach einem neuen.',
    },
    used: {
      title: 'Dieser Link hat seinen Zweck erfüllt',
      next: 'Was verbunden werden sollte, ist verbunden, und hier ist nichts mehr zu tun. Um es noch einmal zu verbinden, fragen Sie die Person, die den Link gesendet hat, nach einem neuen.',
    },
    unavailable: {
      title: 'Die Anmeldung ist gerade nicht erreichbar',
      next: 'Es ist nichts verloren. Warten Sie eine Minute und versuchen Sie es noch einmal.',
    },
  },
  signInProblems: {
    incomplete: {
      title: 'Dieser Link ist nicht vollständig',
      next: 'Gehen Sie zurück und wählen Sie noch einmal, was Sie verbinden möchten.',
    },
    anothers: {
      title: 'Sie können diesen Link nicht nutzen',
      next: 'Vielleicht gehört er zu einem anderen Unternehmen als dem, für das Sie angemeldet sind. Gehen Sie zurück und beginnen Sie auf Ihrer eigenen Seite.',
    },
    missing: {
      title: 'Diese Verbindung gibt es nicht mehr',
      next: 'Vielleicht wurde sie inzwischen gelöscht. Gehen Sie zurück, um neu zu verbinden.',
    },
    expired: {
      title: 'Dieser Link gilt nicht mehr',
      next: 'Links zum Anmelden gelten zehn Minuten. Gehen Sie zurück und wählen Sie noch einmal, was Sie verbinden möchten.',
    },
    unavailable: {
      title: 'Die Anmeldung ist gerade nicht erreichbar',
      next: 'Es ist nichts verloren. Warten Sie eine Minute, gehen Sie zurück und versuchen Sie es noch einmal.',
    },
  },
  goBack: { text: 'Zurück' },
};
