/** Checks that a value has a type, and returns it without unknown properties. Throws a `TypeError` otherwise. */
export type Shape<Value> = (value: unknown) => Value;

/** The type of a shape's value. */
export type Infer<AnyShape extends Shape<unknown>> = ReturnType<AnyShape>;

export const string: Shape<string> = (value) => {
  if (typeof value !== 'string') throw new TypeError('No text.');
  return value;
};

export const unknown: Shape<unknown> = (value) => value;

/** An object with at least these properties. */
export function object<Properties extends Readonly<Record<string, Shape<unknown>>>>(
  properties: Properties,
): Shape<{ [Name in keyof Properties]: Infer<Properties[Name]> }> {
  const checks = Object.entries(properties);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new TypeError('No object.');
    const checked: Record<string, unknown> = {};
    for (const [name, check] of checks) checked[name] = check(Reflect.get(value, name));
    // The compiler can't infer the properties from their entries.
    return checked as { [Name in keyof Properties]: Infer<Properties[Name]> };
  };
}

/** An array of items of one shape. */
export function array<Item>(check: Shape<Item>): Shape<Item[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new TypeError('No list.');
    return value.map((item) => check(item));
  };
}

/** A value of this shape, null or undefined; null becomes undefined. */
export function nullish<Inner>(check: Shape<Inner>): Shape<Inner | undefined> {
  return (value) => (value === null || value === undefined ? undefined : check(value));
}

/** Turns a JSON body into a value of ours. Throws if the body has another shape. */
export type BodyParser<Value> = (body: unknown) => Value;

/** Makes a parser from the shape of a body and a transform to our own type. */
export function createBodyParser<Wire, Value>(
  check: Shape<Wire>,
  transform: (wire: Wire) => Value,
): BodyParser<Value> {
  return (body) => transform(check(body));
}
