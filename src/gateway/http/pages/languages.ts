import { accepts } from 'hono/accepts';
import type { Context } from 'hono';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { frCA } from './fr-ca.js';
import type { PageWords, SomePageWords } from './page-words.js';

/** A language of the gateway's pages, with all its words. */
export interface PageLanguage {
  /** A BCP 47 tag, for `lang` and `Intl`. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly words: PageWords;
}

/** The languages of the pages, by their tag in lower case; always with English. */
export type Languages = ReadonlyMap<string, PageLanguage>;

/** Our own words, each language complete. */
const defaultWords: Readonly<Record<string, PageWords>> = {
  en,
  de,
  fr,
  'fr-ca': mergeWords(fr, frCA),
  es,
  ar,
};

/** Right-to-left languages. */
const rightToLeft = /^(?:ar|fa|he|ur)\b/;

/** Merges a host's words over ours. In a new language of the host's, missing words are English. */
export function withHostWords(overrides: Readonly<Record<string, SomePageWords>>): Languages {
  const languages = new Map(Object.entries(defaultWords));
  for (const [tag, words] of Object.entries(overrides)) {
    const lang = tag.toLowerCase();
    languages.set(lang, mergeWords(languages.get(lang) ?? languages.get(languageTag(lang)) ?? en, words));
  }
  return new Map(
    [...languages].map(([lang, words]) => [
      lang,
      { lang: Intl.getCanonicalLocales(lang)[0] ?? lang, dir: rightToLeft.test(lang) ? 'rtl' : 'ltr', words },
    ]),
  );
}

/** The best language for `Accept-Language` (RFC 9110, 12.5.4): that of the region, else the language, else English. */
export function negotiateLanguage(c: Context, languages: Languages): PageLanguage {
  const lang = accepts(c, {
    header: 'Accept-Language',
    supports: [...languages.keys()],
    default: 'en',
    match: (accepted, { supports, default: otherwise }) => {
      const tags = accepted
        .filter(({ q }) => q > 0)
        .sort((one, other) => other.q - one.q)
        .map(({ type }) => type.toLowerCase());
      for (const tag of tags)
        for (const each of [tag, languageTag(tag)]) if (supports.includes(each)) return each;
      return otherwise;
    },
  });
  return languages.get(lang) ?? { lang: 'en', dir: 'ltr', words: en };
}

const languageTag = (tag: string): string => tag.replace(/-.*/, '');

function mergeWords(words: PageWords, overrides: SomePageWords): PageWords {
  return {
    invitation: { ...words.invitation, ...overrides.invitation },
    handedOn: { ...words.handedOn, ...overrides.handedOn },
    invitationProblems: { ...words.invitationProblems, ...overrides.invitationProblems },
    signInProblems: { ...words.signInProblems, ...overrides.signInProblems },
    goBack: { ...words.goBack, ...overrides.goBack },
  };
}
