import { registerOverrides } from './translations.js';
import type { PartialMessages } from './messages.js';

/** Adds a language, or overrides messages of one, for every element on the page. Missing messages are English. `lang` is a BCP 47 tag. */
export function registerMessages(lang: string, messages: PartialMessages): void {
  registerOverrides(lang.toLowerCase(), messages);
}
