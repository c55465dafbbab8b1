import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { translationsByLang } from '../src/i18n/localization-state.js';
import { en } from './english.js';
import { loadLanguage } from './load-language.js';
import { messagesIn } from './messages-in.js';

/** How a language compares with English, message by message. */
export interface Gaps {
  readonly language: string;
  /** How many sentences English has. */
  readonly all: number;
  readonly missing: readonly string[];
  /** Unused, since English has no such message. */
  readonly extra: readonly string[];
  /** The same as in English, which is rarely meant. */
  readonly same: readonly string[];
}

/** The languages we have beside English, drafts too: each is a file. */
export async function listLanguages(): Promise<string[]> {
  const folder = new URL('../src/i18n/locales/', import.meta.url);
  return (await readdir(folder)).filter((name) => name.endsWith('.ts')).map((name) => basename(name, '.ts'));
}

/** Loads every sentence of a language by its key; those of a region with those of its language under them. */
export async function loadMessagesOf(language: string): Promise<Map<string, string>> {
  await loadLanguage(language);
  return messagesIn(translationsByLang.get(language));
}

/** The English messages without new groups, which no other language has yet. */
export async function loadTranslatedEnglish(): Promise<Map<string, string>> {
  const others = await Promise.all((await listLanguages()).map(loadMessagesOf));
  const groups = new Set(others.flatMap((words) => [...words.keys()].map(groupOf)));
  return new Map([...messagesIn(en)].filter(([key]) => groups.has(groupOf(key))));
}

const groupOf = (key: string): string => key.slice(0, key.indexOf('.'));

/** Compares the messages in a language with these English ones. */
export async function findGaps(language: string, english: ReadonlyMap<string, string>): Promise<Gaps> {
  const words = await loadMessagesOf(language);
  const keys = [...english.keys()];
  return {
    language,
    all: keys.length,
    missing: keys.filter((key) => !words.has(key)),
    extra: [...words.keys()].filter((key) => !english.has(key)),
    same: keys.filter((key) => {
      const text = words.get(key);
      return text === english.get(key) && /\p{L}/u.test(text?.replace(/Xero|Larkspur/g, '') ?? '');
    }),
  };
}
