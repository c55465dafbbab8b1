import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { CodatPlatform } from '@codat/platform';
import { CodatPlatformError } from '@codat/platform/sdk/models/errors';
import { DataConnectionStatus } from '@codat/platform/sdk/models/shared';
import { getRequestListener } from '@hono/node-server';
import { setUp } from '../set-up.js';

describe('Codat’s own client, pointed at the gateway', () => {
  let server: Server;
  let lender: Awaited<ReturnType<typeof setUp>>;
  let codat: CodatPlatform;
  let companyId: string;
  let mount: string;

  before(async () => {
    const listen = getRequestListener((request) => lender.gateway.fetch(request));
    server = createServer((request, response) => void listen(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A server has an address with a port once it listens.
    const { port } = server.address() as AddressInfo;
    const baseUrl = `http://127.0.0.1:${port}/codat`;
    lender = await setUp({ baseUrl, permit: () => true });
    mount = baseUrl;
    companyId = lender.company;
    const answer = await fetch(`${baseUrl}/token`, { method: 'POST' });
    const { accessToken, apiBase } = (await answer.json()) as { accessToken: string; apiBase: string };
    codat = new CodatPlatform({
      serverURL: new URL(apiBase, `${baseUrl}/token`).href,
      authHeader: `Bearer ${accessToken}`,
      retryConfig: { strategy: 'none' },
    });
  });
  after(() => server.close());

  const connect = (platformKey: string) =>
    codat.connections.create({ companyId, requestBody: { platformKey } });
  const refused = (status: number) => (thrown: unknown) => {
    assert.ok(thrown instanceof CodatPlatformError);
    assert.deepEqual([thrown.statusCode, thrown.body.includes('connect-elements')], [status, true]);
    return true;
  };

  it('lists the platforms, and one of them with its branding', async () => {
    const listed = await codat.integrations.list({});
    assert.deepEqual(
      listed.results?.map(({ key }) => key),
      ['pqsw', 'qhyg', 'pbtz', 'gbol'],
    );
    assert.equal((await codat.integrations.get({ platformKey: 'gbol' })).name, 'Xero');
    const branding = await codat.integrations.getBranding({ platformKey: 'qhyg' });
    assert.match(branding.button?.hover?.image?.src ?? '', /\/codat\/assets\//);
  });

  it('creates, reads, unlinks and deletes a connection', async () => {
    const { id, status, linkUrl } = await connect('gbol');
    assert.equal(status, DataConnectionStatus.PendingAuth);
    assert.match(linkUrl, /\/codat\/link\//);
    lender.simulator.authorize(id);
    // A page sends a fresh request when someone returns; this client can't, so the ten seconds have to pass.
    lender.clock.now += 10_000;
    const { results } = await codat.connections.list({ companyId });
    assert.deepEqual(
      results?.map((each) => each.status),
      [DataConnectionStatus.Linked],
    );
    await codat.connections.unlink({
      companyId,
      connectionId: id,
      updateConnectionStatus: { status: DataConnectionStatus.Unlinked },
    });
    const unlinked = await codat.connections.get({ companyId, connectionId: id });
    assert.equal(unlinked.status, DataConnectionStatus.Unlinked);
    await codat.connections.delete({ companyId, connectionId: id });
    await assert.rejects(codat.connections.get({ companyId, connectionId: id }), refused(404));
  });

  it('reads the data status', async () => {
    const { id } = await connect('qhyg');
    lender.simulator.authorize(id);
    lender.clock.now += 600_000;
    const status = await codat.refreshData.get({ companyId });
    assert.equal(status.invoices?.currentStatus, 'Complete');
    const history = await codat.refreshData.listPullOperations({ companyId });
    assert.ok((history.results?.length ?? 0) > 3);
  });

  it('is refused an access token, an unlinked connection’s data, and an unknown platform', async () => {
    await assert.rejects(codat.companies.getAccessToken({ companyId }), refused(403));
    const { id: connectionId } = await connect('gbol');
    const updateConnectionStatus = { status: DataConnectionStatus.Unlinked };
    await assert.rejects(
      codat.connections.unlink({ companyId, connectionId, updateConnectionStatus }),
      refused(400),
    );
    await assert.rejects(connect('zzzz'), refused(404));
  });

  it('creates no connection if the lender requires consent, since it has no receipt', async () => {
    const before = lender;
    const sections = [{ title: 'Purpose', body: 'A loan.' }];
    lender = await setUp({
      baseUrl: mount,
      fetch: (request) => before.simulator.fetch(request),
      consents: [{ version: '1', locale: 'en', sections, agree: 'Yes' }],
    });
    await assert.rejects(connect('gbol'), refused(403));
    lender = before;
  });
});
