import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodatPlatform } from '@codat/platform';
import { HTTPClient } from '@codat/platform/lib/http.js';
import { ErrorMessage } from '@codat/platform/sdk/models/errors/errormessage.js';
import { createSimulator, platforms } from '../../src/simulator/index.js';

function setUp() {
  let now = Date.parse('2026-03-04T09:00:00Z');
  const codat = createSimulator({ now: () => now });
  const client = new CodatPlatform({
    serverURL: codat.origin,
    authHeader: `Basic ${btoa(codat.apiKey)}`,
    httpClient: new HTTPClient({ fetcher: codat.fetch }),
    retryConfig: { strategy: 'none' },
  });
  return { codat, client, pass: (seconds: number) => (now += seconds * 1000) };
}

/** Every call here is checked by the client's own response validation: an answer of another shape throws. */
describe("Codat's official client", () => {
  it('lists every platform, page by page', async () => {
    const { client } = setUp();
    const first = await client.integrations.list({ pageSize: 30, orderBy: 'name' });
    const second = await client.integrations.list({ pageSize: 30, page: 2, orderBy: 'name' });

    const keys = [...(first.results ?? []), ...(second.results ?? [])].map(({ key }) => key);
    assert.deepEqual(keys.toSorted(), platforms.map(({ key }) => key).toSorted());
    assert.equal(first.links.next?.href, '/integrations?orderBy=name&page=2&pageSize=30');
  });

  it('reads each platform and its branding', async () => {
    const { client } = setUp();
    for (const { key, name, branding } of platforms) {
      assert.equal((await client.integrations.get({ platformKey: key })).name, name);
      if (branding === 'missing') continue;
      const { logo } = await client.integrations.getBranding({ platformKey: key });
      assert.equal(logo === undefined, branding === 'empty');
    }
  });

  it('creates, reads and updates a company', async () => {
    const { client } = setUp();
    const { id: companyId } = await client.companies.create({ name: 'Bracken Bakery', tags: { uid: '17' } });
    await client.companies.update({ companyId, companyUpdateRequest: { description: 'Bread' } });

    const company = await client.companies.get({ companyId });
    assert.deepEqual(
      [company.name, company.description, company.tags],
      ['Bracken Bakery', 'Bread', { uid: '17' }],
    );
    assert.equal((await client.companies.list({ tags: 'uid=17' })).totalResults, 1);
  });

  it('creates a connection, sees it linked, unlinks it and deletes it', async () => {
    const { client, codat, pass } = setUp();
    const { id: companyId } = await client.companies.create({ name: 'Bracken Bakery' });
    const created = await client.connections.create({ companyId, requestBody: { platformKey: 'gbol' } });
    const connectionId = created.id;
    assert.equal(created.status, 'PendingAuth');

    codat.addError(connectionId, '403');
    codat.authorize(connectionId, 'Bracken Ltd');
    pass(20);
    const linked = await client.connections.get({ companyId, connectionId });
    assert.equal(linked.status, 'Linked');
    assert.deepEqual(linked.connectionInfo, { companyName: 'Bracken Ltd' });
    assert.equal(linked.dataConnectionErrors?.[0]?.status, 'Resolved');

    const unlinked = await client.connections.unlink({
      companyId,
      connectionId,
      updateConnectionStatus: { status: 'Unlinked' },
    });
    assert.equal(unlinked.status, 'Unlinked');

    await client.connections.delete({ companyId, connectionId });
    assert.deepEqual((await client.connections.list({ companyId })).results, []);
  });

  it('gets an access token', async () => {
    const { client } = setUp();
    const { id: companyId } = await client.companies.create({ name: 'Bracken Bakery' });
    const { accessToken, expiresIn, tokenType } = await client.companies.getAccessToken({ companyId });
    assert.deepEqual([typeof accessToken, expiresIn, tokenType], ['string', 86_400, 'Bearer']);
  });

  it('reads the syncs as they progress, for accounting, banking and commerce', async () => {
    const { client, codat, pass } = setUp();
    const { id: companyId } = await client.companies.create({ name: 'Bracken Bakery' });
    for (const platformKey of ['gbol', 'suuo', 'fztf']) {
      const { id } = await client.connections.create({ companyId, requestBody: { platformKey } });
      codat.authorize(id);
    }
    for (let second = 0; second < 20; second += 1) {
      await client.refreshData.get({ companyId });
      await client.refreshData.listPullOperations({ companyId });
      pass(1);
    }
    const status = await client.refreshData.get({ companyId });
    assert.equal(status.invoices?.currentStatus, 'Complete');
    assert.equal(status.bankingTransactions?.currentStatus, 'Complete');
    assert.equal(status.commerceOrders?.currentStatus, 'Complete');
    assert.equal(status.itemReceipts?.currentStatus, 'NotSupported');

    const datasetId = status.invoices.latestSyncId ?? '';
    assert.equal((await client.refreshData.getPullOperation({ companyId, datasetId })).progress, 100);
    await client.refreshData.all({ companyId });
    assert.equal((await client.refreshData.get({ companyId })).invoices?.currentStatus, 'Queued');
  });

  it('reads the profile', async () => {
    assert.equal((await setUp().client.settings.getProfile()).name, 'Simulated lender');
  });

  it('parses the error of an unknown company', async () => {
    const requested = setUp().client.companies.get({ companyId: crypto.randomUUID() });
    await assert.rejects(requested, (thrown) => thrown instanceof ErrorMessage && thrown.statusCode === 404);
  });

  it('creates, lists and deletes webhook consumers', async () => {
    const { client } = setUp();
    const url = 'https://lender.example/codat/webhooks';
    const { id } = await client.webhooks.createConsumer({ url, eventTypes: ['connection.connected'] });
    const { results } = await client.webhooks.listConsumers();
    assert.deepEqual(
      results?.map((each) => [each.id, each.url, each.eventTypes, each.disabled]),
      [[id, url, ['connection.connected'], false]],
    );
    await client.webhooks.deleteConsumer({ webhookId: id ?? '' });
    assert.deepEqual((await client.webhooks.listConsumers()).results, []);
  });
});
