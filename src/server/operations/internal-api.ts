import { Hono, type Context } from 'hono';
import { readJsonAs } from '../../gateway/http/body.js';
import { HttpError, createNotFoundError } from '../../gateway/http-error.js';
import { jsonResponse } from '../../gateway/responses.js';
import { isCodatId } from '../../gateway/settings.js';
import type { BrandGateway } from '../brand-gateway.js';
import type { BrandGatewayLookup } from '../brand-gateway-lookup.js';
import { ensureCompanyBody } from './internal-operations.js';

interface InternalDeps {
  /** The key in a request says which brand it is for. */
  readonly brands: BrandGatewayLookup;
  readonly isReady: () => boolean;
  /** The worst health of all the brands' gateways. */
  readonly health: () => Promise<{ readonly status: string; readonly store: string }>;
  /** The current metrics as text for Prometheus. */
  readonly metrics: () => Promise<string>;
}

/** The routes for the lender's own servers, probes and Prometheus. They refuse browsers. */
export function createInternalApi({ brands, isReady, health, metrics }: InternalDeps): Hono {
  const app = new Hono();
  app.use(async ({ req }, next) => {
    // A malicious page could reach internal addresses through the browser of someone in the lender's network.
    if (req.header('Origin') !== undefined || req.header('Sec-Fetch-Site') !== undefined)
      throw new HttpError(403, 'This is for the lender’s own servers.');
    await next();
  });

  app.put('/companies/:reference', async (c) => {
    const { gateway } = brandOf(c, brands);
    // Some clients, such as curl, send neither header without a body (https://www.rfc-editor.org/rfc/rfc9112#section-6.3).
    const hasBody =
      c.req.header('Transfer-Encoding') !== undefined || Number(c.req.header('Content-Length')) > 0;
    const { description } = hasBody ? await readJsonAs(c.req.raw, ensureCompanyBody, () => undefined) : {};
    const reference = c.req.param('reference');
    const companyId = await gateway.ensureCompany({ reference, description }).catch(throwReadably);
    return jsonResponse({ companyId });
  });
  app.delete('/companies/:reference', async (c) => {
    const { gateway } = brandOf(c, brands);
    const reference = c.req.param('reference');
    const byReference = await gateway.forgetCompany({ reference }).catch(throwReadably);
    // The path may also have Codat's id, even of a company that is no longer at Codat.
    const forgotten =
      byReference ?? (isCodatId(reference) ? await gateway.forgetCompany(reference) : undefined);
    if (!forgotten) throw createNotFoundError();
    return jsonResponse(forgotten);
  });
  app.get('/livez', () => jsonResponse({ status: 'ok' }));
  // A process stays ready without its store, or all would be unready at once, although reads still work.
  app.get('/readyz', async () => {
    if (!isReady()) return jsonResponse({ status: 'stopping' }, { status: 503 });
    const { status, store } = await health();
    return jsonResponse({ status, store });
  });
  app.get(
    '/metrics',
    async () =>
      new Response(await metrics(), {
        headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' },
      }),
  );
  app.notFound(() => createNotFoundError().toResponse());
  app.onError((thrown) => {
    const problem = thrown instanceof HttpError ? thrown : new HttpError(500, 'Something went wrong here.');
    return problem.toResponse();
  });
  return app;
}

function throwReadably(thrown: unknown): never {
  if (thrown instanceof TypeError && /^\w+Company:/.test(thrown.message))
    throw new HttpError(400, 'A reference has up to 100 letters, digits and . _ @ - only.');
  throw thrown;
}

/** The brand whose key the request carries. */
function brandOf(c: Context, brands: BrandGatewayLookup): BrandGateway {
  if (!brands.hasAnyKey) throw new HttpError(403, 'Set INTERNAL_KEY, and send it as a bearer token.');
  const [, shown = ''] = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  const brand = brands.findByKey(shown);
  if (!brand) throw new HttpError(401, 'This is for servers that have INTERNAL_KEY.');
  return brand;
}
