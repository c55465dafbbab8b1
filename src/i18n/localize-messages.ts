import { lazy } from '../browser/loading/lazy.js';
import { isolate } from './isolate.js';
import { replaceableMessageMerge, translationsByLang } from './localization-state.js';
import type { PartialMessages } from './messages.js';

const isEnglish = /^en\b/;

/** Matches the tag of a language that is written from right to left. */
export const rightToLeftLangPattern = /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b|-arab\b/i;

/** The Unicode blocks written from right to left (`DerivedBidiClass`). */
const rightToLeftLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Tested first, since engines take milliseconds to compile `rightToLeftLetters`. */
const maybeRightToLeft = /[^\0-\u058f]/;

const loadTranslations = lazy(() => import('./translations.js'));

/**
 * Returns the requested language if it is English or its translation has loaded. Otherwise starts to load the
 * translation and returns `en`, so that languages don't mix.
 */
export function resolveLocaleAndStartLoading(lang: string): string {
  const key = lang.toLowerCase();
  if (isEnglish.test(key)) return lang;
  if (!translationsByLang.has(key)) {
    translationsByLang.set(key, undefined);
    loadTranslations()
      .then(({ loadAndApplyTranslation }) => loadAndApplyTranslation(key))
      // Allows another try, by an element that renders later.
      .catch(() => setTimeout(() => translationsByLang.delete(key), 30_000));
  }
  return translationsByLang.get(key) ? lang : 'en';
}

/**
 * Translates an element's English message groups. In a left-to-right language, right-to-left names are isolated so that
 * they don't reorder the sentence; right-to-left translations isolate names themselves.
 */
export function localizeMessages<Groups extends PartialMessages>(english: Groups, lang: string): Groups {
  const messages = replaceableMessageMerge.mergeMessages(
    english,
    translationsByLang.get(lang.toLowerCase()) ?? translationsByLang.get('en'),
  );
  return (rightToLeftLangPattern.test(lang) ? messages : withIsolatedNames(messages)) as Groups;
}

type Message = (...args: readonly unknown[]) => unknown;

const isolatedMessages = new WeakMap<object, unknown>();

/** Wraps messages so that they isolate right-to-left arguments. The wrappers are cached by message. */
function withIsolatedNames(messages: unknown): unknown {
  if (!(messages instanceof Object)) return messages;
  const isolated =
    isolatedMessages.get(messages) ??
    (typeof messages === 'function' ? isolateInMessage(messages as Message) : isolateInTable(messages));
  isolatedMessages.set(messages, isolated);
  return isolated;
}

const isolateInMessage =
  (message: Message): Message =>
  (...args) =>
    message(...args.map(isolateNames));

const isolateInTable = (table: object): object =>
  Object.fromEntries(Object.entries(table).map(([name, inner]) => [name, withIsolatedNames(inner)]));

function isolateNames(arg: unknown): unknown {
  if (Array.isArray(arg)) return arg.map(isolateNames);
  return typeof arg === 'string' && maybeRightToLeft.test(arg) && rightToLeftLetters.test(arg)
    ? isolate(arg)
    : arg;
}

/**
 * The element's language: its own `lang` or that of its nearest ancestor, across shadow hosts; empty if none is set.
 * Pages of PHP and Java often have `de_DE` there, which is no language tag.
 */
export function nearestLang(element: Element): string {
  const root = element.getRootNode();
  return (
    element.closest('[lang]')?.getAttribute('lang')?.replaceAll('_', '-') ??
    (root instanceof ShadowRoot ? nearestLang(root.host) : '')
  );
}
