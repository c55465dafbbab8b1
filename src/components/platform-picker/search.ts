import type { Platform } from '../../api/schemas/platform.js';
import { knownAs } from '../../platforms/names.js';
import { plain } from './matching.js';

/** A longer text was not typed to find a platform; what comes after is left out. */
const longestQuery = 100;

/**
 * The platforms a person may mean, best first: the name itself, names that begin like it, other names, names and other
 * names with such words in any order, and, only where nothing of that is found, all of it with one wrong, missing,
 * extra or swapped letter a word. Platforms found alike keep the order they came in, so the featured ones should lead.
 */
export function rank(query: string, platforms: readonly Platform[]): readonly Platform[] {
  const typed = query
    .trim()
    .slice(0, longestQuery)
    .replace(/^(?:https?:\/\/)?(?:www\.)?/i, '');
  const words = wordsIn(typed);
  if (words.length === 0) return platforms;
  const entries = platforms.map(entryOf);
  const host = hostIn(typed);
  const meant = host ? wordsIn(makerIn(host)) : words;
  const ways = [
    () => (host ? platforms.filter((platform) => isAt(host, platform)) : []),
    () => asTyped(words, entries),
    () => asTyped(meant, entries),
    () => withErrors(meant, entries),
  ];
  for (const look of ways) {
    const found = look();
    if (found.length > 0) return found;
  }
  return [];
}

/** `xero.com` of `xero.com/uk`. */
function hostIn(typed: string): string | undefined {
  return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?=[/?#:]|$)/u.exec(typed.toLowerCase())?.[0];
}

/** The part of a host that names whose it is: `barclays` of `business.barclays.co.uk`. */
function makerIn(host: string): string {
  const labels = host.split('.').slice(0, -1);
  return labels.findLast((label) => label.length > 3) ?? labels.at(-1) ?? '';
}

/** Whether a platform is found at a host, or at one that begins like it while it is being typed. */
function isAt(host: string, { key }: Platform): boolean {
  const addresses = knownAs.get(key)?.addresses ?? [];
  return addresses.some((address) => address.startsWith(host) || `.${host}`.endsWith(`.${address}`));
}

/** What a platform is found by. */
interface Entry {
  readonly platform: Platform;
  /** The name as one word. */
  readonly name: string;
  /** Each other name as one word. */
  readonly others: readonly string[];
  /** The words of the name, each after a space. */
  readonly nameWords: string;
  /** The words of all names, each after a space. */
  readonly allWords: string;
}

const known = new WeakMap<Platform, Entry>();

/** Made once for each platform, since a person types many letters. */
function entryOf(platform: Platform): Entry {
  const entered = known.get(platform);
  if (entered) return entered;
  const names = knownAs.get(platform.key)?.names ?? [];
  const nameWords = line(platform.name);
  const entry = {
    platform,
    name: wordsIn(platform.name).join(''),
    others: names.map((name) => wordsIn(name).join('')),
    nameWords,
    allWords: nameWords + names.map(line).join(''),
  };
  known.set(platform, entry);
  return entry;
}

/** The words of a name in every way they are written: `QuickBooks Online` as quick, books, quickbooks, online, and as one. */
function line(name: string): string {
  const words = wordsIn(name);
  const parts = wordsIn(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  return [...new Set([...words, ...parts, words.join('')])].map((word) => ` ${word}`).join('');
}

/** The words of a text as people compare them. */
function wordsIn(text: string): string[] {
  return (
    plain(text)
      .replace(/['’]/g, '')
      .replaceAll('&', ' and ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The platforms found with every letter right. */
function asTyped(words: readonly string[], entries: readonly Entry[]): Platform[] {
  return sorted(entries, (entry) => distance(entry, words));
}

/** How far a platform is from what was typed without an error in it; undefined if it is something else. */
function distance(
  { name, others, nameWords, allWords }: Entry,
  words: readonly string[],
): number | undefined {
  const typed = words.join('');
  const tests = [
    () => name === typed,
    () => name.startsWith(typed),
    () => others.includes(typed),
    () => words.every((word) => nameWords.includes(` ${word}`)),
    () => others.some((other) => other.startsWith(typed)),
    () => words.every((word) => allWords.includes(` ${word}`)),
  ];
  const at = tests.findIndex((test) => test());
  return at < 0 ? undefined : at;
}

/** The platforms found with an error a word, those whose own name it is first. */
function withErrors(words: readonly string[], entries: readonly Entry[]): Platform[] {
  const joined = words.join('');
  const found = (line: string): boolean => words.every((word) => hasAlike(line, word));
  return sorted(entries, ({ nameWords, allWords }) =>
    found(nameWords) ? 0 : found(allWords) || hasAlike(allWords, joined) ? 1 : undefined,
  );
}

/** Whether a line has a word that begins as this one was meant. */
function hasAlike(line: string, typed: string): boolean {
  return line.split(' ').some((word) => word !== '' && beginsAlike(word, typed));
}

/**
 * Whether a word begins with what was typed, but for one letter wrong, extra, missing or swapped with the next. Numbers and
 * words under four letters are too short to guess from; four need the first right, and none missing.
 */
function beginsAlike(word: string, typed: string): boolean {
  if (word.startsWith(typed)) return true;
  const letters = /\d/.test(typed) ? 0 : typed.length;
  const at = Array.from(typed).findIndex((letter, index) => letter !== word[index]);
  if (letters < 4 || (letters === 4 && at === 0)) return false;
  const goesOn = (from: number, letter: number): boolean => word.startsWith(typed.slice(from), letter);
  const wrong = goesOn(at + 1, at + 1);
  const extra = goesOn(at + 1, at);
  const missing = letters > 4 && goesOn(at, at + 1);
  const swapped = typed[at] === word[at + 1] && typed[at + 1] === word[at] && goesOn(at + 2, at + 2);
  return wrong || extra || missing || swapped;
}

/** The platforms that have a distance, the nearest first. */
function sorted(entries: readonly Entry[], distanceOf: (entry: Entry) => number | undefined): Platform[] {
  return entries
    .flatMap((entry) => {
      const distance = distanceOf(entry);
      return distance === undefined ? [] : { distance, platform: entry.platform };
    })
    .sort((one, other) => one.distance - other.distance)
    .map(({ platform }) => platform);
}
