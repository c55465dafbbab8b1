import type { Platform } from '../../../api/schemas/platform.js';
import { searchTermsByPlatformKey } from '../../../platforms/search-terms.js';
import { normalizeText } from '../../search/matching.js';

/** Longer text isn't a platform's name, so the rest is ignored. */
const maxQueryLength = 100;

/**
 * The platforms that match a query, best first: the exact name, its beginning, other names, then the words of any name
 * in any order. If the query is a web address that platforms have, only those match. Only if nothing matches, one
 * wrong, missing, extra or swapped letter per word is allowed. Equal matches keep their order, so pass featured
 * platforms first.
 */
export function searchPlatforms(query: string, platforms: readonly Platform[]): readonly Platform[] {
  const typed = query
    .trim()
    .slice(0, maxQueryLength)
    .replace(/^(?:https?:\/\/)?(?:www\.)?/i, '');
  const words = wordsIn(typed);
  const entries = platforms.map(entryOf);
  if (words.length === 0) return platforms;
  const hostname = hostnameIn(typed);
  const searchWords = hostname ? wordsIn(ownerLabelOf(hostname)) : words;
  const strategies = [
    () => (hostname ? platforms.filter((platform) => hasAddress(hostname, platform)) : []),
    () => exactMatches(words, entries),
    () => exactMatches(searchWords, entries),
    () => fuzzyMatches(searchWords, entries),
  ];
  for (const search of strategies) {
    const found = search();
    if (found.length > 0) return found;
  }
  return [];
}

/** `xero.com` for `xero.com/uk`. */
function hostnameIn(typed: string): string | undefined {
  return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?=[/?#:]|$)/u.exec(typed.toLowerCase())?.[0];
}

/** The label of a hostname that names its owner: `barclays` for `business.barclays.co.uk`. */
function ownerLabelOf(hostname: string): string {
  const labels = hostname.split('.').slice(0, -1);
  return labels.findLast((label) => label.length > 3) ?? labels.at(-1) ?? '';
}

/** Whether one of the platform's addresses is this hostname, or starts with it while it is being typed. */
function hasAddress(hostname: string, { key }: Platform): boolean {
  const addresses = searchTermsByPlatformKey.get(key)?.addresses ?? [];
  return addresses.some((address) => address.startsWith(hostname) || `.${hostname}`.endsWith(`.${address}`));
}

/** The search index of one platform. */
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

const entries = new WeakMap<Platform, Entry>();

/** Made once for each platform, since a person types many letters. */
function entryOf(platform: Platform): Entry {
  const cached = entries.get(platform);
  if (cached) return cached;
  const names = searchTermsByPlatformKey.get(platform.key)?.names ?? [];
  const nameWords = searchLine(platform.name);
  const entry = {
    platform,
    name: wordsIn(platform.name).join(''),
    others: names.map((name) => wordsIn(name).join('')),
    nameWords,
    allWords: nameWords + names.map(searchLine).join(''),
  };
  entries.set(platform, entry);
  return entry;
}

/** The words of a name in every way they are written: `QuickBooks Online` as quick, books, quickbooks, online, quickbooksonline. */
function searchLine(name: string): string {
  const words = wordsIn(name);
  const camelCaseParts = wordsIn(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  return [...new Set([...words, ...camelCaseParts, words.join('')])].map((word) => ` ${word}`).join('');
}

/** The normalized words of a text. */
function wordsIn(text: string): string[] {
  return (
    normalizeText(text)
      .replace(/['’]/g, '')
      .replaceAll('&', ' and ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The platforms that match without a typing error. */
function exactMatches(words: readonly string[], entries: readonly Entry[]): Platform[] {
  return sortByRank(entries, (entry) => exactRankOf(entry, words));
}

/** The rank of an exact match, 0 the best; undefined if there is none. */
function exactRankOf(
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
  const rank = tests.findIndex((test) => test());
  return rank < 0 ? undefined : rank;
}

/** The platforms that match with one typing error per word; matches of the main name come first. */
function fuzzyMatches(words: readonly string[], entries: readonly Entry[]): Platform[] {
  const joined = words.join('');
  const hasAllWords = (line: string): boolean => words.every((word) => hasSimilarWord(line, word));
  return sortByRank(entries, ({ nameWords, allWords }) => {
    if (hasAllWords(nameWords)) return 0;
    return hasAllWords(allWords) || hasSimilarWord(allWords, joined) ? 1 : undefined;
  });
}

/** Whether any word of the line starts with the typed word, allowing one error. */
function hasSimilarWord(line: string, typed: string): boolean {
  return line.split(' ').some((word) => startsSimilarly(word, typed));
}

/**
 * Whether a word starts with the typed letters, allowing one wrong, extra, missing or swapped letter. Numbers and words
 * under four letters allow no error; with four letters, the first must be right and none may be missing.
 */
function startsSimilarly(word: string, typed: string): boolean {
  if (word.startsWith(typed)) return true;
  const letters = /\d/.test(typed) ? 0 : typed.length;
  const at = Array.from(typed).findIndex((letter, index) => letter !== word[index]);
  if (letters < 4 || (letters === 4 && at === 0)) return false;
  const continuesWith = (from: number, letter: number): boolean => word.startsWith(typed.slice(from), letter);
  const wrong = continuesWith(at + 1, at + 1);
  const extra = continuesWith(at + 1, at);
  const missing = letters > 4 && continuesWith(at, at + 1);
  const swapped = typed[at] === word[at + 1] && typed[at + 1] === word[at] && continuesWith(at + 2, at + 2);
  return wrong || extra || missing || swapped;
}

/** The platforms with a rank, best first. */
function sortByRank(entries: readonly Entry[], rankOf: (entry: Entry) => number | undefined): Platform[] {
  return entries
    .flatMap((entry) => {
      const rank = rankOf(entry);
      return rank === undefined ? [] : { rank, platform: entry.platform };
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ platform }) => platform);
}
