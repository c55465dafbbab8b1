import { getRequestListener } from '@hono/node-server';
import { createGateway, type GatewaySettings } from 'codat-connect-elements/gateway';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { companyOf } from './session.js';

export function site(settings: Omit<GatewaySettings<FastifyRequest>, 'company'>): FastifyInstance {
  const gateway = createGateway<FastifyRequest>({
    ...settings,
    company: (_request, { companyId }) => companyId,
  });
  const { host, pathname } = new URL(settings.baseUrl);

  const app = fastify();
  app.decorateRequest('companyId', null);
  app.addHook('onRequest', (request, _reply, done) => {
    request.companyId = companyOf(request.headers.cookie);
    done();
  });
  // A plugin of its own, in which only the gateway reads bodies.
  app.register((corner, _options, done) => {
    corner.removeAllContentTypeParsers();
    corner.addContentTypeParser('*', (_request, _body, parsed) => parsed(null));
    corner.all(`${pathname}/*`, (request, reply) => {
      reply.hijack();
      const answer = (webRequest: Request) => gateway.fetch(webRequest, request);
      void getRequestListener(answer, { overrideGlobalObjects: false, hostname: host })(
        request.raw,
        reply.raw,
      );
    });
    done();
  });
  // The gateway finishes its work before the server closes.
  app.addHook('preClose', async () => {
    await gateway.close({ timeoutMs: 20_000 });
  });
  process.once('SIGTERM', () => void app.close());
  return app;
}

declare module 'fastify' {
  interface FastifyRequest {
    companyId: string | null;
  }
}
