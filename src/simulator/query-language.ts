import { ApiError } from './routes/api-error.js';

/** The value of a field. A list matches when any of its items does; with `!=`, when all of them do. */
type FieldValue = string | number | boolean | undefined | readonly string[];

/** The name of a type of resource in Codat's messages, and the properties it can be queried and ordered by. */
export interface QueryableResourceDefinition<Item> {
  readonly name: string;
  readonly fields: Readonly<Record<string, (item: Item) => FieldValue>>;
}

type Test<Item> = (item: Item) => boolean;

const operators = ['!=', '>=', '<=', '=', '~', '>', '<'] as const;
type Operator = (typeof operators)[number];

const compare: Readonly<Record<Operator, (value: string, wanted: string) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '!=': (value, wanted) => value !== wanted,
  '~': (value, wanted) => value.includes(wanted),
  '>': (value, wanted) => compareAsNumbersOrText(value, wanted) > 0,
  '<': (value, wanted) => compareAsNumbersOrText(value, wanted) < 0,
  '>=': (value, wanted) => compareAsNumbersOrText(value, wanted) >= 0,
  '<=': (value, wanted) => compareAsNumbersOrText(value, wanted) <= 0,
};

/**
 * Parses Codat's query language: `property<operator>value`, joined by `&&` and `||`, grouped by braces
 * (docs.codat.io/using-the-api/querying). The case of values is ignored.
 */
export function parseQuery<Item>(query: string, resource: QueryableResourceDefinition<Item>): Test<Item> {
  const tokens = query.split(/(&&|\|\||\{|\})/).flatMap((token) => token.trim() || []);
  if (query.length >= 2048) throw createMalformedQueryError();
  const test = parseOr(tokens, resource);
  if (tokens.length > 0) throw createMalformedQueryError();
  return test;
}

function parseOr<Item>(tokens: string[], resource: QueryableResourceDefinition<Item>): Test<Item> {
  const left = parseAnd(tokens, resource);
  if (tokens[0] !== '||') return left;
  tokens.shift();
  const right = parseOr(tokens, resource);
  return (item) => left(item) || right(item);
}

function parseAnd<Item>(tokens: string[], resource: QueryableResourceDefinition<Item>): Test<Item> {
  const left = parseTerm(tokens, resource);
  if (tokens[0] !== '&&') return left;
  tokens.shift();
  const right = parseAnd(tokens, resource);
  return (item) => left(item) && right(item);
}

function parseTerm<Item>(tokens: string[], resource: QueryableResourceDefinition<Item>): Test<Item> {
  const token = tokens.shift();
  if (token === undefined) throw createMalformedQueryError();
  if (token !== '{') return parseComparison(token, resource);
  const test = parseOr(tokens, resource);
  if (tokens.shift() !== '}') throw createMalformedQueryError();
  return test;
}

function parseComparison<Item>(text: string, resource: QueryableResourceDefinition<Item>): Test<Item> {
  const { property, operator, value: expected } = splitComparison(text);
  const wanted = expected.toLowerCase();
  const field = resolveFieldGetter(property, resource);
  return (item) => {
    const value = field(item);
    if (value === undefined) return false;
    const values = (Array.isArray(value) ? value : [value]).map((each) => String(each).toLowerCase());
    // No item of a list may equal the value.
    if (operator === '!=') return values.every((each) => each !== wanted);
    return values.some((each) => compare[operator](each, wanted));
  };
}

/** Splits `property<operator>value`. */
export function splitComparison(text: string): { property: string; operator: Operator; value: string } {
  const [, property, sign, value] = /^([^=!~<>]+?)\s*(!=|>=|<=|=|~|>|<)\s*(.+)$/s.exec(text.trim()) ?? [];
  const operator = operators.find((each) => each === sign);
  if (!property || !operator || !value) throw createMalformedQueryError();
  return { property, operator, value };
}

/** The getter of a property. Throws a 400 for a property that can't be queried, as Codat does. */
export function resolveFieldGetter<Item>(
  property: string,
  { name, fields }: QueryableResourceDefinition<Item>,
): (item: Item) => FieldValue {
  const field = Object.hasOwn(fields, property) ? fields[property] : undefined;
  if (!field) throw createMalformedQueryError(`Could not resolve property ${property} on ${name}`);
  return field;
}

/** Compares numbers by value, and everything else, such as ISO dates, as text. */
export function compareAsNumbersOrText(left: string, right: string): number {
  const difference = Number(left) - Number(right);
  if (!Number.isNaN(difference)) return difference;
  return left < right ? -1 : Number(left > right);
}

/** Codat's response to a query it can't parse. */
export const createMalformedQueryError = (why = 'Malformed query.'): ApiError =>
  new ApiError(400, `Error parsing query - ${why}`);
