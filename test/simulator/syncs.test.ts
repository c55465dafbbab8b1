import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { platforms, syncDurationMs } from '../../src/simulator/index.js';
import { Lender } from './lender.js';

const history = async (lender: Lender, home: string) =>
  (await lender.ask('GET', `${home}/data/history`)).results;

describe('a sync in the simulated Codat', () => {
  it('goes from queued to complete as time passes, one type after the other, with growing progress', async () => {
    const lender = new Lender();
    const { home } = await lender.link();
    const seen: string[] = [];
    let before = -1;
    for (let second = 0; second <= syncDurationMs / 1000; second += 1) {
      const [company] = await history(lender, home);
      assert.ok(company && company.progress >= before && Number.isInteger(company.progress));
      before = company.progress;
      if (seen.at(-1) !== company.status) seen.push(company.status);
      lender.pass(1);
    }
    assert.deepEqual(seen.slice(0, 2), ['Queued', 'Fetching']);
    assert.ok(seen.includes('Mapping'));
    assert.equal(seen.at(-1), 'Complete');
  });

  it('finishes after twenty seconds, except types that the platform does not have', async () => {
    const lender = new Lender();
    const { home } = await lender.link();
    lender.pass(syncDurationMs / 1000 - 1);
    assert.ok((await history(lender, home)).some(({ status }) => status === 'Validating'));
    lender.pass(1);
    const pulls = await history(lender, home);
    assert.deepEqual(
      pulls.filter(({ isCompleted }) => !isCompleted).map(({ dataType, status }) => `${dataType} ${status}`),
      ['itemReceipts NotSupported'],
    );
    assert.ok(pulls.every(({ isErrored }) => !isErrored));
  });

  it('updates the time of the last sync as types complete', async () => {
    const lender = new Lender();
    const { path } = await lender.link();
    assert.equal((await lender.ask('GET', path)).lastSync, undefined);
    lender.pass(10);
    const { lastSync: early = '' } = await lender.ask('GET', path);
    lender.pass(10);
    const { lastSync: late = '' } = await lender.ask('GET', path);
    assert.ok(early !== '' && early < late);
    assert.equal(late, '2026-03-04T09:00:20.000');
  });

  it('is empty for a connection nobody signed in to', async () => {
    const lender = new Lender();
    const { home } = await lender.connect();
    assert.deepEqual(await lender.ask('GET', `${home}/dataStatus`), {});
    assert.deepEqual(await history(lender, home), []);
  });

  it('waits for the computer of an offline platform', async () => {
    const lender = new Lender();
    const { home, connection } = await lender.link('hbql');
    lender.pass(24 * 60 * 60);
    const reads = (await history(lender, home)).filter(({ status }) => status !== 'NotSupported');
    assert.ok(reads.length > 0 && reads.every(({ status }) => status === 'Queued'));

    lender.codat.wake(connection.id);
    lender.pass(20);
    assert.equal((await history(lender, home))[0]?.status, 'Complete');
  });

  it('belongs to one connection', async () => {
    const lender = new Lender();
    const { home, connection } = await lender.link('suuo');
    const other = await lender.ask('POST', `${home}/connections`, { platformKey: 'qhnd' });
    lender.codat.authorize(other.id);
    const { results, totalResults } = await lender.find(`${home}/data/history`, {
      query: `connectionId=${connection.id}&&status!=NotSupported`,
      pageSize: '2',
    });
    assert.deepEqual([results.length, totalResults], [2, 3]);
  });

  it('stops when the connection is unlinked, and starts again when it is linked', async () => {
    const lender = new Lender();
    const { home, path, connection } = await lender.link();
    lender.pass(10);
    await lender.ask('PATCH', path, { status: 'Unlinked' });
    lender.pass(60);
    const statuses = new Set((await history(lender, home)).map(({ status }) => status));
    assert.deepEqual(statuses, new Set(['Complete', 'Cancelled', 'NotSupported']));

    lender.codat.authorize(connection.id);
    const { results } = await lender.find(`${home}/data/history`, { query: 'dataType=profitAndLoss' });
    assert.deepEqual(
      results.map(({ status }) => status),
      ['Cancelled', 'Queued'],
    );
  });

  it('keeps the last successful sync beside a failure', async () => {
    const lender = new Lender();
    const { home, connection } = await lender.link();
    lender.pass(20);
    await lender.send('POST', `${home}/data/all`);
    lender.codat.endPull(connection.id, 'invoices', 'FetchError');
    const { invoices } = (await lender.ask('GET', `${home}/dataStatus`)) as unknown as Record<
      string,
      Record<string, string>
    >;
    assert.equal(invoices?.['currentStatus'], 'FetchError');
    assert.ok(invoices['lastSuccessfulSync']);
    assert.notEqual(invoices['latestSyncId'], invoices['latestSuccessfulSyncId']);
  });

  it('does not start twice for a type that is being synced', async () => {
    const lender = new Lender();
    const { home } = await lender.link();
    const before = (await history(lender, home)).filter(({ status }) => status !== 'NotSupported').length;
    assert.equal((await lender.send('POST', `${home}/data/all`)).status, 204);
    const after = (await history(lender, home)).filter(({ status }) => status !== 'NotSupported').length;
    assert.equal(after, before);
  });

  it('rejects unknown data types, and is not found for an unknown connection', async () => {
    const lender = new Lender();
    const { home } = await lender.link();
    const { error } = await lender.find(`${home}/data/history`, { query: 'isCompleted=true' });
    assert.equal(error, 'Error parsing query - Could not resolve property isCompleted on Dataset');
    assert.equal((await lender.send('GET', `${home}/data/history/${crypto.randomUUID()}`)).status, 404);
  });

  it('has data for every platform a person can pick', async () => {
    const lender = new Lender();
    for (const { key, sourceType, enabled } of platforms) {
      if (enabled === false || sourceType === 'BankFeed') continue;
      const { home } = await lender.link(key);
      assert.ok((await history(lender, home)).length >= 4, key);
    }
  });
});
