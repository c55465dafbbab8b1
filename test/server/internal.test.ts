import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { createHealthAndMetricsReader } from '../../src/server/operations/health-and-metrics-reader.js';
import { Metrics } from '../../src/server/operations/metrics.js';
import { identities, secrets, setUpServer, type Headers, type ServerSetUp } from './set-up.js';

const key = { Authorization: `Bearer ${secrets.internal}` };

describe('the internal port', () => {
  let at: ServerSetUp;
  before(async () => (at = await setUpServer(identities.ask)));
  after(() => at.server.stop());

  const put = (reference: string, headers: Headers = key, body?: string) =>
    at.inside(`/companies/${reference}`, { method: 'PUT', headers, ...(body !== undefined && { body }) });

  it('finds or creates the company of a reference, the same one each time', async () => {
    const first = await put('customer-1', key, '{"description":"Bracken Bakery"}');
    const again = await put('customer-1');

    assert.equal(first.status, 200);
    assert.deepEqual(await again.json(), await first.json());
    const made = at.simulator.requests.filter(
      ({ method, path }) => method === 'POST' && path === '/companies',
    );
    assert.equal(made.length, 1);
  });

  it('takes a request without a body, as curl sends it', async () => {
    const { hostname, port } = new URL(at.server.internalUrl);
    const socket = connect(Number(port), hostname);
    const sent = Object.entries({ Host: 'internal', Connection: 'close', ...key });
    const head = ['PUT /companies/customer-1 HTTP/1.1', ...sent.map((pair) => pair.join(': '))];
    socket.end(`${head.join('\r\n')}\r\n\r\n`);
    assert.match(await text(socket), /^HTTP\/1\.1 200 .*\{"companyId":"[\da-f-]{36}"\}/s);
  });

  it('refuses a wrong reference and a wrong body', async () => {
    assert.equal((await put('..%2Fx')).status, 400);
    assert.equal((await put('x'.repeat(101))).status, 400);
    assert.equal((await put('customer-1', key, '[')).status, 400);
    assert.equal(
      (await put('customer-1', key, JSON.stringify({ description: 'x'.repeat(5_000) }))).status,
      413,
    );
  });

  it('forgets a company by its reference or by Codat’s id, and says what remains', async () => {
    const { companyId } = (await (await put('customer-5')).json()) as { companyId: string };
    const remove = (name: string) => at.inside(`/companies/${name}`, { method: 'DELETE', headers: key });
    const answer = await remove('customer-5');

    assert.equal(answer.status, 200);
    const body = (await answer.json()) as { companyId: string; shareLinks: number; remains: string[] };
    assert.deepEqual([body.companyId, body.shareLinks], [companyId, 0]);
    assert.match(
      body.remains.join('\n'),
      /^At Codat: .* DELETE \/companies\/.* of Codat’s API erases them\.$/m,
    );
    assert.equal((await remove(companyId)).status, 200);
    assert.equal((await remove('customer-6')).status, 404);
    assert.equal((await remove('..%2Fx')).status, 400);
    assert.ok(!JSON.stringify(at.simulator.snapshot()).includes('customer-6'));
  });

  it('makes companies for nobody without the key', async () => {
    for (const headers of [{}, { Authorization: 'Bearer x' }, { Authorization: `Basic ${secrets.internal}` }])
      assert.equal((await put('customer-9', headers)).status, 401);
    const off = await setUpServer({ ...identities.ask, INTERNAL_KEY: '' });
    const { status } = await off.inside('/companies/customer-9', { method: 'PUT', headers: key });
    await off.server.stop();

    assert.equal(status, 403);
    assert.ok(!JSON.stringify(at.simulator.snapshot()).includes('customer-9'));
  });

  it('answers no browser, and the public port has none of it', async () => {
    for (const headers of [{ Origin: 'https://lender.example' }, { 'Sec-Fetch-Site': 'none' }]) {
      assert.equal((await put('customer-1', { ...key, ...headers })).status, 403);
      assert.equal((await at.inside('/metrics', { headers })).status, 403);
    }
    for (const path of ['/livez', '/readyz', '/metrics', '/companies/customer-1'])
      assert.equal((await at.call(path, { headers: key })).status, 404, path);
  });

  it('says that it lives and is ready, and counts for Prometheus', async () => {
    at.app.sessions.set('session=mine', { reference: 'customer-1' });
    await at.tokenOf({ Cookie: 'session=mine' });
    assert.equal((await at.inside('/livez')).status, 200);
    assert.deepEqual(await (await at.inside('/readyz')).json(), { status: 'ok', store: 'ok' });
    const text = await at.metrics();

    for (const line of [
      /^codat_gateway_requests_total\{route="\/token",method="POST",status="200"\} 1$/m,
      /^codat_gateway_request_seconds_bucket\{route="\/token",le="\+Inf"\} 1$/m,
      /^codat_gateway_codat_calls_total\{endpoint="companies",status="200"\} \d+$/m,
      /^codat_gateway_identity_questions_total\{outcome="known"\} \d+$/m,
      /^codat_gateway_store_up 1$/m,
      /^codat_gateway_bus_up 1$/m,
      /^codat_gateway_ready 1$/m,
      /^codat_gateway_open_streams 0$/m,
      /^codat_gateway_event_loop_lag_seconds [\d.e-]+$/m,
    ])
      assert.match(text, line);
    for (const line of text.trim().split('\n'))
      assert.match(line, /^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{(?:\w+="[^"\\]*",?)+\})? -?[\d.e+-]+)$/);
  });

  it('says of several brands what is true of the worst, in any order', async (t) => {
    const healthOf = async (...stores: readonly string[]) => {
      const reader = createHealthAndMetricsReader({
        metrics: new Metrics(),
        isReady: () => true,
        brands: stores.map((store) => ({
          baseUrl: new URL('https://lender.example/codat'),
          gateway: {
            fetch: () =>
              Promise.resolve(Response.json({ status: store === 'ok' ? 'ok' : 'degraded', store })),
          },
          metrics: new Metrics(),
        })),
      });
      t.after(() => reader.stop());
      return reader.health();
    };

    assert.deepEqual(await healthOf('ok', 'ok'), { status: 'ok', store: 'ok' });
    assert.deepEqual(await healthOf('ok', 'read-only'), { status: 'degraded', store: 'read-only' });
    for (const stores of [
      ['read-only', 'away', 'ok'],
      ['away', 'ok', 'read-only'],
    ])
      assert.deepEqual(await healthOf(...stores), { status: 'degraded', store: 'away' });
  });

  it('looks a forgotten reference up again, instead of remembering its company', async () => {
    at.app.sessions.set('session=five', { reference: 'customer-5' });
    const { companyId } = await at.tokenOf({ Cookie: 'session=five' });
    await at.inside('/companies/customer-5', { method: 'DELETE', headers: key });
    const headers = { Authorization: `Basic ${btoa(at.simulator.apiKey)}` };
    await at.simulator.fetch(`${at.simulator.origin}/companies/${companyId}`, { method: 'DELETE', headers });

    assert.notEqual((await at.tokenOf({ Cookie: 'session=five' })).companyId, companyId);
  });

  it('looks a reference up again once Codat has its company no more, where its pages found nothing for a day', async () => {
    const own = { Cookie: 'session=six' };
    at.app.sessions.set(own.Cookie, { reference: 'customer-6' });
    const atCodat = (path: string, init: RequestInit) =>
      at.simulator.fetch(`${at.simulator.origin}/companies${path}`, {
        headers: { Authorization: `Basic ${btoa(at.simulator.apiKey)}` },
        ...init,
      });
    await atCodat('', { method: 'POST', body: '{"name":"customer-6","tags":{"uid":"customer-6"}}' });
    const { companyId, accessToken } = await at.tokenOf(own);
    await atCodat(`/${companyId}`, { method: 'DELETE' });

    const mine = { ...own, Authorization: `Bearer ${accessToken}` };
    const list = `/api/companies/${companyId}/connections`;
    assert.equal((await at.call(list, { headers: mine })).status, 404);
    assert.notEqual((await at.tokenOf(own)).companyId, companyId);
  });
});
