import { locales } from './locales/index.js';
import { groups, manner, speakers, type PartialMessages } from './register.js';

const shipped = new Map<string, PartialMessages>();
const registered = new Map<string, PartialMessages>();
const laidOut = new Set<string>();

/** Loads what we have of a language. Rejects when a part of it can't be had, and leaves the language as it was. */
export async function bring(language: string): Promise<void> {
  const loads = partsOf(language).map(async (part) => [part, await locales[part]?.()] as const);
  for (const [part, words] of await Promise.all(loads)) if (words) shipped.set(part, words);
  layOut(language);
}

/** Takes in words of the host. What we ship of that language comes first, so that no page speaks half of it. */
export function takeIn(language: string, words: PartialMessages): void {
  manner.lay = merged;
  registered.set(language, merged(registered.get(language) ?? {}, words));
  const ours = partsOf(language).some((part) => part in locales);
  for (const each of ours ? laidOut : new Set([language, ...laidOut]))
    if (partsOf(each).includes(language)) layOut(each);
}

/** Lays what is known of a language one over the other, the host's words on top, and has the elements speak it. */
function layOut(language: string): void {
  const parts = partsOf(language);
  const layers = [shipped, registered].flatMap((words) => parts.flatMap((part) => words.get(part) ?? []));
  laidOut.add(language);
  groups.set(language, layers.length > 0 ? layers.reduce(merged) : undefined);
  for (const speaker of speakers) speaker.requestUpdate();
}

/** `fr-CA` is spoken as French, with what is Canadian over it. */
const partsOf = (language: string): string[] => [...new Set([language.replace(/-.*/, ''), language])];

/** One lies over the other, message by message and row by row. */
function merged<Words extends object>(under: Words, over: object = {}): Words {
  const all = new Map<string, unknown>(Object.entries(under));
  for (const [name, words] of Object.entries(over) as [string, unknown][]) {
    const below = all.get(name);
    all.set(name, isTable(below) && isTable(words) ? merged(below, words) : (words ?? below));
  }
  return Object.fromEntries(all) as Words;
}

const isTable = (words: unknown): words is object => typeof words === 'object' && words !== null;
