import * as z from 'zod/v4/core';

/*
 * The few shapes Codat's answers are made of, from zod's core alone: a kilobyte lighter in the browser than the same
 * from zod/mini.
 */

/** Any text. */
export const text = new z.$ZodString({ type: 'string' });

/** Whatever it is. */
export const anything = new z.$ZodUnknown({ type: 'unknown' });

// Core's constructors forget what they hold; the three casts say it again.

/** An object with at least these members. */
export const object = <Shape extends z.$ZodLooseShape>(shape: Shape) =>
  new z.$ZodObject({ type: 'object', shape }) as z.$ZodObject<Shape, z.$strip>;

/** A list of these. */
export const list = <Item extends z.$ZodType>(element: Item) =>
  new z.$ZodArray({ type: 'array', element }) as z.$ZodArray<Item>;

/** This, or null, or not there at all. */
export const maybe = <Inner extends z.$ZodType>(innerType: Inner) =>
  new z.$ZodOptional({
    type: 'optional',
    innerType: new z.$ZodNullable({ type: 'nullable', innerType }),
  }) as z.$ZodOptional<z.$ZodNullable<Inner>>;

/** What a shape holds once it has been checked. */
export type Held<Shape extends z.$ZodType> = z.output<Shape>;

/** Turns an answer's body into a value of ours. Throws when it has another shape. */
export type Read<Value> = (body: unknown) => Value;

/** Checks a body against the shape Codat gives it, then says it in our own words: wire names stop here. */
export function read<Shape extends z.$ZodType, Value>(
  shape: Shape,
  say: (held: Held<Shape>) => Value,
): Read<Value> {
  return (body) => say(z.parse(shape, body));
}
