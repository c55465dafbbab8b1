import { draftLanguages } from '../src/i18n/draft-languages.js';
import type { PartialMessages } from '../src/i18n/messages.js';
import { registerMessages } from '../src/i18n/translations.js';
import { loadAndApplyTranslation } from '../src/i18n/translations.js';

/** Loads a language as a page has it: because its `lang` chooses it, or, for a draft, because the host imports it. */
export async function loadLanguage(language: string): Promise<void> {
  if (!draftLanguages.includes(language)) return loadAndApplyTranslation(language);
  const module = (await import(`../src/i18n/locales/${language}.ts`)) as Record<string, PartialMessages>;
  registerMessages(language, module[language] ?? {});
}
