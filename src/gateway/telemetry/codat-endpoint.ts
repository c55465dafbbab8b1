/** Codat's endpoints as in its OpenAPI, without the first slash. Events have these instead of paths, which may hold secrets. */
const codatEndpoints = [
  'companies',
  'companies/{companyId}/connections',
  'companies/{companyId}/connections/{connectionId}',
  'companies/{companyId}/dataStatus',
  'companies/{companyId}/data/history',
  'integrations',
  'integrations/{platformKey}/branding',
] as const;

/** An endpoint of Codat's that the gateway calls. */
export type CodatEndpoint = (typeof codatEndpoints)[number];

const guidPattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const params: Readonly<Record<string, string>> = {
  companyId: guidPattern,
  connectionId: guidPattern,
  // Dots alone would lead to another path.
  platformKey: '(?!(?:\\.|%2e){1,2}/)[\\w%.-]+',
};

const patterns = codatEndpoints.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')}$`, 'i'),
}));

/** The endpoint of a path; undefined when it matches none, or an id in it is malformed. */
export function codatEndpointOf(path: string): CodatEndpoint | undefined {
  return patterns.find(({ pattern }) => pattern.test(path))?.endpoint;
}

/** The company id in a path, if it has one. */
export function findCompanyIdInPath(path: string): string | undefined {
  return /^companies\/([^/]+)\//.exec(path)?.[1];
}
