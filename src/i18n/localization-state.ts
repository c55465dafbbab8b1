import type { PartialMessages } from './messages.js';

/** The merged translations by lower-case language tag; undefined while one loads or if there is none. */
export const translationsByLang = new Map<string, PartialMessages | undefined>();

/** The elements on the page, to render again when a translation arrives. */
export const localizedElements = new Set<{ requestUpdate(): void }>();

/**
 * Merges a translation over English, by whole groups of messages. A host's overrides may have parts of groups:
 * `registerMessages` puts a deep merge here, so that pages without overrides don't load it.
 */
export const replaceableMessageMerge = {
  mergeMessages: (base: object, overrides?: object): object => ({ ...base, ...overrides }),
};
