import { accepts } from 'hono/accepts';
import type { Context } from 'hono';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { frCA } from './fr-ca.js';
import type { PageWords, SomePageWords } from './page-words.js';

/** What a page says, and in which language. */
export interface Spoken {
  /** As `lang` has it, and `Intl`. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly words: PageWords;
}

/** The languages pages can speak, by their tag in lower case; English is always one of them. */
export type Languages = ReadonlyMap<string, Spoken>;

/** The words there are, each language complete: what a region or a host leaves out stays as it is under it. */
const shipped: Readonly<Record<string, PageWords>> = { en, de, fr, 'fr-ca': over(fr, frCA), es, ar };

/** Languages written from right to left. */
const rightToLeft = /^(?:ar|fa|he|ur)\b/;

/** The languages there are with a host's words over them, or with a language of the host's, English where it has none. */
export function languagesWith(own: Readonly<Record<string, SomePageWords>>): Languages {
  const languages = new Map(Object.entries(shipped));
  for (const [tag, words] of Object.entries(own)) {
    const lang = tag.toLowerCase();
    languages.set(lang, over(languages.get(lang) ?? languages.get(baseOf(lang)) ?? en, words));
  }
  return new Map(
    [...languages].map(([lang, words]) => [
      lang,
      { lang: Intl.getCanonicalLocales(lang)[0] ?? lang, dir: rightToLeft.test(lang) ? 'rtl' : 'ltr', words },
    ]),
  );
}

/** The language a visitor's browser asks for (RFC 9110, 12.5.4): the region's own, else the language, else English. */
export function spokenTo(visit: Context, languages: Languages): Spoken {
  const lang = accepts(visit, {
    header: 'Accept-Language',
    supports: [...languages.keys()],
    default: 'en',
    match: (asked, { supports, default: otherwise }) => {
      const wanted = asked
        .filter(({ q }) => q > 0)
        .sort((one, other) => other.q - one.q)
        .map(({ type }) => type.toLowerCase());
      for (const tag of wanted)
        for (const each of [tag, baseOf(tag)]) if (supports.includes(each)) return each;
      return otherwise;
    },
  });
  return languages.get(lang) ?? { lang: 'en', dir: 'ltr', words: en };
}

const baseOf = (tag: string): string => tag.replace(/-.*/, '');

function over(words: PageWords, own: SomePageWords): PageWords {
  return {
    invitation: { ...words.invitation, ...own.invitation },
    handedOn: { ...words.handedOn, ...own.handedOn },
    invitationProblems: { ...words.invitationProblems, ...own.invitationProblems },
    signInProblems: { ...words.signInProblems, ...own.signInProblems },
    goBack: { ...words.goBack, ...own.goBack },
  };
}
