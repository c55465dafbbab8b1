import { createServer, request, type Server } from 'node:http';

/** A round-robin balancer: passes each request unchanged to the next server. */
export function balancer(origins: readonly string[]): Server {
  let turn = 0;
  return createServer((incoming, outgoing) => {
    const origin = origins[turn++ % origins.length] ?? '';
    const { method, url: path, headers } = incoming;
    const { hostname, port } = new URL(origin);
    const requested = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    requested.on('error', () => outgoing.destroy());
    // A client that disconnected needs no response.
    outgoing.on('close', () => requested.destroy());
    incoming.pipe(requested);
  });
}
