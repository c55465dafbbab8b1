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

/** An endpoint of Codat's that the gateway asks, or `other`. */
export type Endpoint = (typeof endpoints)[number] | 'other';

const shapes = endpoints.map((endpoint) => ({
  endpoint,
  shape: new RegExp(`^${endpoint.replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The endpoint a path is of. */
export function endpointOf(path: string): Endpoint {
  return shapes.find(({ shape }) => shape.test(path))?.endpoint ?? 'other';
}

/** The company a path is about, if it is about one. */
export function companyIn(path: string): string | undefined {
  return /^companies\/([^/]+)\//.exec(path)?.[1];
}
