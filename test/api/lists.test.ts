import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Fetch } from '../../src/api/fetch-json.js';
import { fetchConnections, fetchEnabledPlatforms } from '../../src/api/lists.js';
import { createSession } from '../../src/session/session.js';
import { createSimulator } from '../../src/simulator/index.js';
import { FakeNetwork, outcomeOf } from '../support/fake-network.js';
import { openLender } from '../support/lender.js';

/** A session of a lender's real gateway, until the test ends. */
async function setUp(test: TestContext) {
  const lender = await openLender();
  test.after(() => lender.end());
  return { lender, session: lender.session };
}

const listed = (...pages: unknown[]) => new FakeNetwork(...pages.map((page) => () => Response.json(page)));

describe('the requests of a session', () => {
  it('creates a connection, reads it, unlinks it and deletes it', async (test) => {
    const { session, lender } = await setUp(test);
    const { id, status, platformName, linkUrl } = await session.connect('gbol');
    assert.deepEqual([status, platformName], ['PendingAuth', 'Xero']);
    assert.ok(linkUrl?.startsWith(`${lender.baseUrl}/link/`));

    lender.simulator.authorize(id, 'Marlow Bakery');
    const linked = await session.fetchConnection(id);
    assert.deepEqual([linked.status, linked.organisation], ['Linked', 'Marlow Bakery']);

    assert.equal((await session.unlink(id)).status, 'Unlinked');
    await session.delete(id);
    assert.deepEqual((await fetchConnections(session.send)).items, []);
    assert.equal(await outcomeOf(session.fetchConnection(id)), 'missing');
  });

  it('reads a connection anew, even if it was read a moment ago', async (test) => {
    const { session, lender } = await setUp(test);
    const { id } = await session.connect('gbol');
    await fetchConnections(session.send);
    lender.simulator.authorize(id);

    assert.equal((await session.fetchConnection(id)).status, 'Linked');
  });

  it('reads every page of the connections', async (test) => {
    const { session, lender } = await setUp(test);
    for (let made = 0; made < 101; made++) await lender.addConnection('gbol');

    assert.equal(new Set((await fetchConnections(session.send)).items.map(({ id }) => id)).size, 101);
  });

  it('lists an entry once that is on two pages, as it is on the second', async (test) => {
    const platform = { key: 'gbol', name: 'Xero', enabled: true };
    const connection = { id: 'connection-1', platformName: 'Xero', status: 'PendingAuth' };
    const next = { _links: { next: { href: '?page=2' } } };
    const { fetch } = listed(
      { companyId: 'marlow', accessToken: 'token-1', expiresIn: 900 },
      { results: [connection, { ...connection, id: 'connection-2' }], ...next },
      { results: [{ ...connection, status: 'Linked' }] },
      { results: [platform], ...next },
      { results: [{ ...platform, name: 'Xero UK' }] },
    );
    const session = createSession({ tokenEndpoint: 'https://lender.test/codat/token', fetch });
    test.after(() => session.end());
    const { items } = await fetchConnections(session.send);
    assert.deepEqual(
      items.map(({ id, status }) => [id, status]),
      [
        ['connection-1', 'Linked'],
        ['connection-2', 'PendingAuth'],
      ],
    );
    const { signal } = new AbortController();
    const platforms = await fetchEnabledPlatforms(fetch, 'https://lender.test/codat/platforms', signal);
    assert.deepEqual(
      platforms.map(({ name }) => name),
      ['Xero UK'],
    );
  });

  it('counts the unreadable entries of every page of the newest list', async () => {
    const token = { companyId: 'marlow', accessToken: 'token-1', expiresIn: 900 };
    const first = { results: [7], unreadable: 1, _links: { next: { href: '?page=2' } } };
    const { fetch } = listed(token, first, { results: [null] }, { results: [] });
    const session = createSession({ tokenEndpoint: 'https://lender.test/codat/token', fetch });
    for (const count of [3, 0]) {
      await session.connections.refresh();
      assert.equal(session.unreadableConnections, count);
    }
    session.end();
  });

  it('encodes an id, so that it can’t lead to another path', async (test) => {
    const { session } = await setUp(test);

    for (const id of ['../../other', 'x/../y', '?page=2', '%2e%2e'])
      assert.equal(await outcomeOf(session.fetchConnection(id)), 'missing');
  });
});

describe('the list of platforms', () => {
  const codat = createSimulator({ origin: 'https://codat.test' });
  const withKey: Fetch = (request) =>
    codat.fetch(request, { headers: { Authorization: `Basic ${btoa(codat.apiKey)}` } });
  const { signal } = new AbortController();

  it('holds the enabled platforms of every page', async () => {
    const found = await fetchEnabledPlatforms(withKey, 'https://codat.test/integrations?pageSize=7', signal);
    const whole = await fetchEnabledPlatforms(
      withKey,
      'https://codat.test/integrations?pageSize=5000',
      signal,
    );

    assert.ok(found.length > 14);
    assert.deepEqual(found, whole);
    assert.ok(found.some(({ name }) => name === 'Xero'));
    assert.ok(!found.some(({ name }) => name === 'Workday'));
  });

  it('can come from a file, and leaves out unreadable entries', async () => {
    const good = { key: 'gbol', name: 'Xero', enabled: true };
    const { fetch } = listed({ results: [null, 7, { key: 'qhyg' }, { ...good, enabled: 'yes' }, good] });

    const [xero, ...others] = await fetchEnabledPlatforms(
      fetch,
      'https://lender.test/platforms.json',
      signal,
    );
    assert.equal(xero?.name, 'Xero');
    assert.deepEqual(others, []);
  });

  it('stops after a limit, even if each page names a next one', async () => {
    const answers = listed({ results: [], _links: { next: { href: '?page=2' } } });
    await fetchEnabledPlatforms(answers.fetch, 'https://lender.test/platforms', signal);

    assert.equal(answers.requests.length, 100);
  });

  it('rejects a response of another shape', async () => {
    for (const body of [{}, { results: 'none' }, [], 'text'])
      assert.equal(
        await outcomeOf(fetchEnabledPlatforms(listed(body).fetch, 'https://lender.test/platforms', signal)),
        'unreadable',
      );
  });
});
