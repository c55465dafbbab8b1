import type { ComplexAttributeConverter } from 'lit';

/** A list in an attribute: words apart by spaces or commas. */
export const keys: ComplexAttributeConverter<readonly string[]> = {
  fromAttribute: (value) => value?.split(/[\s,]+/).filter(Boolean) ?? [],
};
