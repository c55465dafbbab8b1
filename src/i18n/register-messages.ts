import { takeIn } from './layers.js';
import type { PartialMessages } from './register.js';

/** Adds a language or overrides messages of one, for every element on the page. English fills in what is missing. */
export function registerMessages(lang: string, messages: PartialMessages): void {
  takeIn(lang.toLowerCase(), messages);
}
