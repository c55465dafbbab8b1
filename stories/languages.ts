import { draftLanguages } from '../src/i18n/draft-languages.js';
import { translationLoadersByLang } from '../src/i18n/locales.js';
import { rightToLeftLangPattern } from '../src/i18n/localize-messages.js';

/** A language that the toolbar offers for the host's page. */
export interface Language {
  /** The page's `lang`. */
  readonly value: string;
  readonly title: string;
  readonly dir?: 'rtl';
}

export const languages: readonly Language[] = [
  ...[
    'en-GB',
    ...Intl.getCanonicalLocales([...Object.keys(translationLoadersByLang), ...draftLanguages].sort()),
  ].map((value) => ({
    value,
    title: `${new Intl.DisplayNames([value], { type: 'language' }).of(value) ?? value}${draftLanguages.includes(value) ? ' (draft)' : ''}`,
    ...(rightToLeftLangPattern.test(value) && { dir: 'rtl' as const }),
  })),
  { value: 'en-XA', title: 'Pseudo-locale, to find what is not translated or does not fit' },
];
