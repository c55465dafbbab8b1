import type { CodatElement } from '../components/codat-element.js';
import { findMisspelledAttributes } from './attribute-warnings.js';
import { contrastRatio } from './contrast.js';
import type { DevWarning } from './dev-warning.js';
import { findKeywordWarnings } from './keyword-warnings.js';
import { findPlatformKeyWarnings } from './platform-key-warnings.js';
import { findInvalidTokenAnswerWarnings } from './invalid-token-answer-warnings.js';

/** The likely mistakes in an element's attributes, properties and styles, and in its token endpoint. */
export function findDevWarnings(element: CodatElement): DevWarning[] {
  const attributes = findMisspelledAttributes(element);
  return [
    ...attributes,
    // If token-endpoint or session is misspelt, that warning is more precise.
    ...(attributes.some(({ message }) => /token-endpoint|session/.test(message))
      ? []
      : missingSessionWarnings(element)),
    ...findKeywordWarnings(element),
    ...findPlatformKeyWarnings(element),
    ...findInvalidTokenAnswerWarnings(element),
    ...lowContrastWarnings(element),
  ];
}

function missingSessionWarnings({ localName, tokenEndpoint, session }: CodatElement): DevWarning[] {
  if (tokenEndpoint || session) return [];
  return [
    {
      topic: 'no-session',
      message: `<${localName}> has neither a token-endpoint nor a session, so it waits for ever.`,
    },
  ];
}

/** WCAG 2.2, 1.4.3. */
const minContrast = 4.5;

function lowContrastWarnings(element: CodatElement): DevWarning[] {
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
