import { lazy } from '../../browser/lazy.js';
import type { PartialMessages } from '../messages-for.js';

/** The translations we ship, each loaded on demand. */
export const locales: Readonly<Record<string, () => Promise<PartialMessages>>> = {
  ar: lazy(() => import('./ar/index.js').then(({ ar }) => ar)),
  de: lazy(() => import('./de/index.js').then(({ de }) => de)),
  es: lazy(() => import('./es/index.js').then(({ es }) => es)),
  fr: lazy(() => import('./fr/index.js').then(({ fr }) => fr)),
  'fr-ca': lazy(() => import('./fr-ca/index.js').then(({ frCA }) => frCA)),
};
