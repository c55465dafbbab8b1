import { ar } from '../../../i18n/locales/ar.js';
import { de } from '../../../i18n/locales/de.js';
import { syncProgress as en } from '../../../i18n/locales/en/sync-progress.js';
import { es } from '../../../i18n/locales/es.js';
import { fr } from '../../../i18n/locales/fr.js';
import { it } from '../../../i18n/locales/it.js';
import { nl } from '../../../i18n/locales/nl.js';
import { pt } from '../../../i18n/locales/pt.js';

/** The elements' names of data types, by the language of a page. */
const names: Readonly<Record<string, ((dataType: string) => string) | undefined>> = {
  ar: ar.syncProgress.dataType,
  de: de.syncProgress.dataType,
  es: es.syncProgress.dataType,
  fr: fr.syncProgress.dataType,
  it: it.syncProgress.dataType,
  nl: nl.syncProgress.dataType,
  pt: pt.syncProgress.dataType,
};

/** The name of one of Codat's data types, such as `profitAndLoss`, in a language, else in English. */
export const translateDataType = (dataType: string, lang: string): string =>
  (names[lang.replace(/-.*/, '')] ?? en.dataType)(dataType);
