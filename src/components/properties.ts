import type { ComplexAttributeConverter, PropertyDeclaration } from 'lit';
import { normalizeWord } from '../api/schemas/parsing/find-word-or-unknown.js';
import { sourceTypes } from '../api/schemas/source-type.js';

/** Where the attribute's name differs from the property's, copy these members one by one: the manifest's analyzer can't read a spread. */
type ListDeclaration = Required<
  Pick<PropertyDeclaration<readonly string[] | undefined>, 'converter' | 'hasChanged'>
>;

/** The items of a list in an attribute, separated by spaces, commas, semicolons or bars, or written as JSON, as some frameworks write an array. */
export const splitList = (value: string | null): string[] =>
  value?.split(/[\s,;|"[\]]+/).filter(Boolean) ?? [];

/** Treats a new array with the same items as unchanged, since frameworks pass a new one with each render. */
const hasChanged: ListDeclaration['hasChanged'] = (value, before) => String(before) !== String(value);

/** A list of platform keys in an attribute, in any case. */
export const platformKeysProperty: ListDeclaration = {
  converter: { fromAttribute: (value) => splitList(value).map((key) => key.toLowerCase()) },
  hasChanged,
};

const canonicalSpelling = (word: string, known: readonly string[]): string =>
  known.find((each) => normalizeWord(each) === normalizeWord(word)) ?? word;

/** A list of keywords, in any case, with or without hyphens; unknown ones are kept as they are. */
export const declareKeywords = (...known: readonly string[]): ListDeclaration => ({
  converter: { fromAttribute: (value) => splitList(value).map((each) => canonicalSpelling(each, known)) },
  hasChanged,
});

/** A list of Codat's source types. */
export const sourceTypesProperty = declareKeywords(...sourceTypes);

/** One keyword, in any case, with or without hyphens. Without the attribute, the first one. */
export const declareKeyword = (...known: readonly string[]): PropertyDeclaration<string> => ({
  converter: { fromAttribute: (value) => canonicalSpelling(value ?? known[0] ?? '', known) },
});

export const headingLevels = [1, 2, 3, 4, 5, 6] as const;

/** A heading level, 1 to 6; 2 for anything else. */
export const headingLevelConverter: ComplexAttributeConverter<number> = {
  fromAttribute: (value) => headingLevels.find((each) => String(each) === value?.trim()) ?? 2,
};
