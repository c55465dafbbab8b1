/*
 * The few shapes Codat's answers are made of: each checks a value and answers with what it holds, and nothing beside that.
 */

/** What a value may be. Throws when it is anything else. */
export type Shape<Value> = (value: unknown) => Value;

/** What a shape holds once it has been checked. */
export type Held<Checks extends Shape<unknown>> = ReturnType<Checks>;

/** Any text. */
export const text: Shape<string> = (value) => {
  if (typeof value !== 'string') throw new TypeError('No text.');
  return value;
};

/** Whatever it is. */
export const anything: Shape<unknown> = (value) => value;

/** An object with at least these members. */
export function object<Members extends Readonly<Record<string, Shape<unknown>>>>(
  members: Members,
): Shape<{ [Name in keyof Members]: Held<Members[Name]> }> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new TypeError('No object.');
    const checked = Object.entries(members).map(([name, check]) => [name, check(Reflect.get(value, name))]);
    // The compiler can't follow the members through their entries.
    return Object.fromEntries(checked) as { [Name in keyof Members]: Held<Members[Name]> };
  };
}

/** A list of these. */
export function list<Item>(check: Shape<Item>): Shape<Item[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new TypeError('No list.');
    return value.map((item) => check(item));
  };
}

/** This, or null, or not there at all. */
export function maybe<Inner>(check: Shape<Inner>): Shape<Inner | undefined> {
  return (value) => (value === null || value === undefined ? undefined : check(value));
}

/** Turns an answer's body into a value of ours. Throws when it has another shape. */
export type Read<Value> = (body: unknown) => Value;

/** Checks a body against the shape Codat gives it, then says it in our own words: wire names stop here. */
export function read<Wire, Value>(check: Shape<Wire>, say: (wire: Wire) => Value): Read<Value> {
  return (body) => say(check(body));
}
