import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createGateway, type GatewaySettings } from 'codat-connect-elements/gateway';
import { companyOf } from './session.js';

export function site(settings: Omit<GatewaySettings, 'company'>): Server {
  const gateway = createGateway({
    ...settings,
    company: ({ headers }) => companyOf(headers.get('Cookie')),
  });
  const answer = getRequestListener((request) => gateway.fetch(request), { overrideGlobalObjects: false });
  const { pathname } = new URL(settings.baseUrl);

  return createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith(`${pathname}/`)) void answer(incoming, outgoing);
    else outgoing.writeHead(404).end();
  });
}
