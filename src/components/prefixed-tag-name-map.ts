import type * as elements from './index.js';

type Elements = typeof elements;

/** `PlatformPicker` as `platform-picker`, as `define` makes a tag of it. */
type TagOf<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? Rest extends Uncapitalize<Rest>
    ? `${Lowercase<First>}${TagOf<Rest>}`
    : `${Lowercase<First>}-${TagOf<Rest>}`
  : '';

/**
 * The elements by the tags that `define(prefix)` registers. One line types them:
 * `declare global { interface HTMLElementTagNameMap extends PrefixedTagNameMap<'larkspur'> {} }`
 */
export type PrefixedTagNameMap<Prefix extends string> = {
  [Name in keyof Elements as `${Prefix}-${TagOf<Name>}`]: InstanceType<Elements[Name]>;
};
