import Fuzzy from '@leeoniya/ufuzzy';
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

/* eslint-disable @typescript-eslint/no-unsafe-enum-assignment -- its constant enums can't be named where each file is compiled by itself */
/** One error a word. Numbers and words under four letters are too short to guess from; four need the first right. */
const fuzzy = new Fuzzy({
  intraMode: 1,
  interLft: 2,
  intraRules: (word) => {
    const letters = /\d/.test(word) ? 0 : word.length;
    const one = letters > 3 ? 1 : 0;
    return {
      intraSlice: [letters > 4 ? 0 : 1, Infinity],
      intraIns: one,
      intraSub: one,
      intraTrn: one,
      intraDel: letters > 4 ? 1 : 0,
    };
  },
});
/* eslint-enable @typescript-eslint/no-unsafe-enum-assignment */

/** The platforms found with an error a word, those whose own name it is first. */
function withErrors(words: readonly string[], entries: readonly Entry[]): Platform[] {
  // The matcher knows unaccented Latin letters only, and a word beyond this is no name.
  if (!words.every((word) => /^[a-z\d]{1,24}$/.test(word))) return [];
  const names = entries.map(({ nameWords }) => nameWords);
  const all = entries.map(({ allWords }) => allWords);
  const inName = alike(words, names);
  const inAny = new Set([...alike(words, all), ...alike([words.join('')], all)]);
  return sorted(entries, (_, at) => (inName.has(at) ? 0 : inAny.has(at) ? 1 : undefined));
}

/** Which lines have a word like each one typed. */
function alike(words: readonly string[], lines: string[]): ReadonlySet<number> {
  return new Set(
    words.reduce<number[]>((left, word) => fuzzy.filter(lines, word, left) ?? [], [...lines.keys()]),
  );
}

/** The platforms that have a distance, the nearest first. */
function sorted(
  entries: readonly Entry[],
  distanceOf: (entry: Entry, at: number) => number | undefined,
): Platform[] {
  return entries
    .flatMap((entry, at) => {
      const distance = distanceOf(entry, at);
      return distance === undefined ? [] : { distance, platform: entry.platform };
    })
    .sort((one, other) => one.distance - other.distance)
    .map(({ platform }) => platform);
}
