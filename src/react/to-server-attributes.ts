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
      attributes[typeof attribute === 'string' ? attribute : name.toLowerCase()] = textOf(value);
    } else {
      // React 18 renders `hidden={false}` as `"false"`, which hides the element; `aria-busy={false}` is meant as that text.
      const isAbsent = value === false && !name.includes('-');
      attributes[name === 'className' ? 'class' : name] = isAbsent ? undefined : value;
    }
  }
  return attributes;
}

/** Returns a value as an attribute's text; undefined for no attribute. A space separates the items of any of our lists. */
function textOf(value: unknown): string | undefined {
  if (value === true) return '';
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
