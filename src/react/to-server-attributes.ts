import type { LitElement } from 'lit';

/** The static members of a Lit element that declare its properties and their attributes. */
export type PropertyStatics = Pick<typeof LitElement, 'elementProperties' | 'observedAttributes'>;

/**
 * The props to render on a server. One whose Lit property has an attribute becomes that attribute; one that isn't the
 * element's own goes to React unchanged. Properties without an attribute, such as a session, follow in the page.
 */
export function toServerAttributes(
  element: PropertyStatics,
  props: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  // Lit completes `elementProperties` when these are read.
  void element.observedAttributes;
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    const declaration = element.elementProperties.get(name);
    if (declaration?.attribute === false) continue;
    if (declaration) {
      const { attribute } = declaration;
      attributes[typeof attribute === 'string' ? attribute : name.toLowerCase()] = attributeTextOf(value);
    } else {
      attributes[name === 'className' ? 'class' : name] = booleanAsText(name, value);
    }
  }
  return attributes;
}

/** The attributes of HTML that are `true` or `false` as text. Those with a hyphen, such as `aria-busy`, are too. */
const booleansAsText = new Set(['contentEditable', 'draggable', 'spellCheck']);

/**
 * Returns a boolean as the text of that attribute of HTML, or undefined for no attribute, and any other value unchanged.
 * On a custom element React 18 renders `hidden={false}` as `"false"`, which hides it, and React 19 `aria-hidden={true}`
 * as `""`, which doesn't.
 */
export function booleanAsText(name: string, value: unknown): unknown {
  if (typeof value !== 'boolean') return value;
  return booleansAsText.has(name) || name.includes('-') ? String(value) : attributeTextOf(value);
}

/** Returns a value as an attribute's text; undefined for no attribute. A space separates the items of any of our lists. */
export function attributeTextOf(value: unknown): string | undefined {
  if (value === true) return '';
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
