import { normalizeWord } from '../api/schemas/parsing/match-word.js';
import { sourceTypes } from '../api/schemas/source-type.js';
import type { CodatElement } from '../components/codat-element.js';
import { acceptableValues } from '../components/platform-picker/acceptable.js';
import { headingLevels } from '../components/property-declarations.js';
import { waysToOpen } from '../controllers/journey/connect.js';
import { contrastRatio } from './contrast.js';

/** A likely mistake of the host. `topic` is a heading in `docs/warnings.md`. */
export interface DevWarning {
  readonly topic: string;
  readonly message: string;
}

/** The likely mistakes in an element's attributes and styles. */
export function warningsFor(element: CodatElement): DevWarning[] {
  return [
    ...missingSession(element),
    ...unknownTypes(element),
    ...unknownChoices(element),
    ...lowContrast(element),
  ];
}

function missingSession({ localName, tokenEndpoint, session }: CodatElement): DevWarning[] {
  if (tokenEndpoint || session) return [];
  return [
    {
      topic: 'no-session',
      message: `<${localName}> has neither a token-endpoint nor a session, so it waits for ever.`,
    },
  ];
}

function unknownTypes(element: CodatElement): DevWarning[] {
  return unknownWords(element, 'source-types', sourceTypes).map((type) => ({
    topic: 'unknown-source-type',
    message: `source-types of <${element.localName}> names ${type}, which is none of ${sourceTypes.join(', ')}: nothing of that kind is shown.`,
  }));
}

/** The attributes that take fixed words. */
const choices: Readonly<Record<string, readonly string[]>> = {
  opens: waysToOpen,
  accept: acceptableValues,
  'heading-level': headingLevels.map(String),
};

function unknownChoices(element: CodatElement): DevWarning[] {
  return Object.entries(choices).flatMap(([attribute, known]) =>
    unknownWords(element, attribute, known).map((word) => ({
      topic: 'unknown-word',
      message: `${attribute} of <${element.localName}> names ${word}, which is none of ${known.join(', ')}.`,
    })),
  );
}

/** The words of an attribute that aren't known in any spelling. */
function unknownWords(element: CodatElement, attribute: string, known: readonly string[]): string[] {
  return (element.getAttribute(attribute) ?? '')
    .split(/[\s,;|]+/)
    .filter((word) => word && !known.some((each) => normalizeWord(each) === normalizeWord(word)));
}

/** WCAG 2.2, 1.4.3. */
const minContrast = 4.5;

function lowContrast(element: CodatElement): DevWarning[] {
  const styles = getComputedStyle(element);
  const valueOf = (name: string): string => styles.getPropertyValue(name).trim();
  const accent = valueOf('--codat-color-accent');
  const own = valueOf('--codat-color-on-accent');
  const ratio = contrastRatio(own || 'white', accent);
  if (ratio === undefined || ratio >= minContrast) return [];
  const found = `${ratio.toFixed(1)} to 1, where people need ${minContrast}`;
  return [
    own
      ? {
          topic: 'unreadable-on-accent',
          message: `--codat-color-on-accent ${own} on --codat-color-accent ${accent} is ${found}. Leave it out, and black or white is taken as fits.`,
        }
      : {
          topic: 'light-accent',
          message: `White on --codat-color-accent ${accent} is ${found}, so its buttons have black words. Name --codat-color-on-accent to choose others.`,
        },
  ];
}
