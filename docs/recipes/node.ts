import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createGateway, type GatewaySettings } from 'codat-connect-elements/gateway';
import { companyOf } from './session.js';

export function site(settings: Omit<GatewaySettings, 'company'>): Server {
  const gateway = createGateway({
    ...settings,
    company: ({ headers }) => companyOf(headers.get('Cookie')),
  });
  const { host, pathname } = new URL(settings.baseUrl);
  const answer = getRequestListener((request) => gateway.fetch(request), {
    overrideGlobalObjects: false,
    hostname: host, // for health checks in HTTP/1.0, which name none
  });

  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith(`${pathname}/`)) void answer(incoming, outgoing);
    else outgoing.writeHead(404).end();
  });
  // The gateway finishes its work before the process ends.
  process.once('SIGTERM', () => void gateway.close({ timeoutMs: 20_000 }).then(() => server.close()));
  return server;
}
