import { accepts } from 'hono/accepts';
import type { Context } from 'hono';
import { languageAndScriptOf } from '../../../api/schemas/parsing/language-and-script.js';
import type { PageWords, SomePageWords } from './page-words.js';
import { regionalTranslations, translations } from './translations.js';

/** A language of the gateway's pages, with its direction and all its words. */
export interface PageLocalization {
  /** A BCP 47 tag, for `lang` and `Intl`. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Its language and script, which browsers' languages are compared with. */
  readonly languageAndScript: string;
  readonly words: PageWords;
}

/** The languages of the pages, by their tag in lower case; always with English. */
export type PageLocalizationsByLang = ReadonlyMap<string, PageLocalization>;

/** The most languages of an `Accept-Language` that are looked up, since each takes time. Browsers send fewer. */
const maxWanted = 30;

/** The most used scripts that are written from right to left. */
const rightToLeft = /-(?:arab|hebr|nkoo|syrc|thaa)$/;

/** Merges a host's words over ours. In a language that we don't ship, missing words are English. */
export function mergePageTranslations(
  overrides: Readonly<Record<string, SomePageWords>>,
): PageLocalizationsByLang {
  const wordsByTag = new Map(Object.entries(translations));
  for (const [tag, words] of [...Object.entries(regionalTranslations), ...Object.entries(overrides)]) {
    const lang = tag.toLowerCase();
    const base = wordsByTag.get(lang) ?? wordsByTag.get(languageTag(lang)) ?? translations.en;
    wordsByTag.set(lang, mergeWords(base, words));
  }
  return new Map(
    [...wordsByTag].map(([tag, words]) => {
      const [lang = tag] = Intl.getCanonicalLocales(tag);
      const languageAndScript = languageAndScriptOf(tag);
      return [
        tag,
        { lang, dir: rightToLeft.test(languageAndScript) ? 'rtl' : 'ltr', languageAndScript, words },
      ];
    }),
  );
}

/** The best language for `Accept-Language` (RFC 9110, 12.5.4): for each tag the same tag, else its language and script, else its language, else any with the same language and script; else English. */
export function negotiatePageLocalization(
  c: Context,
  localizations: PageLocalizationsByLang,
): PageLocalization {
  const lang = accepts(c, {
    header: 'Accept-Language',
    supports: [...localizations.keys()],
    default: 'en',
    match: (accepted, { supports, default: otherwise }) => {
      const tags = accepted
        .filter(({ q }) => q > 0)
        .sort((one, other) => other.q - one.q)
        .slice(0, maxWanted)
        .map(({ type }) => type.toLowerCase());
      for (const tag of tags) {
        const languageAndScript = languageAndScriptOf(tag);
        const regional = supports.find(
          (each) => localizations.get(each)?.languageAndScript === languageAndScript,
        );
        for (const each of [tag, languageAndScript, languageTag(tag), regional])
          if (each && supports.includes(each)) return each;
      }
      return otherwise;
    },
  });
  return (
    localizations.get(lang) ?? {
      lang: 'en',
      dir: 'ltr',
      languageAndScript: 'en-latn',
      words: translations.en,
    }
  );
}

const languageTag = (tag: string): string => tag.replace(/-.*/, '');

function mergeWords(words: PageWords, overrides: SomePageWords): PageWords {
  return {
    invitation: { ...words.invitation, ...overrides.invitation },
    handedOn: { ...words.handedOn, ...overrides.handedOn },
    invitationProblems: { ...words.invitationProblems, ...overrides.invitationProblems },
    signInProblems: { ...words.signInProblems, ...overrides.signInProblems },
    goBack: { ...words.goBack, ...overrides.goBack },
    help: { ...words.help, ...overrides.help },
  };
}
