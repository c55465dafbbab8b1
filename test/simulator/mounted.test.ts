import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { createSimulator } from '../../src/simulator/index.js';

describe('a simulator that is mounted as the documentation mounts the gateway', () => {
  it('answers', async () => {
    const simulator = createSimulator();
    const server = createServer(
      getRequestListener((request) => simulator.fetch(request), { overrideGlobalObjects: false }) as never,
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    // A server on a port, rather than a pipe, has an address of this kind.
    const { port } = server.address() as AddressInfo;
    const headers = { Authorization: `Basic ${btoa(simulator.apiKey)}` };
    const at = `http://127.0.0.1:${port}`;
    const made = await fetch(`${at}/companies`, { method: 'POST', headers, body: '{"name":"Mine"}' });
    const list = await fetch(`${at}/integrations`, { headers });
    server.close();
    assert.deepEqual([made.status, list.status], [200, 200]);
  });
});
