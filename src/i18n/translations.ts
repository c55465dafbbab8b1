import { translationLoadersByLang } from './locales.js';
import { localizedElements, replaceableMessageMerger, translationsByLang } from './localization-state.js';
import type { PartialMessages } from './messages.js';

const loadedLocales = new Map<string, PartialMessages>();
const overrides = new Map<string, PartialMessages>();
const mergedLanguages = new Set<string>();

/** Loads our translation of a language. Rejects if any of it fails to load, and then changes nothing. */
export async function loadAndMergeLocale(language: string): Promise<void> {
  const loads = fallbacksOf(language).map(
    async (locale) => [locale, await translationLoadersByLang[locale]?.()] as const,
  );
  for (const [locale, words] of await Promise.all(loads)) if (words) loadedLocales.set(locale, words);
  mergeLanguage(language);
}

/** Adds a host's messages. For a language we ship, they apply once ours have loaded, so that languages don't mix. */
export function registerOverrides(language: string, words: PartialMessages): void {
  replaceableMessageMerger.mergeMessages = deepMerge;
  overrides.set(language, deepMerge(overrides.get(language) ?? {}, words));
  const isShipped = fallbacksOf(language).some((locale) => locale in translationLoadersByLang);
  for (const each of isShipped ? mergedLanguages : new Set([language, ...mergedLanguages]))
    if (fallbacksOf(each).includes(language)) mergeLanguage(each);
}

/** Merges our translation and the host's overrides of a language, and renders the elements again. */
function mergeLanguage(language: string): void {
  const fallbacks = fallbacksOf(language);
  const sources = [loadedLocales, overrides].flatMap((words) =>
    fallbacks.flatMap((locale) => words.get(locale) ?? []),
  );
  mergedLanguages.add(language);
  translationsByLang.set(language, sources.length > 0 ? sources.reduce(deepMerge) : undefined);
  for (const element of localizedElements) element.requestUpdate();
}

/** `zh-hans-cn` falls back to `zh-hans`, and that to `zh` (RFC 4647, lookup). */
const fallbacksOf = (language: string): string[] =>
  language.split('-').map((_, index, subtags) => subtags.slice(0, index + 1).join('-'));

/** Merges two objects deeply, message by message. */
function deepMerge<Words extends object>(base: Words, override: object = {}): Words {
  const all = new Map<string, unknown>(Object.entries(base));
  for (const [name, words] of Object.entries(override) as [string, unknown][]) {
    const current = all.get(name);
    all.set(name, isTable(current) && isTable(words) ? deepMerge(current, words) : (words ?? current));
  }
  return Object.fromEntries(all) as Words;
}

const isTable = (words: unknown): words is object => typeof words === 'object' && words !== null;
