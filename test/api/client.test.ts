import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodatClient, fetchPlatforms } from '../../src/api/client.js';
import type { Fetch } from '../../src/api/exchange.js';
import { fromEndpoint, TokenSource } from '../../src/api/token-source.js';
import { Transport } from '../../src/api/transport.js';
import { createSimulator } from '../../src/simulator/index.js';
import { FakeNetwork, outcomeOf } from '../support/fake-network.js';
import { openLender } from '../support/lender.js';

/** A client of the gateway at this address. */
function clientAt(home: string, fetch: Fetch): CodatClient {
  const getToken = fromEndpoint({ tokenEndpoint: `${home}/token` }, fetch);
  const tokens = new TokenSource(
    getToken,
    () => `${home}/token`,
    () => undefined,
  );
  return new CodatClient(new Transport(tokens, fetch));
}

/** A client on a lender's real gateway. */
async function setUp() {
  const lender = await openLender();
  const { baseUrl, gateway } = lender;
  return { lender, client: clientAt(baseUrl, (request) => gateway.fetch(request)) };
}

const listed = (...pages: unknown[]) => new FakeNetwork(...pages.map((page) => () => Response.json(page)));

describe('the API client', () => {
  it('creates a connection, reads it, unlinks it and deletes it', async () => {
    const { client, lender } = await setUp();
    const { id, status, platformName, linkUrl } = await client.connect('gbol');
    assert.deepEqual([status, platformName], ['PendingAuth', 'Xero']);
    assert.ok(linkUrl?.startsWith(`${lender.baseUrl}/link/`));

    lender.simulator.authorize(id, 'Marlow Bakery');
    const linked = await client.connection(id);
    assert.deepEqual([linked.status, linked.organisation], ['Linked', 'Marlow Bakery']);

    assert.equal((await client.unlink(id)).status, 'Unlinked');
    await client.delete(id);
    assert.deepEqual(await client.connections(), []);
    assert.equal(await outcomeOf(client.connection(id)), 'missing');
  });

  it('reads a connection anew, even if it was read a moment ago', async () => {
    const { client, lender } = await setUp();
    const { id } = await client.connect('gbol');
    await client.connections();
    lender.simulator.authorize(id);

    assert.equal((await client.connection(id)).status, 'Linked');
  });

  it('reads every page of the connections', async () => {
    const { client, lender } = await setUp();
    for (let made = 0; made < 101; made++) await lender.addConnection('gbol');

    assert.equal(new Set((await client.connections()).map(({ id }) => id)).size, 101);
  });

  it('counts the unreadable entries of every page of the newest list', async () => {
    const token = { companyId: 'marlow', accessToken: 'token-1', expiresIn: 900 };
    const first = { results: [7], unreadable: 1, _links: { next: { href: '?page=2' } } };
    const { fetch } = listed(token, first, { results: [null] }, { results: [] });
    const client = clientAt('https://lender.test/codat', fetch);
    for (const count of [3, 0]) {
      assert.deepEqual(await client.connections(), []);
      assert.equal(client.unreadableConnections, count);
    }
  });

  it('encodes an id, so that it can’t lead to another path', async () => {
    const { client } = await setUp();

    for (const id of ['../../other', 'x/../y', '?page=2', '%2e%2e'])
      assert.equal(await outcomeOf(client.connection(id)), 'missing');
  });
});

describe('the list of platforms', () => {
  const codat = createSimulator({ origin: 'https://codat.test' });
  const withKey: Fetch = (request) =>
    codat.fetch(request, { headers: { Authorization: `Basic ${btoa(codat.apiKey)}` } });
  const { signal } = new AbortController();

  it('holds the enabled platforms of every page', async () => {
    const found = await fetchPlatforms(withKey, 'https://codat.test/integrations?pageSize=7', signal);
    const whole = await fetchPlatforms(withKey, 'https://codat.test/integrations?pageSize=5000', signal);

    assert.ok(found.length > 14);
    assert.deepEqual(found, whole);
    assert.ok(found.some(({ name }) => name === 'Xero'));
    assert.ok(!found.some(({ name }) => name === 'Workday'));
  });

  it('can come from a file, and leaves out unreadable entries', async () => {
    const good = { key: 'gbol', name: 'Xero', enabled: true };
    const { fetch } = listed({ results: [null, 7, { key: 'qhyg' }, { ...good, enabled: 'yes' }, good] });

    const [xero, ...others] = await fetchPlatforms(fetch, 'https://lender.test/platforms.json', signal);
    assert.equal(xero?.name, 'Xero');
    assert.deepEqual(others, []);
  });

  it('stops after a limit, even if each page names a next one', async () => {
    const answers = listed({ results: [], _links: { next: { href: '?page=2' } } });
    await fetchPlatforms(answers.fetch, 'https://lender.test/platforms', signal);

    assert.equal(answers.requests.length, 100);
  });

  it('rejects a response of another shape', async () => {
    for (const body of [{}, { results: 'none' }, [], 'text'])
      assert.equal(
        await outcomeOf(fetchPlatforms(listed(body).fetch, 'https://lender.test/platforms', signal)),
        'unreadable',
      );
  });
});
