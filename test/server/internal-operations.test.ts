import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { schemasByName } from '../../src/gateway/operations/schemas.js';
import { createInternalApi } from '../../src/server/operations/internal-api.js';
import {
  internalSchemasByName,
  internalOpenApiOperations,
  type InternalRouteKey,
} from '../../src/server/operations/internal-operations.js';
import { BrandGatewayLookup } from '../../src/server/brand-gateway-lookup.js';
import { identities, secrets, setUpServer, type ServerSetUp } from './set-up.js';

const shapes = { ...schemasByName, ...internalSchemasByName };

describe('the contract of the internal port', () => {
  let at: ServerSetUp;
  before(async () => (at = await setUpServer(identities.ask)));
  after(() => at.server.stop());

  it('has every route of it, and no other', () => {
    const app = createInternalApi({
      brands: new BrandGatewayLookup([] as never),
      isReady: () => true,
      health: () => Promise.resolve({ status: 'ok', store: 'ok' }),
      metrics: () => Promise.resolve(''),
    });
    const routes = app.routes.filter(({ method }) => method !== 'ALL');
    assert.deepEqual(
      routes.map(({ method, path }) => `${method} ${path}`).sort(),
      Object.keys(internalOpenApiOperations).sort(),
    );
  });

  const key = { Authorization: `Bearer ${secrets.internal}` };
  const page = { ...key, Origin: 'https://lender.example' };
  const cases: readonly (readonly [InternalRouteKey, string, number, Record<string, string>])[] = [
    ['PUT /companies/:reference', '/companies/customer-1', 200, key],
    ['PUT /companies/:reference', '/companies/..%2Fx', 400, key],
    ['PUT /companies/:reference', '/companies/customer-1', 401, {}],
    ['DELETE /companies/:reference', '/companies/customer-1', 200, key],
    ['DELETE /companies/:reference', '/companies/customer-9', 404, key],
    ['DELETE /companies/:reference', '/companies/customer-1', 403, page],
    ['GET /livez', '/livez', 200, {}],
    ['GET /readyz', '/readyz', 200, {}],
    ['GET /readyz', '/readyz', 403, page],
    ['GET /metrics', '/metrics', 200, {}],
  ];
  for (const [route, path, status, headers] of cases) {
    it(`says of ${route} at ${path} what it is: ${status}`, async () => {
      const [method = ''] = route.split(' ');
      const answer = await at.inside(path, { method, headers });
      const answers: Readonly<Record<number, { json?: keyof typeof shapes; type?: string }>> =
        internalOpenApiOperations[route].answers;
      const said = answers[answer.status];
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('Cache-Control'), 'no-store');
      assert.ok(answer.headers.get('Content-Type')?.startsWith(said?.type ?? 'application/json'));
      if (said?.json)
        assert.equal(shapes[said.json].safeParse(await answer.json()).error, undefined, said.json);
    });
  }
});
