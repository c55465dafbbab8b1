/** What the elements of this page have said in another language, with what it is in English. */
type Said = Map<string, Set<string>>;

const saidIn = new Map<string, Said>();

type Message = (...facts: readonly unknown[]) => unknown;

/** The messages of a language, which also note what each of them is in English, so that a play function finds it. */
export function notingEnglish(language: string, words: unknown, english: unknown): unknown {
  const said: Said = saidIn.get(language) ?? new Map<string, Set<string>>();
  saidIn.set(language, said);
  return notingIn(said, words, english);
}

function notingIn(said: Said, words: unknown, english: unknown): unknown {
  if (typeof words === 'string') {
    note(said, words, english);
    return words;
  }
  if (typeof words === 'function')
    return (...facts: readonly unknown[]) =>
      notingIn(said, (words as Message)(...facts), (english as Message)(...facts));
  if (Array.isArray(words))
    return words.map((each, index) => notingIn(said, each, (english as readonly unknown[])[index]));
  return Object.fromEntries(
    Object.entries(words as object).map(([name, inner]) => [
      name,
      notingIn(said, inner, (english as Readonly<Record<string, unknown>>)[name]),
    ]),
  );
}

function note(said: Said, text: string, english: unknown): void {
  const key = normalize(text);
  if (!key || typeof english !== 'string') return;
  said.set(key, (said.get(key) ?? new Set()).add(normalize(english)));
}

/** Text as Testing Library compares it, without the characters that isolate names from right to left. */
const normalize = (text: string): string =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What the page's language has said: a region falls back to its language. */
function saidHere(): readonly (readonly [text: string, english: ReadonlySet<string>])[] {
  const lang = document.querySelector<HTMLElement>('.host-page')?.lang.toLowerCase() ?? '';
  return [...new Set([lang, lang.replace(/-.*/, '')])].flatMap((each) => [...(saidIn.get(each) ?? [])]);
}

/** What a text of the page may be in English: more than one where a language has the same words for several messages. */
export function inEnglish(text: string): readonly string[] {
  const whole = normalize(text);
  const said = saidHere();
  const found = said.filter(([key]) => key === whole).flatMap(([, english]) => [...english]);
  if (found.length > 0) return [...found, whole];
  return said
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

/** Matches a text of the page by what it is in English; Testing Library prints it where nothing is found. */
export function sayingInEnglish(wanted: string | RegExp): (text: string) => boolean {
  const matches = (text: string): boolean =>
    inEnglish(text).some((each) => (typeof wanted === 'string' ? each === wanted : wanted.test(each)));
  return Object.assign(matches, { toString: () => String(wanted) });
}
