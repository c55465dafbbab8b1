import { lazy } from '../browser/loading/lazy.js';
import type { PartialMessages } from './messages.js';

/** The translations that `lang` chooses, each loaded on demand. */
export const translationLoadersByLang: Readonly<Record<string, () => Promise<PartialMessages>>> = {
  de: lazy(() => import('./locales/de.js').then(({ de }) => de)),
  es: lazy(() => import('./locales/es.js').then(({ es }) => es)),
  fr: lazy(() => import('./locales/fr.js').then(({ fr }) => fr)),
  'fr-ca': lazy(() => import('./locales/fr-ca.js').then(({ frCA }) => frCA)),
};
