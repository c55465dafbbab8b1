import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createClient } from 'redis';
import { companyOf } from '../../docs/recipes/session.js';
import { createGateway } from '../../src/gateway/index.js';
import { redisBus, redisStore } from '../../src/gateway/redis/index.js';

// One process of a lender's server, for tests that run several. It says on which port it listens.

const {
  BASE_URL = '',
  CODAT_URL = '',
  REDIS_URL = '',
  API_KEY = '',
  SIGNING_KEY = '',
  WEBHOOK_SECRET = '',
} = process.env;

const client = createClient({ url: REDIS_URL, socket: { reconnectStrategy: 50 } });
client.on('error', () => undefined);
await client.connect();

const gateway = createGateway({
  apiKey: API_KEY,
  baseUrl: BASE_URL,
  lender: 'Larkspur',
  signingKeys: [SIGNING_KEY],
  company: ({ headers }) => companyOf(headers.get('Cookie')),
  returnTo: '/connected',
  webhookSecrets: [WEBHOOK_SECRET],
  onWebhook: ({ eventType }) => process.send?.({ eventType }),
  codatUrl: CODAT_URL,
  store: redisStore(client),
  bus: redisBus(client),
});

const server = createAdaptorServer({
  fetch: (request) => gateway.fetch(request),
  // What becomes of idle connections is no subject here: neither of one that is closed just when it is used again, nor
  // of one that gets a 408 because it was opened a minute ago for a request that was given up.
  serverOptions: { keepAliveTimeout: 120_000, requestTimeout: 0 },
}).listen(0, '127.0.0.1');
const sockets = new Set<Socket>();
server.on('connection', (socket: Socket) => {
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
});
await once(server, 'listening');
// A server on a port, rather than a pipe, has an address of this kind.
process.send?.({ port: (server.address() as AddressInfo).port });
process.once('disconnect', () => process.exit());
process.once('SIGTERM', () => {
  void gateway.close({ timeoutMs: 120_000 }).then(({ cut }) => {
    process.send?.({ cut });
    // Nobody uses a connection of this process again, which knows nothing of that.
    if ('keepAliveTimeout' in server) server.keepAliveTimeout = 1;
    server.close(() => process.exit());
    // One that nobody used yet isn't idle for `close`, which would wait for its first request.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  });
});
