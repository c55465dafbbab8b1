import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Lender } from './lender.js';

describe('a connection in the simulated Codat', () => {
  it('is pending until someone signs in', async () => {
    const { connection } = await new Lender().connect();
    assert.deepEqual([connection.status, connection.platformName], ['PendingAuth', 'Xero']);
    assert.equal(connection.lastSync, undefined);
  });

  it('carries a new link each time it is read', async () => {
    const lender = new Lender();
    const { connection, path, home } = await lender.connect();
    const reads = [
      connection,
      await lender.ask('GET', path),
      await lender.ask('GET', path),
      (await lender.ask('GET', `${home}/connections`)).results[0],
      (await lender.ask('GET', home)).dataConnections[0],
    ];
    assert.equal(new Set(reads.map((read) => read?.linkUrl)).size, reads.length);
  });

  it('is unlinked, once, and reconnected', async () => {
    const lender = new Lender();
    const { connection, path } = await lender.link();
    assert.equal((await lender.ask('PATCH', path, { status: 'Unlinked' })).status, 'Unlinked');
    assert.equal((await lender.send('PATCH', path, { status: 'Unlinked' })).status, 400);

    lender.codat.authorize(connection.id, 'Another Ltd');
    const again = await lender.ask('GET', path);
    assert.deepEqual([again.status, again.connectionInfo], ['Linked', { companyName: 'Another Ltd' }]);
  });

  it('is deauthorized when the platform withdraws access', async () => {
    const lender = new Lender();
    const { connection, path, home } = await lender.link();
    lender.pass(5);
    lender.codat.deauthorize(connection.id);
    assert.equal((await lender.ask('GET', path)).status, 'Deauthorized');
    const { results } = await lender.find(`${home}/data/history`, { query: 'dataType=invoices' });
    assert.equal(results[0]?.status, 'AuthError');
  });

  it('can exist beside another of the same kind, as Codat allows', async () => {
    const lender = new Lender();
    const { home } = await lender.link('gbol');
    assert.equal((await lender.send('POST', `${home}/connections`, { platformKey: 'qhyg' })).status, 200);
    const { results } = await lender.find(`${home}/connections`, { query: 'status=PendingAuth' });
    assert.deepEqual(
      results.map(({ platformName }) => platformName),
      ['QuickBooks Online'],
    );
  });

  it('is gone once deleted', async () => {
    const lender = new Lender();
    const { path, home } = await lender.link();
    const deleted = await lender.send('DELETE', path);
    assert.deepEqual([deleted.status, await deleted.text()], [200, '']);
    assert.equal((await lender.send('GET', path)).status, 404);
    assert.equal((await lender.ask('GET', `${home}/connections`)).totalResults, 0);
  });

  it("can't be read through another company", async () => {
    const lender = new Lender();
    const { connection } = await lender.link();
    const { home } = await lender.connect();
    const path = `${home}/connections/${connection.id}`;
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const body = method === 'PATCH' ? { status: 'Unlinked' } : undefined;
      assert.equal((await lender.send(method, path, body)).status, 404);
    }
    assert.equal(lender.codat.snapshot().companies[0]?.connections[0]?.status, 'Linked');
  });

  it('is refused for an unknown company, an unknown platform, and a disabled platform', async () => {
    const lender = new Lender();
    const { home } = await lender.connect();
    const status = async (path: string, body: unknown) => (await lender.send('POST', path, body)).status;
    assert.equal(await status(`/companies/${crypto.randomUUID()}/connections`, { platformKey: 'gbol' }), 404);
    assert.equal(await status(`${home}/connections`, { platformKey: 'zzzz' }), 404);
    assert.equal(await status(`${home}/connections`, { platformKey: 'rvam' }), 400);
    assert.equal(await status(`${home}/connections`, {}), 400);
    assert.equal(await status(`${home}/connections`, 'gbol'), 400);
    assert.equal((await lender.ask('GET', `${home}/connections`)).totalResults, 1);
  });

  it('is updated by no status but Unlinked', async () => {
    const lender = new Lender();
    const { path } = await lender.link();
    for (const status of ['Linked', 'PendingAuth', 'Deauthorized', null, 7]) {
      assert.equal((await lender.send('PATCH', path, { status })).status, 400);
    }
    assert.equal((await lender.ask('GET', path)).status, 'Linked');
  });
});

describe('an error of the simulated Codat', () => {
  it('has the body and the correlation id of a real one', async () => {
    const answer = await new Lender().ask('GET', '/companies/nobody');
    assert.match(answer.correlationId, /^[0-9a-f]{32}$/);
    assert.deepEqual(
      { ...answer, correlationId: '' },
      {
        statusCode: 404,
        service: 'PublicApi',
        error: 'No company was found with ID nobody',
        correlationId: '',
        canBeRetried: 'Unknown',
        detailedErrorCode: 0,
      },
    );
  });

  it('is 401 for a wrong key and for none, before it is 404', async () => {
    const { codat } = new Lender();
    for (const headers of [{}, { Authorization: 'Basic bm8=' }, { Authorization: 'Bearer simulator' }]) {
      for (const path of ['/integrations', '/companies/nobody', '/nowhere']) {
        assert.equal((await codat.fetch(codat.origin + path, { headers })).status, 401);
      }
    }
  });

  it('is 405 where another method would work, and 404 where nothing exists', async () => {
    const lender = new Lender();
    assert.equal((await lender.send('DELETE', '/integrations')).status, 405);
    assert.equal((await lender.send('GET', '/nowhere')).status, 404);
  });
});
