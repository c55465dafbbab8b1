import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const connectionResult: Translation['connectionResult'] = {
  checking: 'Ihre Verbindung wird geprüft',
  connected: (platform, lender) => ({
    title: `${platform} ist verbunden`,
    advice: `${we(lender)} kann Ihre Daten jetzt lesen. Sie können die Verbindung jederzeit trennen.`,
  }),
  declined: (platform) => ({
    title: `${platform} ist nicht verbunden`,
    advice: 'Sie haben auf der Anmeldeseite abgebrochen. Es wurde nichts weitergegeben.',
  }),
  unsupported: (platform) => ({
    title: `${platform} kann hier nicht verbunden werden`,
    advice: 'Gehen Sie zurück, um eine andere Plattform zu wählen.',
  }),
  failed: (platform) => ({
    title: `${platform} ist nicht verbunden`,
    advice: `${platform} hat ein Problem gemeldet. Gehen Sie zurück, um es noch einmal zu versuchen.`,
  }),
  unfinished: (platform) => ({
    title: `${platform} ist noch nicht verbunden`,
    advice: 'Gehen Sie zurück, um es abzuschließen, wenn Sie so weit sind.',
  }),
  shared: {
    connected: (platform) => ({
      title: `${platform} ist verbunden`,
      advice: 'Sie können dieses Fenster schließen. Wer Ihnen den Link gesendet hat, sieht es von selbst.',
    }),
    declined: (platform) => ({
      title: `${platform} ist nicht verbunden`,
      advice:
        'Sie haben auf der Anmeldeseite abgebrochen, und es wurde nichts weitergegeben. Ihr Link gilt weiter.',
    }),
    unsupported: (platform, lender) => ({
      title: `${platform} kann hier nicht verbunden werden`,
      advice: `${we(lender)} kann damit nicht arbeiten. Sagen Sie es der Person, die Ihnen den Link gesendet hat.`,
    }),
    failed: (platform) => ({
      title: `${platform} ist nicht verbunden`,
      advice: `${platform} hat ein Problem gemeldet. Öffnen Sie Ihren Link noch einmal, um es erneut zu versuchen.`,
    }),
    unfinished: (platform) => ({
      title: `${platform} ist noch nicht verbunden`,
      advice: 'Öffnen Sie Ihren Link noch einmal, um es abzuschließen.',
    }),
  },
  unknown: (lender) => ({
    title: 'Von hier aus lässt sich nicht sagen, was geschehen ist',
    advice: `Gehen Sie ${lender ? `zu ${lender}` : 'auf die Seite'} zurück${lender ? '' : ', von der Sie kamen'}, um zu sehen, ob die Verbindung besteht.`,
  }),
  continueTo: (lender) => (lender ? `Weiter zu ${lender}` : 'Weiter'),
  closeWindow: 'Dieses Fenster schließen',
  cannotClose: 'Ihr Browser hält dieses Fenster offen. Sie können es selbst schließen.',
};
