import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';

// A bare Hono handler as a process: it answers with the bytes that it is sent first, and holds streams that say nothing
// but that they are there. It says on which port it listens.

const heartbeatMs = 25_000;

const [bodies] = (await once(process, 'message')) as [Record<string, string>];
const app = new Hono();
for (const [path, body] of Object.entries(bodies))
  app.get(path, (c) => c.body(body, 200, { 'Content-Type': 'application/json' }));
app.get('/codat/events', (c) =>
  streamSSE(c, async (stream) => {
    await stream.write(': open\n\n');
    while (!stream.aborted) {
      await stream.sleep(heartbeatMs);
      await stream.write(': beat\n\n');
    }
  }),
);
const server = createAdaptorServer(app).listen(0, '127.0.0.1');
await once(server, 'listening');
// A server on a port, rather than a pipe, has an address of this kind.
process.send?.({ port: (server.address() as AddressInfo).port });
process.once('disconnect', () => process.exit());
