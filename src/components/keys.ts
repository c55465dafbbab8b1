import type { PropertyDeclaration } from 'lit';
import { fold } from '../api/schemas/parsing/one-of.js';
import { sourceTypes } from '../api/schemas/source-type.js';

type List = Required<Pick<PropertyDeclaration<readonly string[] | undefined>, 'converter' | 'hasChanged'>>;

const split = (value: string | null): string[] => value?.split(/[\s,;|]+/).filter(Boolean) ?? [];

/** A new array with the same words is no change. */
const hasChanged: List['hasChanged'] = (value, before) => value?.join() !== before?.join();

/** A list of platforms' keys in an attribute, whatever their case, apart by spaces, commas, semicolons or bars. */
export const keys: List = {
  converter: { fromAttribute: (value) => split(value).map((key) => key.toLowerCase()) },
  hasChanged,
};

const spelt = (word: string, known: readonly string[]): string =>
  known.find((each) => fold(each) === fold(word)) ?? word;

/** A list of words that we know, however they are spelt; others stay as they are. */
export const words = (...known: readonly string[]): List => ({
  converter: { fromAttribute: (value) => split(value).map((word) => spelt(word, known)) },
  hasChanged,
});

/** The kinds of platform an element is about. */
export const kinds = words(...sourceTypes);

/** One such word. */
export const word = (...known: readonly string[]): PropertyDeclaration<string> => ({
  converter: { fromAttribute: (value) => spelt(value ?? known[0] ?? '', known) },
});

const levels = [1, 2, 3, 4, 5, 6];

/** The level of a heading; 2 where it is none of those there are. */
export const level: Required<Pick<PropertyDeclaration<number | undefined>, 'converter'>> = {
  converter: { fromAttribute: (value) => levels.find((each) => String(each) === value?.trim()) ?? 2 },
};
