import { unusedId } from './check-context.js';

/** Routes that a gateway has only where the lender wants them. */
export const optionalRoutes: ReadonlySet<string> = new Set([
  '/consents',
  '/shares',
  '/shares/:id',
  '/events',
]);

/** The values of the parameters in a path. */
interface Ids {
  readonly gateway: string;
  readonly api: string;
  readonly company: string;
  readonly key?: string;
  readonly connection?: string;
}

/**
 * A route's URL for the page's own company, with ids that don't exist for other parameters. The token names the URL of
 * `/api`.
 */
export function urlOfRoute(
  route: string,
  { gateway, api, company, key = 'none', connection = unusedId }: Ids,
): string {
  const path = route
    .replace(':company', encodeURIComponent(company))
    .replace(':key', encodeURIComponent(key))
    .replace(':connection', encodeURIComponent(connection))
    .replace(/:\w+/, unusedId);
  return path.startsWith('/api/') ? api + path.slice('/api'.length) : gateway + path;
}

/** The URL of a company's connections. */
export const urlOfConnections = ({ api, company }: Pick<Ids, 'api' | 'company'>): string =>
  `${api}/companies/${encodeURIComponent(company)}/connections`;

/** The first three names, and how many more there are. */
export const summarizeNames = (names: readonly string[]): string =>
  names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
