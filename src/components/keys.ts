import type { ComplexAttributeConverter } from 'lit';
import { fold } from '../api/schemas/known.js';

const split = (value: string | null): string[] => value?.split(/[\s,;|]+/).filter(Boolean) ?? [];

/** A list of platforms' keys in an attribute, whatever their case, apart by spaces, commas, semicolons or bars. */
export const keys: ComplexAttributeConverter<readonly string[]> = {
  fromAttribute: (value) => split(value).map((key) => key.toLowerCase()),
};

const spelt = (word: string, known: readonly string[]): string =>
  known.find((each) => fold(each) === fold(word)) ?? word;

/** A list of words that we know, however they are spelt; others stay as they are. */
export const words = (...known: readonly string[]): ComplexAttributeConverter<readonly string[]> => ({
  fromAttribute: (value) => split(value).map((word) => spelt(word, known)),
});

/** One such word. */
export const word = (...known: readonly string[]): ComplexAttributeConverter<string> => ({
  fromAttribute: (value) => spelt(value ?? known[0] ?? '', known),
});
