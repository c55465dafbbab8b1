import type { LitElement } from 'lit';
import { normalizeWord } from '../api/schemas/parsing/find-word-or-unknown.js';
import type { CodatElement } from '../components/codat-element.js';
import type { DevWarning } from './dev-warning.js';

/** Finds attributes without effect: those spelled like a property, and those that only exist as a property. */
export function findMisspelledAttributes(element: CodatElement): DevWarning[] {
  const { observedAttributes, elementProperties } = element.constructor as typeof LitElement;
  const names = [...elementProperties.keys()].map(String);
  const properties = [...elementProperties].flatMap(([name, { attribute, state }]) =>
    attribute === false && !state ? [String(name)] : [],
  );
  const tag = `<${element.localName}>`;
  return element.getAttributeNames().flatMap((name) => {
    if (observedAttributes.includes(name)) return [];
    const isMeant = (other: string): boolean => normalizeWord(other) === normalizeWord(name);
    // No mistake: a framework's server rendering writes properties as attributes, and the page then sets the properties.
    const isSet = names.some(
      (each) => isMeant(each) && String(Reflect.get(element, each)) === element.getAttribute(name),
    );
    if (isSet) return [];
    const attribute = observedAttributes.find(isMeant);
    const property = properties.find(isMeant);
    const topic = 'unknown-attribute';
    if (attribute)
      return { topic, message: `${name} of ${tag} does nothing: the attribute is written ${attribute}.` };
    if (property)
      return {
        topic,
        message: `${name} of ${tag} does nothing as an attribute: set the property ${property} by script.`,
      };
    return [];
  });
}
