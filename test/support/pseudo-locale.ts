import type { PartialMessages } from '../../src/i18n/messages.js';

const accented: Readonly<Record<string, string>> = {
  a: 'ää',
  b: 'ḃ',
  c: 'ć',
  d: 'ḋ',
  e: 'ëë',
  f: 'ḟ',
  g: 'ğ',
  h: 'ĥ',
  i: 'ïï',
  k: 'ķ',
  l: 'ľ',
  n: 'ñ',
  o: 'öö',
  p: 'ṗ',
  r: 'ř',
  s: 'š',
  t: 'ṫ',
  u: 'üü',
  w: 'ŵ',
  y: 'ÿ',
};

/**
 * Pseudo-localized English: accents on every letter, a third longer, in brackets. A text without them comes from no
 * message; one without its closing bracket was truncated. Names passed to a message stay as they are.
 */
export function pseudo(messages: PartialMessages): PartialMessages {
  return pseudoLocalized(messages, []) as PartialMessages;
}

function pseudoLocalized(words: unknown, names: readonly string[]): unknown {
  if (typeof words === 'string') return words && `[${accentedText(words, names)}]`;
  if (Array.isArray(words)) return words.map((each) => pseudoLocalized(each, names));
  if (typeof words === 'function')
    return (...facts: unknown[]) =>
      pseudoLocalized((words as (...facts: unknown[]) => unknown)(...facts), textsOf(facts));
  return Object.fromEntries(
    Object.entries(words as object).map(([name, inner]) => [name, pseudoLocalized(inner, names)]),
  );
}

/** Every text in what a message was given. */
function textsOf(facts: unknown): string[] {
  if (typeof facts === 'string') return facts ? [facts] : [];
  return typeof facts === 'object' && facts !== null ? Object.values(facts).flatMap(textsOf) : [];
}

function accentedText(text: string, names: readonly string[]): string {
  const [name, ...others] = names;
  if (name === undefined) return text.replace(/[a-z]/g, (letter) => accented[letter] ?? letter);
  return text
    .split(name)
    .map((part) => accentedText(part, others))
    .join(name);
}
