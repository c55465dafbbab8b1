import type { Messages } from '../src/i18n/messages.js';

/** Example values by the beginning of a message's key, where none of {@link examples} makes sense. */
const examplesByKey: Readonly<Record<string, readonly unknown[]>> = {
  'journey.reads': ['Larkspur', ['invoices', 'bills'], true],
  'platformPicker.resultsFor': ['3', 'ledger'],
  'platformPicker.results': [3],
  'platformPicker.moreResults': [31],
  'platformPicker.showAll': [412],
  'platformPicker.noneFor': ['ledger'],
  'syncProgress.count': [3, 5],
  'syncProgress.notOffered': [['Invoices', 'Bills'], 'Xero'],
  'syncProgress.troubles': [['Invoices', 'Bills'], 'Xero', 'Larkspur'],
  'syncProgress.readingShare': ['40'],
  'syncProgress.pausedUntil': ['4 March 2026'],
  'syncProgress.dataType': ['invoices'],
  'sharing.until': ['4 March 2026'],
  'connectionList.results': [3],
  'connectionList.noneFor': ['ledger'],
  'connectionList.since': ['4 March 2026'],
  'connectionList.read': ['yesterday'],
  'connectionList.changed': ['Xero', '3'],
  'connectionList.unreadable': [3],
  'common.reference': ['0af7651916cd43dd'],
};

/** Example values for other messages: the first that a message makes sense with is used. */
const examples: readonly (readonly unknown[])[] = [
  ['Xero', 'Larkspur', { url: 'https://larkspur.example/1', until: '4 March 2026' }],
  [['Accounting', 'Banking'], 'Xero', 'Larkspur'],
  [3, 5],
  [{ from: 5, to: 10 }],
];

/** All English messages, from the modules in `src/i18n/locales/en`: each exports a group, and some a function beside it. */
export const mergeEnglish = (modules: readonly object[]): Messages =>
  Object.fromEntries(
    modules.flatMap((module) => Object.entries(module)).filter(([, words]) => typeof words === 'object'),
  ) as unknown as Messages;

/** Every sentence of some messages by its key, such as `connectionList.details.show`, with example values. */
export function messagesIn(words: unknown, key = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[key, words]]);
  if (typeof words === 'function') return messagesOf(words as Message, key);
  return new Map(
    Object.entries(words as object).flatMap(([name, inner]) => [
      ...messagesIn(inner, key ? `${key}.${name}` : name),
    ]),
  );
}

type Message = (...facts: readonly unknown[]) => unknown;

function messagesOf(message: Message, key: string): Map<string, string> {
  const [, ownFacts] = Object.entries(examplesByKey).find(([start]) => key.startsWith(start)) ?? [];
  for (const facts of ownFacts ? [ownFacts] : examples) {
    const found = attempt(() => messagesIn(message(...facts), key));
    if (found && ![...found.values()].some((text) => /undefined|NaN/.test(text))) return found;
  }
  throw new Error(`No example fits ${key}: add one to tools/messages-in.ts.`);
}

function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
