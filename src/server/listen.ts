import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { NodeRequestContext } from './identity/identify.js';
import type { Address } from './server-settings.js';

/** How long headers may take to arrive, in milliseconds. */
const headersTimeoutMs = 60_000;

/** How long a whole request may take to arrive; the gateway gives bodies ten seconds. */
const requestTimeoutMs = 90_000;

/** How long the last answers may take when the server closes. */
const closeTimeoutMs = 2_000;

interface ListenOptions {
  readonly address: Address;
  readonly keepAliveMs: number;
  /** The host of requests that name none, such as health checks by HTTP/1.0. */
  readonly hostname: string;
  /** The path that a proxy takes off, which is put back before the paths of requests. */
  readonly strippedPath?: string;
  readonly onResponse?: (response: Response, outgoing: ServerResponse) => void;
}

interface ListeningServer {
  /** Such as `http://[::]:8080`. */
  readonly url: string;
  /** Makes connections end with their answers, so that clients connect to another process. */
  readonly endConnections: () => void;
  /** Refuses connections, and resolves once all are closed: the last answers get two seconds. */
  readonly close: () => Promise<void>;
}

/** Listens with Node's own HTTP server. Rejects if it can't listen at the address. */
export async function listen(
  respond: (request: Request, context: NodeRequestContext) => Response | Promise<Response>,
  { address, keepAliveMs, hostname, strippedPath = '', onResponse }: ListenOptions,
): Promise<ListeningServer> {
  let isEnding = false;
  const answer = getRequestListener(
    async (request, env) => {
      // The type of `env` also allows HTTP/2, which this server does not speak.
      const { incoming, outgoing } = env as HttpBindings;
      const response = await respond(request, { incoming });
      onResponse?.(response, outgoing);
      if (isEnding) outgoing.setHeader('Connection', 'close');
      return response;
    },
    { overrideGlobalObjects: false, hostname },
  );
  const server = createServer(
    { keepAliveTimeout: keepAliveMs, headersTimeout: headersTimeoutMs, requestTimeout: requestTimeoutMs },
    (incoming: IncomingMessage, outgoing: ServerResponse) => {
      // A proxy may have read the other `Host` (https://www.rfc-editor.org/rfc/rfc9112#section-3.2).
      if ((incoming.headersDistinct['host']?.length ?? 0) > 1) {
        outgoing.writeHead(400, { Connection: 'close' }).end();
        return;
      }
      incoming.url = (incoming.url ?? '/').replace(originPattern, `$&${strippedPath}`);
      void answer(incoming, outgoing);
    },
  );
  const { host, port } = address;
  server.listen({ port, ...(host !== undefined && { host }) });
  await once(server, 'listening');
  const sockets = openSockets(server);
  return {
    url: urlOf(server),
    endConnections: () => (isEnding = true),
    async close() {
      isEnding = true;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      // Node does not count an unused connection as idle, and would wait for its first request.
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
      const timer = setTimeout(() => server.closeAllConnections(), closeTimeoutMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

/** Matches the origin that some proxies send at the start of a request's target; without one, matches an empty text. */
const originPattern = /^(?:https?:\/\/[^/?#]*)?/;

/** The open connections of a server. */
function openSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

function urlOf(server: Server): string {
  // A server on a port, rather than a pipe, has an address of this kind.
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
