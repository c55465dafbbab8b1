import { plural, listFormatter } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';

/** What a person has of each kind of platform, as the object of a sentence. */
const possessions: Readonly<Record<string, string>> = {
  Accounting: 'Ihre Buchhaltung',
  Banking: 'Ihre Bank',
  Commerce: 'Ihren Shop',
};

const list = listFormatter('de');

export const platformPicker: Translation['platformPicker'] = {
  heading: connect,
  intro: (lender) =>
    `Sie melden sich bei der Plattform an, die Sie nutzen, und kommen dann ${lender ? `zu ${lender}` : 'auf diese Seite'} zurück.`,
  search: 'Ihre Plattform suchen',
  results: plural('de', { one: '# Plattform', other: '# Plattformen' }),
  none: 'Hier gibt es im Moment nichts zu verbinden.',
  noneFor: (query) =>
    `Nichts gefunden für „${query}“. Prüfen Sie die Schreibweise oder versuchen Sie einen kürzeren Namen.`,
  mostUsed: 'Am häufigsten genutzt',
  marks: { connected: 'Verbunden', pending: 'Verbindung abschließen', failed: 'Erneut versuchen' },
  required: (types) => `${connect(types)}, um fortzufahren.`,
};

function connect(sourceTypes: readonly string[]): string {
  const known = sourceTypes.flatMap((type) => possessions[type] ?? []);
  return `Verbinden Sie ${known.length > 0 ? list(known) : 'Ihr Unternehmen'}`;
}
