/** Codat's endpoints as its OpenAPI writes them, without the first slash: all that a log may say of a call's address. */
const endpoints = [
  'companies',
  'companies/{companyId}/connections',
  'companies/{companyId}/connections/{connectionId}',
  'companies/{companyId}/dataStatus',
  'companies/{companyId}/data/history',
  'integrations',
  'integrations/{platformKey}/branding',
] as const;

/** An endpoint of Codat's that the gateway asks. */
export type Endpoint = (typeof endpoints)[number];

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const params: Readonly<Record<string, string>> = {
  companyId: guid,
  connectionId: guid,
  // Dots alone would lead to another path.
  platformKey: '(?!(?:\\.|%2e){1,2}/)[\\w%.-]+',
};

const shapes = endpoints.map((endpoint) => ({
  endpoint,
  shape: new RegExp(`^${endpoint.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')}$`, 'i'),
}));

/** The endpoint a path is of; undefined for one that is of none, or has something else where an id belongs. */
export function endpointOf(path: string): Endpoint | undefined {
  return shapes.find(({ shape }) => shape.test(path))?.endpoint;
}

/** The company a path is about, if it is about one. */
export function companyIn(path: string): string | undefined {
  return /^companies\/([^/]+)\//.exec(path)?.[1];
}
