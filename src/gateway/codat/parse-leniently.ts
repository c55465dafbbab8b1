import type * as z from 'zod/mini';

type Path = readonly PropertyKey[];

/** The parts of a value that have the right shape. */
interface LenientResult<Value> {
  readonly data: Value;
  /** The fields that were left out, such as `results.lastSync`. */
  readonly unreadable: readonly string[];
}

/**
 * Parses an external value. Leaves out an optional field of the wrong shape. If the field is required, its object is left
 * out too, and so on outwards, at most as far as the list entry around it. Undefined when nothing is left.
 */
export function parseLeniently<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): LenientResult<z.output<Schema>> | undefined {
  const unreadable = new Set<string>();
  let remaining = value;
  for (;;) {
    const { data, error } = schema.safeParse(remaining);
    if (!error) return { data, unreadable: [...unreadable] };
    const paths = error.issues.map(({ path }): Path =>
      isPresent(remaining, path) ? path : path.slice(0, -1),
    );
    if (paths.some(({ length }) => length === 0)) return undefined;
    for (const { path } of error.issues) unreadable.add(nameOf(path));
    remaining = without(remaining, paths);
  }
}

function isPresent(value: unknown, path: Path): boolean {
  const found = path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value);
  return found !== undefined;
}

/** A copy without the values at these paths. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (!isObject(value)) return value;
  const below = new Map<string, Path[]>();
  for (const [first = '', ...remaining] of paths) {
    below.set(String(first), [...(below.get(String(first)) ?? []), remaining]);
  }
  const entries = Object.entries(value).flatMap(([key, child]): [string, unknown][] => {
    const removed = below.get(key);
    if (!removed) return [[key, child]];
    return removed.some(({ length }) => length === 0) ? [] : [[key, without(child, removed)]];
  });
  return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

const nameOf = (path: Path): string => path.filter((key) => typeof key !== 'number').join('.');

const isObject = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;
