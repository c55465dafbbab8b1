import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Lender } from './lender.js';

describe('a fault of the simulated Codat', () => {
  it('refuses the given number of requests, with the given Retry-After', async () => {
    const lender = new Lender();
    lender.codat.faults.add({ times: 2, trouble: { is: 'refused', status: 429, retryAfter: 7 } });
    const first = await lender.send('GET', '/integrations');
    assert.deepEqual([first.status, first.headers.get('Retry-After')], [429, '7']);
    assert.equal((await lender.ask('GET', '/integrations')).error, 'Too many requests');
    assert.equal((await lender.send('GET', '/integrations')).status, 200);
  });

  it('applies to the given method and path, until it is removed', async () => {
    const lender = new Lender();
    const { home } = await lender.connect();
    const restore = lender.codat.faults.add({
      method: 'GET',
      path: '/companies/*/connections',
      trouble: { is: 'refused', status: 500 },
    });
    assert.equal((await lender.send('GET', `${home}/connections`)).status, 500);
    assert.equal((await lender.send('GET', `${home}/connections`)).status, 500);
    assert.equal((await lender.send('GET', home)).status, 200);
    assert.equal((await lender.send('POST', `${home}/connections`, { platformKey: 'gbol' })).status, 200);
    restore();
    assert.equal((await lender.send('GET', `${home}/connections`)).status, 200);
  });

  it('applies to a random fraction of the requests it matches', async (test) => {
    const lender = new Lender();
    lender.codat.faults.add({ chance: 0.05, trouble: { is: 'refused', status: 500 } });
    const chances = test.mock.method(Math, 'random', () => 0.05);
    assert.equal((await lender.send('GET', '/integrations')).status, 200);
    chances.mock.mockImplementation(() => 0.049);
    assert.equal((await lender.send('GET', '/integrations')).status, 500);
  });

  it('can be an HTML page, truncated JSON, or both', async () => {
    const lender = new Lender();
    lender.codat.faults.add({ path: /^\/integrations$/, trouble: { is: 'html' } });
    const page = await lender.send('GET', '/integrations');
    assert.deepEqual([page.status, page.headers.get('Content-Type')], [502, 'text/html']);

    lender.codat.faults.clear();
    lender.codat.faults.add({ times: 1, trouble: { is: 'malformed' } });
    await assert.rejects(lender.ask('GET', '/integrations'), SyntaxError);
    assert.equal((await lender.send('GET', '/integrations')).status, 200);
  });

  it('breaks the connection before the request takes effect, or after', async () => {
    const lender = new Lender();
    const { home } = await lender.connect();
    const create = () => lender.send('POST', `${home}/connections`, { platformKey: 'qhyg' });
    const count = async () => (await lender.ask('GET', `${home}/connections`)).totalResults;

    lender.codat.faults.add({ times: 1, trouble: { is: 'reset' } });
    await assert.rejects(create(), TypeError);
    assert.equal(await count(), 1);

    lender.codat.faults.add({ times: 1, trouble: { is: 'lost' } });
    await assert.rejects(create(), TypeError);
    assert.equal(await count(), 2);
  });

  it('delays a response, unless the caller aborts first', async () => {
    const { codat } = new Lender();
    const { signal, abort } = (() => {
      const controller = new AbortController();
      return { signal: controller.signal, abort: () => controller.abort() };
    })();
    codat.faults.add({ times: 1, trouble: { is: 'slow', ms: 60_000 } });
    const requested = codat.fetch(`${codat.origin}/integrations`, { signal });
    abort();
    await assert.rejects(requested, { name: 'AbortError' });

    codat.faults.add({ times: 1, trouble: { is: 'slow', ms: 1 } });
    assert.equal((await codat.fetch(`${codat.origin}/public/platforms/gbol.svg`)).status, 200);
  });
});

describe('the daily quota of the simulated Codat', () => {
  it('is a thousand calls, and a thousand more with each company that is linked', async () => {
    const lender = new Lender();
    const read = async (name: string) => (await lender.send('GET', '/profile')).headers.get(name);
    assert.equal(await read('X-Rate-Limit-Limit'), '1000');
    assert.equal(await read('X-Rate-Limit-Remaining'), '998');
    assert.equal(await read('X-Rate-Limit-Reset'), String(Date.parse('2026-03-05T00:00:00Z') / 1000));
    await lender.link();
    assert.equal(await read('X-Rate-Limit-Limit'), '2000');
  });

  it('refuses callers when it is used up, until midnight UTC', async () => {
    const { codat } = new Lender();
    const lender = new Lender({ state: { ...codat.snapshot(), quota: { day: 20_516, used: 999 } } });
    assert.equal((await lender.send('GET', '/profile')).status, 200);
    const spent = await lender.send('GET', '/profile');
    assert.deepEqual([spent.status, spent.headers.get('Retry-After')], [429, String(15 * 60 * 60)]);
    lender.pass(15 * 60 * 60);
    assert.equal((await lender.send('GET', '/profile')).status, 200);
  });

  it('is not used up by a wrong key, by images, or by people signing in', async () => {
    const lender = new Lender();
    const { connection } = await lender.connect();
    const { used } = lender.codat.snapshot().quota;
    await lender.codat.fetch(`${lender.codat.origin}/integrations`);
    await lender.codat.fetch(`${lender.codat.origin}/public/platforms/gbol.svg`);
    await lender.codat.fetch(connection.linkUrl);
    assert.equal(lender.codat.snapshot().quota.used, used);
  });
});

describe('the simulator’s request log', () => {
  it('has method, path and status, without the query’s contents', async () => {
    const lender = new Lender();
    const { connection } = await lender.connect();
    await lender.codat.fetch(connection.linkUrl);
    lender.codat.faults.add({ trouble: { is: 'reset' } });
    await assert.rejects(lender.send('GET', '/profile'));

    const [, , opened, broken] = lender.codat.requests;
    assert.deepEqual(opened, { method: 'GET', path: new URL(connection.linkUrl).pathname, status: 200 });
    assert.deepEqual(broken, { method: 'GET', path: '/profile' });
    assert.doesNotMatch(JSON.stringify(lender.codat.requests), /otp/);
  });

  it('keeps the last thousand requests', async () => {
    const { codat } = new Lender();
    for (let count = 0; count < 1001; count += 1)
      await codat.fetch(`${codat.origin}/public/sign-in.css?${count}`);
    assert.equal(codat.requests.length, 1000);
  });
});

describe('a snapshot', () => {
  it('survives JSON, and a simulator can start from it', async () => {
    const lender = new Lender();
    const { connection, path } = await lender.link();
    const text = JSON.stringify(lender.codat.snapshot());
    const later = new Lender({ state: JSON.parse(text) as ReturnType<typeof lender.codat.snapshot> });

    assert.equal((await later.ask('GET', path)).status, 'Linked');
    assert.equal((await later.codat.fetch(connection.linkUrl)).status, 200);
    later.pass(20);
    assert.ok((await later.ask('GET', path)).lastSync);
    assert.equal((await lender.ask('GET', path)).lastSync, undefined);
  });
});
