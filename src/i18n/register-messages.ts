import { registered, takeIn } from './layers.js';
import { merged, type PartialMessages } from './register.js';

/** Adds a language or overrides messages of one, for every element on the page. English fills in what is missing. */
export function registerMessages(lang: string, messages: PartialMessages): void {
  const key = lang.toLowerCase();
  registered.set(key, merged(registered.get(key), messages) as PartialMessages);
  takeIn(key);
}
