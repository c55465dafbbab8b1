import { translationLoadersByLang } from './locales.js';
import { localizedElements, replaceableMessageMerge, translationsByLang } from './localization-state.js';
import type { PartialMessages } from './messages.js';

const loadedLocales = new Map<string, PartialMessages>();
const overrides = new Map<string, PartialMessages>();
const mergedLanguages = new Set<string>();

/** Loads our translation of a language, and renders the elements again. Rejects if any of it fails to load, and then changes nothing. */
export async function loadAndApplyTranslation(language: string): Promise<void> {
  const loads = fallbacksOf(language).map(
    async (locale) => [locale, await translationLoadersByLang[locale]?.()] as const,
  );
  for (const [locale, messages] of await Promise.all(loads))
    if (messages) loadedLocales.set(locale, messages);
  mergeLanguage(language);
}

/**
 * Adds a language, or overrides messages of one, for every element on the page. Missing messages are English. `lang` is a
 * BCP 47 tag. For a language that we ship, overrides apply once our translation has loaded, so that languages don't mix.
 */
export function registerMessages(lang: string, messages: PartialMessages): void {
  const language = lang.toLowerCase();
  replaceableMessageMerge.mergeMessages = deepMerge;
  overrides.set(language, deepMerge(overrides.get(language) ?? {}, messages));
  const isShipped = fallbacksOf(language).some((locale) => locale in translationLoadersByLang);
  for (const each of isShipped ? mergedLanguages : new Set([language, ...mergedLanguages]))
    if (fallbacksOf(each).includes(language)) mergeLanguage(each);
}

/** Merges our translation and the host's overrides of a language, and renders the elements again. */
function mergeLanguage(language: string): void {
  const fallbacks = fallbacksOf(language);
  const sources = [loadedLocales, overrides].flatMap((messagesByLocale) =>
    fallbacks.flatMap((locale) => messagesByLocale.get(locale) ?? []),
  );
  mergedLanguages.add(language);
  translationsByLang.set(language, sources.length > 0 ? sources.reduce(deepMerge) : undefined);
  for (const element of localizedElements) element.requestUpdate();
}

/** `zh-hans-cn` falls back to `zh-hans`, and that to `zh` (RFC 4647, lookup). */
const fallbacksOf = (language: string): string[] =>
  language.split('-').map((_, index, subtags) => subtags.slice(0, index + 1).join('-'));

/** Merges two objects deeply, message by message. */
function deepMerge<Table extends object>(base: Table, override: object = {}): Table {
  const all = new Map<string, unknown>(Object.entries(base));
  for (const [name, value] of Object.entries(override) as [string, unknown][]) {
    const current = all.get(name);
    all.set(name, isTable(current) && isTable(value) ? deepMerge(current, value) : (value ?? current));
  }
  return Object.fromEntries(all) as Table;
}

const isTable = (value: unknown): value is object => typeof value === 'object' && value !== null;
