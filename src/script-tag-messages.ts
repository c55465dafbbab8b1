/** The entry `register-messages.js` beside the script tag, for hosts that have messages of their own. */
import type { PartialMessages } from './i18n/messages.js';

/**
 * Adds a language, or overrides messages of one, for every element on the page. Missing messages are English. `lang` is a
 * BCP 47 tag. The elements render again once the messages are in place.
 */
export async function registerMessages(lang: string, messages: PartialMessages): Promise<void> {
  /* eslint-disable no-restricted-syntax -- `lazy` is in the script that loads here, and the host sees a failure. */
  // The elements' script may not have run yet, and the messages are for its elements.
  await import('./script-tag.js');
  const { registerMessages: register } = await import('./i18n/translations.js');
  register(lang, messages);
}
