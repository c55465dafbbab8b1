import type * as z from 'zod/mini';

type Path = readonly PropertyKey[];

/** What could be read of a value. */
export interface LenientResult<Value> {
  readonly data: Value;
  /** The fields that could not be read, such as `results.lastSync`. */
  readonly unreadable: readonly string[];
}

/**
 * Parses a value of someone else's. A field that has another shape counts as absent; where the shape can't do without
 * it, the object around it does, up to an entry of a list. Undefined when nothing is left.
 */
export function parseLeniently<Shape extends z.ZodMiniType>(
  shape: Shape,
  value: unknown,
): LenientResult<z.output<Shape>> | undefined {
  const unreadable = new Set<string>();
  let rest = value;
  for (;;) {
    const { data, error } = shape.safeParse(rest);
    if (!error) return { data, unreadable: [...unreadable] };
    const paths = error.issues.map(({ path }): Path => (isThere(rest, path) ? path : path.slice(0, -1)));
    if (paths.some(({ length }) => length === 0)) return undefined;
    for (const { path } of error.issues) unreadable.add(nameOf(path));
    rest = without(rest, paths);
  }
}

function isThere(value: unknown, path: Path): boolean {
  const found = path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value);
  return found !== undefined;
}

/** A copy that lacks what is at these paths. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (!isObject(value)) return value;
  const below = new Map<string, Path[]>();
  for (const [first = '', ...rest] of paths) {
    below.set(String(first), [...(below.get(String(first)) ?? []), rest]);
  }
  const left = Object.entries(value).flatMap(([key, held]): [string, unknown][] => {
    const odd = below.get(key);
    if (!odd) return [[key, held]];
    return odd.some(({ length }) => length === 0) ? [] : [[key, without(held, odd)]];
  });
  return Array.isArray(value) ? left.map(([, held]) => held) : Object.fromEntries(left);
}

const nameOf = (path: Path): string => path.filter((key) => typeof key !== 'number').join('.');

const isObject = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;
