import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { createSimulator } from '../../src/simulator/index.js';

describe('a simulator that is mounted as the documentation mounts the gateway', () => {
  for (const mount of ['', '/codat']) {
    it(`responds, serves its images and lets people sign in at “${mount}/”`, async (test) => {
      const server = createServer(
        getRequestListener((request) => simulator.fetch(request), {
          overrideGlobalObjects: false,
        }) as never,
      ).listen(0, '127.0.0.1');
      await once(server, 'listening');
      test.after(() => server.close());
      // A server on a port, rather than a pipe, has an address of this kind.
      const { port } = server.address() as AddressInfo;
      const origin = `http://127.0.0.1:${port}${mount}`;
      const simulator = createSimulator({ origin });
      const headers = { Authorization: `Basic ${btoa(simulator.apiKey)}` };
      const send = async <Body>(path: string, body?: string): Promise<Body> => {
        const response = await fetch(origin + path, { headers, ...(body && { method: 'POST', body }) });
        return (await response.json()) as Body;
      };
      const { id } = await send<{ id: string }>('/companies', '{"name":"Mine"}');
      const { results } = await send<{ results: { logoUrl: string }[] }>('/integrations?query=key=gbol');
      const made = await send<{ linkUrl: string }>(`/companies/${id}/connections`, '{"platformKey":"gbol"}');
      const page = await fetch(made.linkUrl);
      const form = await page.text();
      const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(form) ?? [];
      const [, action = ''] = /<form method="post" action="([^"]+)"/.exec(form) ?? [];
      const [, signIn = ''] = /name="signIn" value="([^"]+)"/.exec(form) ?? [];
      const signedIn = await fetch(new URL(action, page.url), {
        method: 'POST',
        body: new URLSearchParams({ signIn, outcome: 'allow' }),
      });
      const images = await Promise.all(
        [...results.map(({ logoUrl }) => logoUrl), new URL(style, page.url)].map((url) => fetch(url)),
      );
      assert.deepEqual([page.status, signedIn.status], [200, 200]);
      assert.deepEqual(
        images.map(({ status }) => status),
        [200, 200],
      );
      const after = await simulator.fetch(`${origin}/companies/${id}/connections`, { headers });
      assert.equal(((await after.json()) as { results: { status: string }[] }).results[0]?.status, 'Linked');
    });
  }
});
