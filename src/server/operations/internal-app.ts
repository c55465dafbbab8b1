import { Hono, type Context } from 'hono';
import * as z from 'zod/mini';
import type { Gateway } from '../../gateway/create-gateway.js';
import { readJson } from '../../gateway/http/body.js';
import { Problem, notFound } from '../../gateway/problem.js';
import { jsonResponse } from '../../gateway/responses.js';
import { isSame } from '../identity/trusted-proxy.js';
import type { Visit } from '../identity/identify.js';

/** The routes of the internal port: `METHOD /path`. */
export const internalRoutes = [
  'PUT /companies/:reference',
  'GET /livez',
  'GET /readyz',
  'GET /metrics',
] as const;

interface InternalDeps {
  readonly gateway: Pick<Gateway<Visit>, 'ensureCompany'>;
  /** Undefined where no server may make companies. */
  readonly key: string | undefined;
  readonly isReady: () => boolean;
  /** The health of the gateway, as its own route answers. */
  readonly health: () => Promise<{ readonly status: string; readonly store: string }>;
  /** All numbers, as they are now. */
  readonly metrics: () => Promise<string>;
}

const companyBody = z.object({ description: z.optional(z.string().check(z.maxLength(200))) });

/** The routes for the lender's own servers, probes and Prometheus. No browser is answered. */
export function internalApp({ gateway, key, isReady, health, metrics }: InternalDeps): Hono {
  const app = new Hono();
  app.use(async ({ req }, next) => {
    // A page reaches internal addresses through the browser of someone inside.
    if (req.header('Origin') !== undefined || req.header('Sec-Fetch-Site') !== undefined)
      throw new Problem(403, 'This is for the lender’s own servers.');
    await next();
  });

  app.put('/companies/:reference', async (c) => {
    assertKey(c, key);
    const hasBody = c.req.raw.body !== null && c.req.header('Content-Length') !== '0';
    const { description } = hasBody ? await readJson(c.req.raw, companyBody, () => undefined) : {};
    const reference = c.req.param('reference');
    const companyId = await gateway
      .ensureCompany({ reference, ...(description !== undefined && { description }) })
      .catch((thrown: unknown) => {
        if (thrown instanceof TypeError && thrown.message.startsWith('ensureCompany:'))
          throw new Problem(400, 'A reference has up to 100 letters, digits and . _ @ - only.');
        throw thrown;
      });
    return jsonResponse({ companyId });
  });
  app.get('/livez', () => jsonResponse({ status: 'ok' }));
  // A store that is away makes no process unready: all would be at once, while reads still work.
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
  app.notFound(() => notFound().toResponse());
  app.onError((thrown) => {
    const problem = thrown instanceof Problem ? thrown : new Problem(500, 'Something went wrong here.');
    return problem.toResponse();
  });
  return app;
}

function assertKey(c: Context, key: string | undefined): void {
  if (key === undefined) throw new Problem(403, 'Set INTERNAL_KEY, and send it as a bearer token.');
  const [, shown = ''] = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  if (!isSame(shown, key)) throw new Problem(401, 'This is for servers that have INTERNAL_KEY.');
}
