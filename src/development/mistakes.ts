import { fold } from '../api/schemas/parsing/one-of.js';
import { sourceTypes } from '../api/schemas/source-type.js';
import type { CodatElement } from '../components/codat-element.js';
import { contrast } from './contrast.js';

/** What a host most likely did not mean, with the heading in `docs/warnings.md` that says more. */
export interface Mistake {
  readonly about: string;
  readonly says: string;
}

/** What an element's host most likely did not mean, as the page stands. */
export function mistakesOf(element: CodatElement): Mistake[] {
  return [
    ...withoutSession(element),
    ...unknownTypes(element),
    ...unknownChoices(element),
    ...hardToRead(element),
  ];
}

function withoutSession({ localName, tokenEndpoint, session }: CodatElement): Mistake[] {
  if (tokenEndpoint || session) return [];
  return [
    {
      about: 'no-session',
      says: `<${localName}> has neither a token-endpoint nor a session, so it waits for ever.`,
    },
  ];
}

function unknownTypes(element: CodatElement): Mistake[] {
  return strangers(element, 'source-types', sourceTypes).map((type) => ({
    about: 'unknown-source-type',
    says: `source-types of <${element.localName}> names ${type}, which is none of ${sourceTypes.join(', ')}: nothing of that kind is shown.`,
  }));
}

/** What else takes one of a few words. */
const choices = {
  opens: ['auto', 'popup', 'new-tab', 'same-tab'],
  accept: ['linked', 'shared', 'not-listed'],
  'heading-level': ['1', '2', '3', '4', '5', '6'],
} as const;

function unknownChoices(element: CodatElement): Mistake[] {
  return Object.entries(choices).flatMap(([attribute, known]) =>
    strangers(element, attribute, known).map((word) => ({
      about: 'unknown-word',
      says: `${attribute} of <${element.localName}> names ${word}, which is none of ${known.join(', ')}.`,
    })),
  );
}

/** The words of an attribute that are none of these, however they are spelt. */
function strangers(element: CodatElement, attribute: string, known: readonly string[]): string[] {
  return (element.getAttribute(attribute) ?? '')
    .split(/[\s,;|]+/)
    .filter((word) => word && !known.some((each) => fold(each) === fold(word)));
}

/** WCAG 2.2, 1.4.3. */
const enough = 4.5;

function hardToRead(element: CodatElement): Mistake[] {
  const styles = getComputedStyle(element);
  const valueOf = (name: string): string => styles.getPropertyValue(name).trim();
  const accent = valueOf('--codat-color-accent');
  const own = valueOf('--codat-color-on-accent');
  const ratio = contrast(own || 'white', accent);
  if (ratio === undefined || ratio >= enough) return [];
  const found = `${ratio.toFixed(1)} to 1, where people need ${enough}`;
  return [
    own
      ? {
          about: 'unreadable-on-accent',
          says: `--codat-color-on-accent ${own} on --codat-color-accent ${accent} is ${found}. Leave it out, and black or white is taken as fits.`,
        }
      : {
          about: 'light-accent',
          says: `White on --codat-color-accent ${accent} is ${found}, so its buttons have black words. Name --codat-color-on-accent to choose others.`,
        },
  ];
}
