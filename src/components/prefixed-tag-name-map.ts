import type * as elements from './index.js';

type Elements = typeof elements;

/** The tag that `define` makes of a class name: `platform-picker` of `PlatformPicker`. */
type TagOf<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? Rest extends Uncapitalize<Rest>
    ? `${Lowercase<First>}${TagOf<Rest>}`
    : `${Lowercase<First>}-${TagOf<Rest>}`
  : '';

/**
 * Maps each tag that `define(prefix)` registers to its element. One line adds them to the types of the DOM:
 * `declare global { interface HTMLElementTagNameMap extends PrefixedTagNameMap<'larkspur'> {} }`
 */
export type PrefixedTagNameMap<Prefix extends string> = {
  [Name in keyof Elements as `${Prefix}-${TagOf<Name>}`]: InstanceType<Elements[Name]>;
};
