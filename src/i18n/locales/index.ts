import type { PartialMessages } from '../register.js';

/** The languages there are beside English, each a part of its own that is loaded when it is needed. */
export const locales: Readonly<Record<string, () => Promise<PartialMessages>>> = {
  ar: async () => (await import('./ar/index.js')).ar,
  de: async () => (await import('./de/index.js')).de,
  es: async () => (await import('./es/index.js')).es,
  fr: async () => (await import('./fr/index.js')).fr,
  'fr-ca': async () => (await import('./fr-ca/index.js')).frCA,
};
