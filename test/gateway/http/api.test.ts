import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codatOrigin, json, setUp, type ErrorBody } from '../set-up.js';
import { stopClock } from '../../support/clock.js';
import { until } from '../../support/until.js';

interface Page {
  results: { key: string; logoUrl: string }[];
  pageNumber: number;
  pageSize: number;
  totalResults: number;
  _links: { next?: { href: string } };
}

const hasPlatforms = (value: unknown): boolean =>
  Array.isArray((Object(value) as { results?: unknown }).results);

const keys = async (response: Response) => (await json<Page>(response)).results.map(({ key }) => key);

describe('/api', () => {
  it('lists the enabled platforms from the catalogue, a page at a time', async () => {
    const { openPage, countRequests } = await setUp();
    const own = await openPage();
    assert.deepEqual(await keys(await own.ask('/integrations')), ['pqsw', 'qhyg', 'pbtz', 'gbol']);
    const second = await json<Page>(await own.ask('/integrations?page=2&pageSize=3'));
    assert.deepEqual(
      second.results.map(({ key }) => key),
      ['gbol'],
    );
    assert.equal(second._links.next, undefined);
    const first = await json<Page>(await own.ask('/integrations?pageSize=3'));
    assert.equal(first._links.next?.href, '/integrations?page=2&pageSize=3');
    assert.equal((await json<Page>(await own.ask('/integrations?pageSize=4')))._links.next, undefined);
    assert.deepEqual([second.pageNumber, second.pageSize, second.totalResults], [2, 3, 4]);
    assert.equal(countRequests('GET', /^\/integrations$/), 1);
  });

  it('serializes the platforms once for everyone, until the catalogue changes', async (t) => {
    const { call, clock, codat, openPage } = await setUp();
    const complete = async () =>
      (await call('/platforms')).headers.get('Cache-Control')?.includes('max-age=600') === true;
    await until(complete);
    const own = await openPage();
    const first = await (await own.ask('/integrations')).text();
    const stringify = t.mock.method(JSON, 'stringify');
    for (let visit = 0; visit < 100; visit++)
      assert.equal(await (await own.ask('/integrations')).text(), first);
    const lists = stringify.mock.calls.filter(({ arguments: [value] }) => hasPlatforms(value));
    assert.equal(lists.length, 0);

    const added = { key: 'wxyz', name: 'New', enabled: true };
    codat.fetch = () => Promise.resolve(Response.json({ results: [added] }));
    clock.now += 10 * 60_000;
    await until(async () => (await keys(await own.ask('/integrations'))).join() === 'wxyz');
  });

  it('passes search and order on to Codat, and still lists only enabled platforms, with our images', async () => {
    const { openPage, call } = await setUp();
    await call('/platforms');
    const own = await openPage();
    const response = await own.ask(`/integrations?orderBy=-name&query=${encodeURIComponent('name~o')}`);
    const { results } = await json<Page>(response);
    assert.deepEqual(
      results.map(({ key }) => key),
      ['gbol', 'qhyg', 'pqsw'],
    );
    for (const { logoUrl } of results) assert.match(logoUrl, /^https:\/\/lender\.example\/codat\/assets\//);
    assert.deepEqual(await keys(await own.ask('/integrations?query=name~xero')), ['gbol']);
    assert.deepEqual(await keys(await own.ask('/integrations?orderBy=-name')), [
      'gbol',
      'pbtz',
      'qhyg',
      'pqsw',
    ]);
  });

  it('returns one platform and its branding, if it is enabled', async () => {
    const { openPage } = await setUp();
    const own = await openPage();
    assert.equal((await json<{ name: string }>(await own.ask('/integrations/gbol'))).name, 'Xero');
    const branding = await (await own.ask('/integrations/qhyg/branding')).text();
    assert.match(branding, /"hover":\{"image":\{"src":"https:\/\/lender\.example\/codat\/assets\//);
    assert.doesNotMatch(branding, new RegExp(codatOrigin));
    for (const path of ['/integrations/rvam', '/integrations/zzzz', '/integrations/zzzz/branding']) {
      assert.equal((await own.ask(path)).status, 404, path);
    }
  });

  it('returns the sync’s progress', async () => {
    const { openPage, company, clock, signIn } = await setUp();
    const own = await openPage();
    await signIn((await own.connect('gbol')).linkUrl, 'allow');
    const status = await json<Record<string, { currentStatus: string }>>(
      await own.ask(`/companies/${company}/dataStatus`),
    );
    assert.ok(Object.keys(status).length > 3);
    clock.now += 600_000;
    const history = await json<{ results: { status: string; errorMessage?: string }[] }>(
      await own.ask(`/companies/${company}/data/history?pageSize=500`),
    );
    assert.ok(history.results.some((pull) => pull.status === 'Complete'));
    assert.ok(history.results.every((pull) => !('errorMessage' in pull)));
  });

  it('refuses Codat’s access token to pages', async () => {
    const { openPage, company, countRequests } = await setUp();
    const own = await openPage();
    const response = await own.ask(`/companies/${company}/accessToken`);
    assert.equal(response.status, 403);
    assert.match((await json<ErrorBody>(response)).error, /access token/);
    assert.equal(countRequests('GET', /accessToken/), 0);
  });

  it('opens no other path of Codat’s, however it is written', async () => {
    const { openPage, company, call, simulator, tokenFor } = await setUp();
    const own = await openPage();
    const before = simulator.requests.length;
    const connections = `/companies/${company}/connections`;
    const paths = [
      '/companies',
      `/companies/${company}`,
      `/companies/${company}/data/all`,
      `${connections}/..`,
      `${connections}/%2e%2e`,
      `${connections}/..%2f..`,
      `${connections}/%2e%2e%2f%2e%2e`,
      `${connections}/..%5c..`,
      `${connections}/%252e%252e`,
      `/${connections}`,
      connections.replace('/connections', '//connections'),
      `${connections}/not-an-id`,
      `${connections}/${company}/authorization`,
      `${connections}%00`,
      '/integrations/..%2fcompanies',
      '/integrations/%E0%A4%A',
      '/profile',
      '',
      '/',
    ];
    for (const path of paths) assert.equal((await own.ask(path)).status, 404, path);
    const token = await tokenFor();
    assert.equal((await call(`/api/../../companies`, { token })).status, 404);
    assert.equal((await call(`//api/integrations`, { token })).status, 404);
    assert.deepEqual(
      simulator.requests.slice(before).filter(({ path }) => !/^\/(integrations|public)/.test(path)),
      [],
    );
  });

  it('accepts only valid parameters of Codat’s lists', async () => {
    const { openPage, company } = await setUp();
    const own = await openPage();
    const bad = [
      'page=0',
      'page=-1',
      'page=x',
      'pageSize=0',
      'pageSize=5001',
      'orderBy=name;drop',
      'orderBy=',
      `query=${'x'.repeat(2048)}`,
    ];
    for (const list of [
      '/integrations',
      `/companies/${company}/connections`,
      `/companies/${company}/data/history`,
    ]) {
      for (const query of bad) assert.equal((await own.ask(`${list}?${query}`)).status, 400, query);
      assert.equal((await own.ask(`${list}?pageSize=5000&callback=x`)).status, 200);
    }
  });

  it('reports an invalid query in the gateway’s own words', async () => {
    const { openPage, company } = await setUp();
    const own = await openPage();
    const response = await own.ask(`/companies/${company}/connections?query=nonsense`);
    assert.equal(response.status, 400);
    const refused = await json<ErrorBody>(response);
    assert.equal(refused.service, 'connect-elements');
    assert.equal(refused.error, 'Codat could not make sense of this request.');
  });

  it('answers a company’s last fifty queries from its cache, and calls Codat for older ones', async () => {
    const { countRequests, company, linkOne, openPage } = await setUp();
    await linkOne();
    const own = await openPage();
    const history = /\/data\/history$/;
    const send = (page: number) => own.ask(`/companies/${company}/data/history?page=${page}`);
    for (let page = 1; page <= 60; page++) await send(page);
    await send(60);
    await send(11);
    assert.equal(countRequests('GET', history), 60);
    await send(1);
    assert.equal(countRequests('GET', history), 61);
  });

  it('calls Codat again after the clock was set back', async () => {
    const { countRequests, clock, openPage } = await setUp();
    await (await openPage()).list();
    clock.now -= 3_600_000;
    const own = await openPage();
    await own.list();
    assert.equal(countRequests('GET', /\/connections$/), 1);
    clock.now += 10_000;
    await own.list();
    assert.equal(countRequests('GET', /\/connections$/), 2);
  });

  it('refuses bodies that are missing, malformed, of another shape, or too long', async () => {
    const { openPage, company, countRequests } = await setUp();
    const own = await openPage();
    const list = `/companies/${company}/connections`;
    const { id } = await own.connect('gbol');
    const bad: [method: string, path: string, body: string | undefined, status: number][] = [
      ['POST', list, undefined, 400],
      ['POST', list, '', 400],
      ['POST', list, '{"platformKey":', 400],
      ['POST', list, 'null', 400],
      ['POST', list, '{"platformKey":7}', 400],
      ['POST', list, JSON.stringify({ platformKey: 'gbol', padding: 'x'.repeat(5000) }), 413],
      ['PATCH', `${list}/${id}`, '{"status":"Linked"}', 400],
      ['PATCH', `${list}/${id}`, '{"status":"Unlinked","also":1}', 400],
      ['PATCH', `${list}/${id}`, '[]', 400],
    ];
    for (const [method, path, body, status] of bad) {
      const response = await own.ask(path, { method, ...(body !== undefined && { body }) });
      assert.equal(response.status, status, `${method} ${body ?? ''}`);
    }
    assert.equal(countRequests('POST', /connections$/), 1);
    assert.equal(countRequests('PATCH', /./), 0);
  });

  it('stops reading a body that never ends', async () => {
    const { gateway, company, tokenFor } = await setUp();
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { Authorization: `Bearer ${await tokenFor()}` },
    };
    const url = `https://lender.example/codat/api/companies/${company}/connections`;
    assert.equal((await gateway.fetch(new Request(url, init))).status, 413);
    assert.ok(sent < 1_100_000);
  });

  it('gives a body ten seconds to arrive', async (t) => {
    const { gateway, company, tokenFor } = await setUp();
    const token = await tokenFor();
    const clock = stopClock(t);
    let cancelled = false;
    let isAwaited = (): void => undefined;
    const awaited = new Promise<void>((resolve) => (isAwaited = resolve));
    const body = new ReadableStream(
      {
        // Sends nothing, and never ends.
        pull: () => {
          isAwaited();
          return new Promise(() => undefined);
        },
        cancel: () => void (cancelled = true),
      },
      { highWaterMark: 0 },
    );
    const init = { method: 'POST', body, duplex: 'half', headers: { Authorization: `Bearer ${token}` } };
    const url = `https://lender.example/codat/api/companies/${company}/connections`;
    let isAnswered = false;
    const answered = gateway.fetch(new Request(url, init)).finally(() => (isAnswered = true));
    await awaited;
    clock.tick(9_999);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(isAnswered, false);
    clock.tick(1);
    const response = await answered;
    assert.equal(response.status, 408);
    assert.ok(cancelled);
  });

  it('survives a body that breaks off', async (t) => {
    const log = t.mock.method(console, 'error', () => undefined);
    const { gateway, company, tokenFor } = await setUp();
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('aborted')) });
    const headers = { Authorization: `Bearer ${await tokenFor()}` };
    const url = `https://lender.example/codat/api/companies/${company}/connections`;
    const init = { method: 'POST', body, duplex: 'half', headers };
    assert.equal((await gateway.fetch(new Request(url, init))).status, 400);
    assert.equal(log.mock.callCount(), 0);
  });

  it('returns the allowed methods of a path', async () => {
    const { call, openPage, company } = await setUp();
    const own = await openPage();
    const put = await own.ask(`/companies/${company}/connections`, { method: 'PUT', body: '{}' });
    assert.equal(put.status, 405);
    assert.equal(put.headers.get('Allow'), 'GET, POST, HEAD, OPTIONS');
    assert.equal((await call('/token')).headers.get('Allow'), 'POST, OPTIONS');
    assert.equal((await call('/token', { method: 'HEAD' })).status, 405);
    const options = await call('/platforms', { method: 'OPTIONS' });
    assert.deepEqual([options.status, options.headers.get('Allow')], [204, 'GET, HEAD, OPTIONS']);
    const head = await call('/health', { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
  });
});
