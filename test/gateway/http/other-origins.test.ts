import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { json, setUp } from '../set-up.js';

const app = 'https://app.lender.example';
const fromApp = { Origin: app, 'Sec-Fetch-Site': 'same-site' };

/** The headers a browser checks before it lets a page of another origin read a response. */
const cors = ({ headers }: Response) => ({
  origin: headers.get('Access-Control-Allow-Origin'),
  credentials: headers.get('Access-Control-Allow-Credentials'),
  vary: headers.get('Vary'),
});
const shown = { origin: app, credentials: 'true', vary: 'Origin' };

/** A lender whose pages are on one origin and whose gateway is on another. */
const split = () => setUp({ allowedOrigins: [app, 'https://lender-app.example'] });

describe('pages of another origin that the host allows', () => {
  it('get a token, use it, and can read refusals too', async () => {
    const { call, company, visitor } = await split();
    const minted = await call('/token', { method: 'POST', headers: fromApp });
    assert.deepEqual(cors(minted), shown);
    const { accessToken: token } = await json<{ accessToken: string }>(minted);
    const connections = `/api/companies/${company}/connections`;

    // Their calls carry no cookies.
    visitor.company = null;
    const read = await call(connections, { token, headers: fromApp });
    assert.deepEqual([read.status, cors(read)], [200, shown]);
    const refused = await call('/api/companies', { token, headers: fromApp });
    assert.deepEqual([refused.status, cors(refused)], [404, shown]);
    assert.equal(refused.headers.get('Access-Control-Expose-Headers'), 'Retry-After');
    const body = JSON.stringify({ platformKey: 'gbol' });
    const begun = await call(connections, { method: 'POST', token, headers: fromApp, body });
    assert.deepEqual([begun.status, cors(begun)], [200, shown]);
  });

  it('may be an app’s web view, whose origin has a scheme of its own', async () => {
    // What Capacitor and Ionic give an app on iOS; on Android it is https://localhost.
    for (const Origin of [
      'capacitor://localhost',
      'ionic://localhost',
      'lender-app://app.lender.example:8100',
    ]) {
      const { call } = await setUp({ allowedOrigins: [Origin] });
      const headers = { Origin, 'Sec-Fetch-Site': 'cross-site' };
      const minted = await call('/token', { method: 'POST', headers });
      assert.deepEqual([minted.status, cors(minted)], [200, { ...shown, origin: Origin }]);
      for (const other of ['null', `${Origin}.evil.example`, 'capacitor://evil', 'https://localhost']) {
        const refused = await call('/token', { method: 'POST', headers: { ...headers, Origin: other } });
        assert.deepEqual([refused.status, cors(refused).origin], [403, null], other);
      }
    }
  });

  it('get the allowed methods and headers in a preflight', async () => {
    const { call, company } = await split();
    for (const [path, method] of [
      ['/token', 'POST'],
      [`/api/companies/${company}/connections`, 'GET'],
      [`/api/companies/${company}/connections/${company}`, 'PATCH'],
      [`/shares/${company}`, 'DELETE'],
    ] as const) {
      const headers = {
        ...fromApp,
        'Access-Control-Request-Method': method,
        'Access-Control-Request-Headers': 'authorization,cache-control,content-type',
      };
      const response = await call(path, { method: 'OPTIONS', headers });
      assert.equal(response.status, 204);
      assert.equal(cors(response).origin, app);
      assert.match(response.headers.get('Access-Control-Allow-Methods') ?? '', new RegExp(method));
      assert.equal(
        response.headers.get('Access-Control-Allow-Headers'),
        'authorization,cache-control,content-type',
      );
    }
  });

  it('may be of another site altogether', async () => {
    const { call } = await split();
    const headers = { Origin: 'https://lender-app.example', 'Sec-Fetch-Site': 'cross-site' };
    const response = await call('/token', { method: 'POST', headers });
    assert.deepEqual([response.status, cors(response).origin], [200, 'https://lender-app.example']);
  });

  it('have tokens that last until they expire, since no cookie shows when someone signs out', async () => {
    const { call, clock, company, visitor } = await split();
    const minted = await call('/token', { method: 'POST', headers: fromApp });
    const { accessToken: token } = await json<{ accessToken: string }>(minted);
    assert.equal(decodeJwt(token)['cookieBound'], false);
    visitor.company = null;
    clock.now += 899_000;
    assert.equal((await call('/api/integrations', { token, headers: fromApp })).status, 200);
    clock.now += 1_000;
    assert.equal((await call('/api/integrations', { token, headers: fromApp })).status, 401);
    assert.ok(company);
  });
});

describe('pages of any other origin', () => {
  const others = [
    'https://evil.example',
    'https://app.lender.example.evil.example',
    'http://app.lender.example',
    'https://app.lender.example:8443',
    'https://www.app.lender.example',
    'null',
  ];

  it('get nothing, with or without a token, and no CORS headers', async () => {
    const { call, company, tokenFor } = await split();
    const token = await tokenFor();
    for (const Origin of others) {
      for (const [path, method] of [
        ['/token', 'POST'],
        ['/api/integrations', 'GET'],
        [`/api/companies/${company}/connections`, 'GET'],
        ['/consents', 'GET'],
        ['/shares', 'GET'],
        ['/return/status', 'GET'],
      ] as const) {
        const response = await call(path, { method, token, headers: { Origin } });
        assert.deepEqual([response.status, cors(response).origin], [403, null], `${Origin} ${path}`);
        const ahead = { Origin, 'Access-Control-Request-Method': method };
        const reported = await call(path, { method: 'OPTIONS', token, headers: ahead });
        assert.equal(cors(reported).origin, null);
      }
    }
  });

  it('get nothing either if the host allows none', async () => {
    const { call, tokenFor } = await setUp();
    const response = await call('/api/integrations', { token: await tokenFor(), headers: fromApp });
    assert.equal(response.status, 403);
    assert.deepEqual(cors(response), { origin: null, credentials: null, vary: null });
  });

  it('are refused if a browser sends Origin without Sec-Fetch-Site', async () => {
    const { call, tokenFor } = await setUp();
    const token = await tokenFor();
    for (const [site, status] of [
      ['same-origin', 200],
      ['none', 200],
      ['same-site', 403],
      ['cross-site', 403],
    ] as const) {
      const headers = { 'Sec-Fetch-Site': site };
      assert.equal((await call('/api/integrations', { token, headers })).status, status, site);
    }
  });
});
