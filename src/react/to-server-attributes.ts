import type { LitElement } from 'lit';

/** What is known of an element's properties and their attributes. */
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
      // React 18 renders `hidden={false}` as text, which hides; `aria-busy={false}` is meant as text.
      const isAbsent = value === false && !name.includes('-');
      attributes[name === 'className' ? 'class' : name] = isAbsent ? undefined : value;
    }
  }
  return attributes;
}

/** A value as an attribute has it; undefined for none. Every list of ours is split at spaces. */
function textOf(value: unknown): string | undefined {
  if (value === true) return '';
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
