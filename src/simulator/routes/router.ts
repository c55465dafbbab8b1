import { Refusal } from './refusal.js';

/** A request, with the variable parts of its path by name. */
export interface Call<Name extends string = string> {
  readonly request: Request;
  readonly url: URL;
  readonly path: Readonly<Record<Name, string>>;
}

/** One endpoint. */
export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly answer: (call: Call) => Response | Promise<Response>;
}

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** Declares an endpoint in Codat's own notation: `route('GET', '/companies/{companyId}', …)`. */
export function route<Path extends string>(
  method: string,
  path: Path,
  answer: (call: Call<Names<Path>>) => Response | Promise<Response>,
): Route {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const source = path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '([^/]+)');
  return { method, pattern: new RegExp(`^${source}/?$`), names, answer };
}

/** The endpoints that live at a path, whatever their method. */
export function routesAt(routes: readonly Route[], { pathname }: URL): readonly Route[] {
  return routes.filter(({ pattern }) => pattern.test(pathname));
}

/** Answers by the endpoint of the request's method; 404 where nothing lives, 405 where another method does. */
export function answerBy(routes: readonly Route[], request: Request, url: URL): Response | Promise<Response> {
  const here = routesAt(routes, url);
  if (here.length === 0) throw new Refusal(404, 'Not found');
  const found = here.find(({ method }) => method === request.method);
  if (!found) throw new Refusal(405, 'Method not allowed');
  return found.answer({ request, url, path: pathOf(found, url) });
}

function pathOf({ pattern, names }: Route, { pathname }: URL): Record<string, string> {
  const [, ...parts] = pattern.exec(pathname) ?? [];
  return Object.fromEntries(names.map((name, index) => [name, decoded(parts[index] ?? '')]));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
