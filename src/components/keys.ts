import type { PropertyDeclaration } from 'lit';

/** A property that is a list: in an attribute, words apart by spaces or commas. A new array with the same words is no change. */
export const keys = {
  converter: { fromAttribute: (value) => value?.split(/[\s,]+/).filter(Boolean) ?? [] },
  hasChanged: (value, before) => value?.join() !== before?.join(),
} satisfies PropertyDeclaration<readonly string[] | undefined>;
