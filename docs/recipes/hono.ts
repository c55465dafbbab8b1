import { createGateway, type GatewaySettings } from 'codat-connect-elements/gateway';
import { Hono, type Context } from 'hono';
import { companyOf } from './session.js';

type SiteContext = Context<{ Variables: { companyId: string | null } }>;

export function site(settings: Omit<GatewaySettings<SiteContext>, 'company'>) {
  const gateway = createGateway<SiteContext>({ ...settings, company: (_request, c) => c.get('companyId') });
  const { pathname } = new URL(settings.baseUrl);

  const app = new Hono<{ Variables: { companyId: string | null } }>();
  app.use(async (c, next) => {
    c.set('companyId', companyOf(c.req.header('Cookie')));
    await next();
  });
  app.all(`${pathname}/*`, (c) => gateway.fetch(c.req.raw, c));
  // On Node and Bun: the gateway finishes its work before the process ends, and the last answers get a second to be sent.
  process.once('SIGTERM', () => {
    void gateway.close({ timeoutMs: 20_000 }).then(() => setTimeout(() => process.exit(), 1_000));
  });
  return app;
}
