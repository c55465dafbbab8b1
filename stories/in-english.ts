/** What the elements of this page have said in another language, with what it is in English. */
const said = new Map<string, Set<string>>();

type Message = (...facts: readonly unknown[]) => unknown;

/** The messages of a language, which also note what each of them is in English, so that a play function finds it. */
export function notingEnglish(words: unknown, english: unknown): unknown {
  if (typeof words === 'string') {
    note(words, english);
    return words;
  }
  if (typeof words === 'function')
    return (...facts: readonly unknown[]) =>
      notingEnglish((words as Message)(...facts), (english as Message)(...facts));
  if (Array.isArray(words))
    return words.map((each, index) => notingEnglish(each, (english as readonly unknown[])[index]));
  return Object.fromEntries(
    Object.entries(words as object).map(([name, inner]) => [
      name,
      notingEnglish(inner, (english as Readonly<Record<string, unknown>>)[name]),
    ]),
  );
}

function note(text: string, english: unknown): void {
  const key = normalize(text);
  if (!key || typeof english !== 'string') return;
  said.set(key, (said.get(key) ?? new Set()).add(normalize(english)));
}

/** Text as Testing Library compares it. */
const normalize = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a text of the page may be in English: more than one where a language has the same words for several messages. */
export function inEnglish(text: string): readonly string[] {
  const whole = normalize(text);
  const found = said.get(whole);
  if (found) return [...found, whole];
  return [...said]
    .filter(([key]) => whole.includes(key))
    .sort(([one], [other]) => other.length - one.length)
    .reduce(
      (candidates, [key, english]) =>
        candidates.flatMap((candidate) =>
          candidate.includes(key) ? [...english].map((each) => candidate.replaceAll(key, each)) : candidate,
        ),
      [whole],
    )
    .concat(whole);
}

/** Matches a text of the page by what it is in English. */
export const sayingInEnglish =
  (wanted: string | RegExp) =>
  (text: string): boolean =>
    inEnglish(text).some((each) => (typeof wanted === 'string' ? each === wanted : wanted.test(each)));
