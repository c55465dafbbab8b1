import { normalizeWord } from '../api/schemas/parsing/find-word-or-unknown.js';
import { sourceTypes } from '../api/schemas/source-type.js';
import type { CodatElement } from '../components/codat-element.js';
import { waysToSatisfyRequired } from '../components/platform-picker/accept-attribute.js';
import { headingLevels, splitList } from '../components/properties.js';
import { waysToOpen } from '../controllers/journey/controller.js';
import type { DevWarning } from './dev-warning.js';

/** A property that takes fixed words, and its attribute. */
interface KeywordProperty {
  readonly property: string;
  readonly attribute: string;
  readonly known: readonly string[];
}

const keywordProperties: readonly KeywordProperty[] = [
  { property: 'sourceTypes', attribute: 'source-types', known: sourceTypes },
  { property: 'opens', attribute: 'opens', known: waysToOpen },
  { property: 'accept', attribute: 'accept', known: waysToSatisfyRequired },
  { property: 'headingLevel', attribute: 'heading-level', known: headingLevels.map(String) },
];

/** The attributes of the properties that are lists. */
const attributeByListProperty: Readonly<Record<string, string>> = {
  sourceTypes: 'source-types',
  accept: 'accept',
  include: 'include',
  exclude: 'exclude',
  featured: 'featured',
};

/** Words that an attribute or a property doesn't take, and texts where lists belong. */
export function findKeywordWarnings(element: CodatElement): DevWarning[] {
  const texts = textForListWarnings(element);
  const unknown = keywordProperties.flatMap(({ property, attribute, known }) => {
    const written = splitList(element.getAttribute(attribute));
    // An attribute takes a word in any case and with any separators, a property only as listed in `known`.
    const inAttribute = written.filter(
      (word) => !known.some((each) => normalizeWord(each) === normalizeWord(word)),
    );
    const inProperty = valuesOf(element, property).filter(
      (word) => !known.includes(word) && !inAttribute.includes(word),
    );
    return [
      ...inAttribute.map((word) => unknownWordWarning(element, attribute, word, known)),
      ...inProperty.map((word) => unknownWordWarning(element, property, word, known)),
    ];
  });
  return [...texts, ...unknown];
}

function unknownWordWarning(
  { localName }: CodatElement,
  name: string,
  word: string,
  known: readonly string[],
): DevWarning {
  const names = `${name} of <${localName}> names ${word}, which is none of ${known.join(', ')}`;
  return known === sourceTypes
    ? { topic: 'unknown-source-type', message: `${names}: nothing of that kind is shown.` }
    : { topic: 'unknown-word', message: `${names}.` };
}

/** What a property holds, as words; none where a text stands for a list, which has a warning of its own. */
function valuesOf(element: CodatElement, property: string): string[] {
  const value: unknown = Reflect.get(element, property);
  if (value === undefined || value === null || (property in attributeByListProperty && !Array.isArray(value)))
    return [];
  return [value].flat().map(String);
}

function textForListWarnings(element: CodatElement): DevWarning[] {
  return Object.entries(attributeByListProperty).flatMap(([property, attribute]) => {
    const value: unknown = Reflect.get(element, property);
    if (typeof value !== 'string') return [];
    return {
      topic: 'text-for-list',
      message: `The property ${property} of <${element.localName}> is the text ${value}, where a list belongs, such as ${JSON.stringify(splitList(value))}. A text can stand in the attribute ${attribute}.`,
    };
  });
}
