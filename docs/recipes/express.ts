import { getRequestListener } from '@hono/node-server';
import { createGateway, type GatewaySettings } from 'codat-connect-elements/gateway';
import express, { type Express, type Request } from 'express';
import { companyOf } from './session.js';

export function site(settings: Omit<GatewaySettings<Request>, 'company'>): Express {
  const gateway = createGateway<Request>({
    ...settings,
    company: (_request, { session }) => session.companyId,
  });
  const { host, pathname } = new URL(settings.baseUrl);

  const app = express();
  app.use((req, _res, next) => {
    req.session = { companyId: companyOf(req.headers.cookie) };
    next();
  });
  // `all`, which leaves the whole path to the gateway, and not `use`, which takes the mount off it.
  app.all(`${pathname}/*path`, (req, res) =>
    getRequestListener((request) => gateway.fetch(request, req), {
      overrideGlobalObjects: false,
      hostname: host, // for health checks in HTTP/1.0, which name none
    })(req, res),
  );
  // The gateway finishes its work before the process ends, and the last answers get a second to be sent.
  process.once('SIGTERM', () => {
    void gateway.close({ timeoutMs: 20_000 }).then(() => setTimeout(() => process.exit(), 1_000));
  });
  // Body parsers come after the gateway, which reads bodies itself.
  app.use(express.json());
  return app;
}

declare module 'express-serve-static-core' {
  interface Request {
    session: { companyId: string | null };
  }
}
