import { lazy } from '../browser/lazy.js';
import { isolated } from './grammar.js';
import type { Messages } from './messages.js';

/** Any of a group's messages; of a message that is a table, any of its rows. */
type Some<Words> = Words extends (...facts: never[]) => unknown
  ? Words
  : Words extends object
    ? { readonly [Name in keyof Words]?: Some<Words[Name]> }
    : Words;

/** Some messages of some groups: what a locale or a host adds or overrides. */
export type PartialMessages = Some<Messages>;

/** The groups of messages a locale brings. What it leaves out of one, for another dialect or a draft, stays as it is under it. */
export type Translation = Required<PartialMessages>;

/** The words that stand in English's stead, by the language as the page names it, in lower case. Nothing, until they are there. */
export const groups = new Map<string, PartialMessages | undefined>();

/** The elements on the page: when there are other words, they are drawn again. */
export const speakers = new Set<{ requestUpdate(): void }>();

const english = /^en\b/;

/** Languages written from right to left. */
export const rightToLeft = /^(?:ar|fa|he|ur)\b/i;

/** The blocks of letters written from right to left (Unicode, `DerivedBidiClass`). */
const leftwards = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const loadLayers = lazy(() => import('./layers.js'));

/**
 * The language to speak where this one is asked for: itself once its words are here, and English until then or where
 * there are none, so that no sentence is half in one and half in the other. What there is of it is sent for.
 */
export function spoken(lang: string): string {
  const key = lang.toLowerCase();
  if (english.test(key)) return lang;
  if (!groups.has(key)) {
    groups.set(key, undefined);
    loadLayers()
      .then(({ bring }) => bring(key))
      // Nothing is lost for good: an element that is drawn later asks again.
      .catch(() => setTimeout(() => groups.delete(key), 30_000));
  }
  return groups.get(key) ? lang : 'en';
}

/** How words are laid over English. What we ship is whole groups; what hosts bring need not be, and teaches more. */
export const manner = { lay: (under: object, over?: object): object => ({ ...under, ...over }) };

/**
 * An element's own groups of words, in English, in a language that is spoken here. Where that is written from left to
 * right, a name from right to left reverses nothing around it; a language from right to left sees to names itself.
 */
export function inLanguage<Words extends PartialMessages>(own: Words, lang: string): Words {
  const words = manner.lay(own, groups.get(lang.toLowerCase()) ?? groups.get('en'));
  return (rightToLeft.test(lang) ? words : isolating(words)) as Words;
}

type Message = (...facts: readonly unknown[]) => unknown;

const isolatingOf = new WeakMap<object, unknown>();

/** The same messages, that isolate what they are given from right to left; made once. */
function isolating(words: unknown): unknown {
  if (!(words instanceof Object)) return words;
  const made =
    isolatingOf.get(words) ?? (typeof words === 'function' ? ofMessage(words as Message) : ofTable(words));
  isolatingOf.set(words, made);
  return made;
}

const ofMessage =
  (message: Message): Message =>
  (...facts) =>
    message(...facts.map(apart));

const ofTable = (table: object): object =>
  Object.fromEntries(Object.entries(table).map(([name, inner]) => [name, isolating(inner)]));

function apart(fact: unknown): unknown {
  if (Array.isArray(fact)) return fact.map(apart);
  return typeof fact === 'string' && leftwards.test(fact) ? isolated(fact) : fact;
}

/** The language an element stands in: its own `lang` or the nearest around it, across shadow hosts. */
export function nearestLang(element: Element): string {
  const root = element.getRootNode();
  return (
    element.closest('[lang]')?.getAttribute('lang') ??
    (root instanceof ShadowRoot ? nearestLang(root.host) : '')
  );
}
