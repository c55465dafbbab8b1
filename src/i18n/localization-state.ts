import type { PartialMessages } from './messages.js';

/** The merged translations by lower-case language tag; undefined while one loads or if there is none. */
export const translationsByLang = new Map<string, PartialMessages | undefined>();

/** The elements on the page, to render again when a translation arrives. */
export const localizedElements = new Set<{ requestUpdate(): void }>();

/**
 * Merges a translation over English. Ours replace whole groups; a host's overrides may be partial, so that
 * `registerMessages` puts a deep merge here, which pages without overrides don't load.
 */
export const replaceableMessageMerger = {
  mergeMessages: (base: object, overrides?: object): object => ({ ...base, ...overrides }),
};
