/** A language the toolbar offers for the host's page. */
export interface Language {
  /** The page's `lang`. */
  readonly value: string;
  readonly title: string;
  readonly dir?: 'rtl';
}

export const languages: readonly Language[] = [
  { value: 'en-GB', title: 'English' },
  { value: 'fr', title: 'Français' },
  { value: 'fr-CA', title: 'Français (Canada)' },
  { value: 'de', title: 'Deutsch' },
  { value: 'es', title: 'Español' },
  { value: 'ar', title: 'العربية (draft: no native speaker has signed it yet)', dir: 'rtl' },
  { value: 'en-XA', title: 'Pseudo-locale, to find what is not translated or does not fit' },
];
