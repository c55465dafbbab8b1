import type { Messages } from './messages.js';

/** Some messages of some groups: what a locale or a host adds or overrides. */
export type PartialMessages = { readonly [Group in keyof Messages]?: Partial<Messages[Group]> };

const registered = new Map<string, PartialMessages>();
const drawn = new Set<() => void>();

/** Adds a language or overrides messages of one, for every element on the page. English fills in what is missing. */
export function registerMessages(lang: string, messages: PartialMessages): void {
  const key = lang.toLowerCase();
  registered.set(key, merged(registered.get(key) ?? {}, messages));
  for (const draw of drawn) draw();
}

/** Calls back whenever words are registered, until the returned function is called: what is drawn is drawn again. */
export function whenRegistered(draw: () => void): () => void {
  drawn.add(draw);
  return () => drawn.delete(draw);
}

/** An element's own groups of words in a language: English, with `fr` over it, with `fr-CA` over that. */
export function inLanguage<Words extends PartialMessages>(english: Words, lang: string): Words {
  const key = lang.toLowerCase();
  const layers = [key.replace(/-.*/, ''), key].flatMap((layer) => registered.get(layer) ?? []);
  return layers.reduce(merged, english) as Words;
}

function merged(under: PartialMessages, over: PartialMessages): PartialMessages {
  const groups = Object.keys({ ...under, ...over }) as (keyof Messages)[];
  return Object.fromEntries(groups.map((group) => [group, { ...under[group], ...over[group] }]));
}

/** The language an element stands in: its own `lang` or the nearest around it, across shadow hosts. */
export function nearestLang(element: Element): string {
  const near = element.closest('[lang]');
  if (near) return near.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : '';
}
