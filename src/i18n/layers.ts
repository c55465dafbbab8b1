import { locales } from './locales/index.js';
import { layers, speakers, type PartialMessages } from './register.js';

/** What hosts added and overrode, by language. */
export const registered = new Map<string, PartialMessages>();

const shipped = new Map<string, PartialMessages>();
const laidOut = new Set<string>();

/** Loads what we have of a language. Rejects when a part of it can't be had, and leaves the language as it was. */
export async function bring(language: string): Promise<void> {
  const loads = partsOf(language).map(async (part) => [part, await locales[part]?.()] as const);
  for (const [part, words] of await Promise.all(loads)) if (words) shipped.set(part, words);
  layOut(language);
}

/** Takes in what a host registered. What is still on its way comes first, so that no sentence is half in another language. */
export function takeIn(language: string): void {
  const ours = partsOf(language).some((part) => part in locales);
  for (const each of ours ? laidOut : new Set([language, ...laidOut]))
    if (partsOf(each).includes(language)) layOut(each);
}

/** Lays out what is known of a language, the host's words over ours, and has the elements speak it. */
function layOut(language: string): void {
  const parts = partsOf(language);
  laidOut.add(language);
  const found = [shipped, registered].flatMap((words) => parts.flatMap((part) => words.get(part) ?? []));
  layers.set(language, found.length > 0 ? found : undefined);
  for (const speaker of speakers) speaker.requestUpdate();
}

/** `fr-CA` is spoken as French, with what is Canadian over it. */
const partsOf = (language: string): string[] => [...new Set([language.replace(/-.*/, ''), language])];
