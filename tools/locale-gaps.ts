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
  /** Said by nobody, since English has no such message. */
  readonly extra: readonly string[];
  /** The same as in English, which is rarely meant. */
  readonly same: readonly string[];
}

/** The languages we have beside English, drafts too: each is a file. */
export async function languages(): Promise<string[]> {
  const folder = new URL('../src/i18n/locales/', import.meta.url);
  return (await readdir(folder)).filter((name) => name.endsWith('.ts')).map((name) => basename(name, '.ts'));
}

/** What elements say in a language, sentence by sentence: a region with its language under it. */
export async function saidIn(language: string): Promise<Map<string, string>> {
  await loadLanguage(language);
  return messagesIn(translationsByLang.get(language));
}

/** The English messages without new groups, which no other language has yet. */
export async function translatedEnglish(): Promise<Map<string, string>> {
  const others = await Promise.all((await languages()).map(saidIn));
  const groups = new Set(others.flatMap((words) => [...words.keys()].map(groupOf)));
  return new Map([...messagesIn(en)].filter(([place]) => groups.has(groupOf(place))));
}

const groupOf = (place: string): string => place.slice(0, place.indexOf('.'));

/** Compares the messages in a language with these English ones. */
export async function gapsOf(language: string, english: ReadonlyMap<string, string>): Promise<Gaps> {
  const words = await saidIn(language);
  const places = [...english.keys()];
  return {
    language,
    all: places.length,
    missing: places.filter((place) => !words.has(place)),
    extra: [...words.keys()].filter((place) => !english.has(place)),
    same: places.filter((place) => {
      const text = words.get(place);
      return text === english.get(place) && /\p{L}/u.test(text?.replace(/Xero|Larkspur/g, '') ?? '');
    }),
  };
}
