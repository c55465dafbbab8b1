import { ApiError } from './api-error.js';

/** A request with the parameters of its path. */
export interface RouteContext<Name extends string = string> {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<Name, string>>;
}

/** One endpoint. */
export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly paramNames: readonly string[];
  readonly handler: (context: RouteContext) => Response | Promise<Response>;
}

type ParamNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

/** Declares an endpoint in Codat's own notation: `createRoute('GET', '/companies/{companyId}', …)`. */
export function createRoute<Path extends string>(
  method: string,
  path: Path,
  handler: (context: RouteContext<ParamNames<Path>>) => Response | Promise<Response>,
): Route {
  const paramNames = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const source = path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '([^/]+)');
  return { method, pattern: new RegExp(`^${source}/?$`), paramNames, handler };
}

/** The endpoints of a path, of every method. */
export function filterRoutesByPath(routes: readonly Route[], { pathname }: URL): readonly Route[] {
  return routes.filter(({ pattern }) => pattern.test(pathname));
}

/** Calls the handler of the request's path and method. Throws a 404 for an unknown path, and a 405 for another method. */
export function dispatchToRoute(
  routes: readonly Route[],
  request: Request,
  url: URL,
): Response | Promise<Response> {
  const routesOfPath = filterRoutesByPath(routes, url);
  if (routesOfPath.length === 0) throw new ApiError(404, 'Not found');
  const found = routesOfPath.find(({ method }) => method === request.method);
  if (!found) throw new ApiError(405, 'Method not allowed');
  return found.handler({ request, url, params: paramsOf(found, url) });
}

function paramsOf({ pattern, paramNames }: Route, { pathname }: URL): Record<string, string> {
  const [, ...values] = pattern.exec(pathname) ?? [];
  return Object.fromEntries(paramNames.map((name, index) => [name, decode(values[index] ?? '')]));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
