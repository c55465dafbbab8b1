import { Refusal } from './routes/refusal.js';

/** A value a query can be asked about. A list answers for any of its members. */
export type Field = string | number | boolean | undefined | readonly string[];

/** What a kind of thing is called in Codat's messages, and the properties it can be queried and ordered by. */
export interface Kind<Item> {
  readonly name: string;
  readonly fields: Readonly<Record<string, (item: Item) => Field>>;
}

type Test<Item> = (item: Item) => boolean;

const operators = ['!=', '>=', '<=', '=', '~', '>', '<'] as const;
type Operator = (typeof operators)[number];

const compare: Readonly<Record<Operator, (value: string, wanted: string) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '!=': (value, wanted) => value !== wanted,
  '~': (value, wanted) => value.includes(wanted),
  '>': (value, wanted) => order(value, wanted) > 0,
  '<': (value, wanted) => order(value, wanted) < 0,
  '>=': (value, wanted) => order(value, wanted) >= 0,
  '<=': (value, wanted) => order(value, wanted) <= 0,
};

/**
 * Reads Codat's query language: `property<operator>value`, joined by `&&` and `||`, grouped by braces
 * (docs.codat.io/using-the-api/querying). Text is compared without regard to case.
 */
export function parseQuery<Item>(query: string, kind: Kind<Item>): Test<Item> {
  const tokens = query.split(/(&&|\|\||\{|\})/).flatMap((token) => token.trim() || []);
  if (query.length >= 2048) throw malformed();
  const test = either(tokens, kind);
  if (tokens.length > 0) throw malformed();
  return test;
}

function either<Item>(tokens: string[], kind: Kind<Item>): Test<Item> {
  const left = both(tokens, kind);
  if (tokens[0] !== '||') return left;
  tokens.shift();
  const right = either(tokens, kind);
  return (item) => left(item) || right(item);
}

function both<Item>(tokens: string[], kind: Kind<Item>): Test<Item> {
  const left = one(tokens, kind);
  if (tokens[0] !== '&&') return left;
  tokens.shift();
  const right = both(tokens, kind);
  return (item) => left(item) && right(item);
}

function one<Item>(tokens: string[], kind: Kind<Item>): Test<Item> {
  const token = tokens.shift();
  if (token === undefined) throw malformed();
  if (token !== '{') return clause(token, kind);
  const test = either(tokens, kind);
  if (tokens.shift() !== '}') throw malformed();
  return test;
}

function clause<Item>(text: string, kind: Kind<Item>): Test<Item> {
  const { property, operator, value: asked } = parseClause(text);
  const wanted = asked.toLowerCase();
  const field = fieldOf(property, kind);
  return (item) => {
    const value = field(item);
    if (value === undefined) return false;
    const values = (Array.isArray(value) ? value : [value]).map((each) => String(each).toLowerCase());
    // "None of them is", where one value would be "it is not".
    if (operator === '!=') return values.every((each) => each !== wanted);
    return values.some((each) => compare[operator](each, wanted));
  };
}

/** The parts of `property<operator>value`. */
export function parseClause(text: string): { property: string; operator: Operator; value: string } {
  const [, property, sign, value] = /^([^=!~<>]+?)\s*(!=|>=|<=|=|~|>|<)\s*(.+)$/s.exec(text.trim()) ?? [];
  const operator = operators.find((each) => each === sign);
  if (!property || !operator || !value) throw malformed();
  return { property, operator, value };
}

/** How to read a property of a thing; a property that can't be asked about is refused, as Codat does. */
export function fieldOf<Item>(property: string, { name, fields }: Kind<Item>): (item: Item) => Field {
  const field = Object.hasOwn(fields, property) ? fields[property] : undefined;
  if (!field) throw malformed(`Could not resolve property ${property} on ${name}`);
  return field;
}

/** Numbers by size, everything else (ISO dates among it) by letter. */
export function order(left: string, right: string): number {
  const difference = Number(left) - Number(right);
  if (!Number.isNaN(difference)) return difference;
  return left < right ? -1 : Number(left > right);
}

/** Codat's answer to a query it can't read. */
export const malformed = (why = 'Malformed query.'): Refusal =>
  new Refusal(400, `Error parsing query - ${why}`);
