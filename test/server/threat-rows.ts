import assert from 'node:assert/strict';
import type { Threat } from '../gateway/threats/threat.js';
import { identities, secrets, sessionToken, type Env, type Headers, type ServerSetUp } from './set-up.js';

/** What an attack runs on: a server, a customer who is signed in, and another. */
export interface World extends ServerSetUp {
  /** What the request of the one customer has, and of the other. */
  readonly mine: Headers;
  readonly theirs: Headers;
}

/** One try, and with which status it must end. */
export interface ServerAttack {
  readonly ends: number | readonly number[];
  readonly send: (w: World) => Promise<Response>;
  /** What else must be so afterwards. */
  readonly check?: (w: World, response: Response) => void | Promise<void>;
}

/** Attacks, or the reason why there are none. */
export type ServerCell = { readonly attacks: readonly ServerAttack[] } | { readonly because: string };

/** A way of identity, or a route of the internal port. */
export interface ServerRow {
  readonly env: Env;
  readonly good: ServerAttack;
  readonly cells: Readonly<Record<Threat, ServerCell>>;
}

const attacks = (...all: ServerAttack[]): ServerCell => ({ attacks: all });
const because = (reason: string): ServerCell => ({ because: reason });

/** Asks for a page's token. */
const ask = (w: World, headers: Headers, rawPath?: string): Promise<Response> =>
  w.call('/token', { method: 'POST', headers, ...(rawPath !== undefined && { rawPath }) });

const refused = (
  headers: (w: World) => Headers | Promise<Headers>,
  ends: ServerAttack['ends'] = 401,
): ServerAttack => ({
  ends,
  send: async (w) => ask(w, await headers(w)),
});

/** Sends the same several times at once, and gives one answer: one that failed, if there is one. */
async function atOnce(times: number, send: () => Promise<Response>): Promise<Response> {
  const [first, ...others] = await Promise.all([send(), ...Array.from({ length: times - 1 }, send)]);
  return [first, ...others].find(({ ok }) => !ok) ?? first;
}

/** That it was for the company of who asked, whatever else the request said. */
const isMine = async (w: World, response: Response): Promise<void> => {
  const { companyId } = (await response.clone().json()) as { companyId: string };
  assert.equal(companyId, (await w.tokenOf(w.mine)).companyId);
};

/** A request with the page's token and these headers. */
const asPage = async (w: World, headers: Headers): Promise<Response> => {
  const { accessToken } = await w.tokenOf(w.mine);
  return w.call('/api/integrations', { headers: { ...headers, Authorization: `Bearer ${accessToken}` } });
};

const evil = 'https://evil.example';
const paths = [
  '/codat/%2e%2e/token',
  '/codat//token',
  '//codat/token',
  '/codat/..%2ftoken',
  '/CODAT/token',
  '/codat/..;/metrics',
];

/** What each way of identity answers alike. */
const everyIdentity = {
  'no identity': attacks(refused(() => ({}))),
  'cross-site': attacks(
    refused(({ mine }) => ({ ...mine, Origin: evil }), 403),
    refused(({ mine }) => ({ ...mine, 'Sec-Fetch-Site': 'cross-site' }), 403),
  ),
  'path trick': attacks(
    ...paths.map((path): ServerAttack => ({ ends: [404, 405], send: (w) => ask(w, w.mine, path) })),
  ),
  replay: attacks({ ends: 200, send: (w) => ask(w, w.mine), check: isMine }),
  SSRF: attacks(
    ...['X-Forwarded-Host', 'X-Original-URL', 'Referer', 'Forwarded'].map((name): ServerAttack => ({
      ends: 200,
      send: (w) => ask(w, { ...w.mine, [name]: evil }),
      check: isMine,
    })),
  ),
  '`Host` spoofing': attacks({
    ends: 200,
    send: (w) => ask(w, { ...w.mine, Host: 'evil.example' }),
    check: isMine,
  }),
} satisfies Partial<Record<Threat, ServerCell>>;

const anyToken = async (claims: Record<string, unknown>, options?: Parameters<typeof sessionToken>[1]) => ({
  Cookie: `session=${await sessionToken({ sub: 'customer-1', ...claims }, options)}`,
});

const key = { Authorization: `Bearer ${secrets.internal}` };
const put = (w: World, headers: Headers = key, reference = 'customer-1', body?: string): Promise<Response> =>
  w.inside(`/companies/${reference}`, { method: 'PUT', headers, ...(body !== undefined && { body }) });

const forget = (w: World, headers: Headers = key, reference = 'customer-1'): Promise<Response> =>
  w.inside(`/companies/${reference}`, { method: 'DELETE', headers });

/** That Codat has the company as before: what is there is the lender’s to erase. */
const isStillThere = async (w: World): Promise<void> => {
  const { companyId } = await w.tokenOf(w.mine);
  assert.ok(w.simulator.snapshot().companies.some(({ id }) => id === companyId));
};

const noKey = 'it looks at no key, and says nothing of any company';

/** What the routes without a key answer alike. */
function openRoute(path: string): ServerRow {
  const get = (headers: Headers, ends: ServerAttack['ends'] = 200, rawPath?: string): ServerAttack => ({
    ends,
    send: (w) => w.inside(path, { headers, ...(rawPath !== undefined && { rawPath }) }),
    async check(w, response) {
      const text = await response.clone().text();
      for (const secret of [...Object.values(secrets), ...Object.values(w.mine).flat()])
        assert.ok(!text.includes(secret), 'It shows a secret.');
      assert.doesNotMatch(text, /[0-9a-f]{8}-[0-9a-f]{4}/, 'It shows an id.');
    },
  });
  return {
    env: identities.ask,
    good: get({}),
    cells: {
      'no identity': attacks(get({})),
      'another’s': because(noKey),
      expired: because(noKey),
      'wrong audience': because(noKey),
      'wrong scope': because(noKey),
      'after sign-out': because(noKey),
      'cross-site': attacks(get({ Origin: evil }, 403), get({ 'Sec-Fetch-Site': 'same-site' }, 403)),
      malformed: attacks(get({ Authorization: 'x', Accept: '\u00ff' })),
      oversized: attacks(get({ 'X-Long': 'x'.repeat(40_000) }, 431)),
      slow: because('no body is read, and the store has a second'),
      'path trick': attacks(get({}, 404, `/x/..%2f${path.slice(1)}`), get({}, 404, `/${path}`)),
      replay: attacks(get({})),
      greed: attacks({
        ends: 200,
        send: (w) => atOnce(50, () => w.inside(path)),
        check: ({ simulator }) => assert.ok(simulator.requests.length < 20, 'It costs calls to Codat.'),
      }),
      SSRF: attacks(get({ Referer: 'x', 'X-Forwarded-Host': evil })),
      '`Host` spoofing': attacks(get({ Host: 'evil.example' })),
    },
  };
}

/** The ways of identity, and the routes of the internal port. */
export const serverRows: Readonly<Record<string, ServerRow>> = {
  'IDENTITY=ask': {
    env: identities.ask,
    good: refused(({ mine }) => mine, 200),
    cells: {
      ...everyIdentity,
      'another’s': attacks(refused(() => ({ Cookie: 'session=theirs; session=mine' }))),
      expired: attacks({
        ends: 401,
        send(w) {
          w.app.sessions.clear();
          return ask(w, w.mine);
        },
      }),
      'wrong audience': attacks({
        ends: 401,
        send: async (w) => ask(w, { Cookie: `session=${(await w.tokenOf(w.mine)).accessToken}` }),
      }),
      'wrong scope': attacks(
        ...[{ reference: '../x' }, { companyId: 'x' }, { reference: 'a', companyId: 'b' }, {}, []].map(
          (answer): ServerAttack => ({
            ends: [500, 503],
            send(w) {
              w.app.sessions.set('session=mine', answer);
              return ask(w, w.mine);
            },
          }),
        ),
      ),
      'after sign-out': attacks({
        ends: 401,
        send: async (w) => {
          const { accessToken } = await w.tokenOf(w.mine);
          w.app.sessions.clear();
          return w.call('/api/integrations', {
            headers: { ...w.mine, Authorization: `Bearer ${accessToken}` },
          });
        },
      }),
      malformed: attacks(
        refused(() => ({ Cookie: '\u00ff=;;=' })),
        refused(() => ({ Cookie: 'session' })),
      ),
      oversized: attacks(refused(() => ({ Cookie: 'x'.repeat(40_000) }), 431)),
      slow: attacks({
        ends: 503,
        send(w) {
          const { answer } = w.app;
          w.app.answer = () => new Promise(() => undefined);
          return ask(w, w.mine).finally(() => (w.app.answer = answer));
        },
      }),
      greed: attacks({
        ends: 200,
        async send(w) {
          const { answer, questions } = w.app;
          questions.length = 0;
          w.app.answer = async (request) => {
            await new Promise((resolve) => setTimeout(resolve, 20));
            return answer(request);
          };
          return atOnce(20, () => ask(w, w.mine)).finally(() => (w.app.answer = answer));
        },
        check: ({ app }) => assert.ok(app.questions.length < 20, `${app.questions.length} questions for 40`),
      }),
    },
  },
  'IDENTITY=token': {
    env: identities.token,
    good: refused(({ mine }) => mine, 200),
    cells: {
      ...everyIdentity,
      'another’s': attacks({
        ends: 401,
        send: (w) => ask(w, { Cookie: `${String(w.theirs['Cookie'])}; ${String(w.mine['Cookie'])}` }),
      }),
      expired: attacks(
        refused(() => anyToken({ exp: 1_700_000_000 })),
        refused(() => anyToken({ exp: undefined })),
      ),
      'wrong audience': attacks(
        refused(() => anyToken({ aud: 'shop' })),
        refused(() => anyToken({ iss: evil })),
        refused(() => anyToken({ aud: undefined })),
      ),
      'wrong scope': attacks(
        refused(() => anyToken({ sub: undefined })),
        refused(() => anyToken({ sub: ['customer-1'] })),
        refused(() => anyToken({ sub: '../x' }), 503),
      ),
      'after sign-out': attacks({ ends: 401, send: (w) => asPage(w, {}) }),
      malformed: attacks(
        refused(() => anyToken({}, { algorithm: 'HS512' })),
        refused(() => anyToken({}, { secret: secrets.proxy })),
        refused(() => ({ Cookie: 'session=e30.e30.' })),
        refused(() => ({ Cookie: `session=${btoa('{"alg":"none"}')}.${btoa('{"sub":"customer-1"}')}.` })),
      ),
      oversized: attacks(
        refused(() => ({ Cookie: `session=${'x'.repeat(10_000)}` })),
        refused(() => ({ Cookie: `session=${'x'.repeat(40_000)}` }), 431),
      ),
      slow: because('nobody is asked; public keys are waited for three seconds'),
      greed: because('nobody is asked; the route has its rate'),
    },
  },
  'IDENTITY=proxy': {
    env: identities.proxy,
    good: refused(({ mine }) => mine, 200),
    cells: {
      ...everyIdentity,
      'another’s': attacks(
        refused(({ mine }) => ({ ...mine, 'X-Customer': ['customer-2', 'customer-1'] })),
        refused(({ mine }) => ({ ...mine, 'X-Customer': ['customer-1', 'customer-1'] })),
        refused(() => ({ 'X-Customer': 'customer-2' })),
      ),
      expired: because('the header is for the request that it comes with'),
      'wrong audience': attacks(
        refused(({ mine }) => ({ ...mine, 'X-Proxy-Secret': secrets.internal })),
        refused(({ mine }) => ({ ...mine, 'X-Proxy-Secret': [secrets.proxy, secrets.proxy] })),
      ),
      'wrong scope': attacks(
        refused(({ mine }) => ({ ...mine, 'X-Customer': 'customer-2, customer-1' }), 503),
        refused(({ mine }) => ({ ...mine, 'X-Customer': '../x' }), 503),
      ),
      'after sign-out': attacks({ ends: 401, send: (w) => asPage(w, { 'X-Proxy-Secret': secrets.proxy }) }),
      malformed: attacks(
        refused(({ mine }) => ({ ...mine, 'X-Customer': '' })),
        refused(({ mine }) => ({ ...mine, 'X-Proxy-Secret': '' })),
        refused(() => ({ X_Customer: 'customer-1', 'X-Proxy-Secret': secrets.proxy })),
      ),
      oversized: attacks(
        refused(({ mine }) => ({ ...mine, 'X-Proxy-Secret': secrets.proxy.repeat(100) })),
        refused(({ mine }) => ({ ...mine, 'X-Customer': 'x'.repeat(40_000) }), 431),
      ),
      slow: because('nobody is asked'),
      greed: because('nobody is asked; the route has its rate'),
    },
  },
  'PUT /companies/:reference': {
    env: identities.ask,
    good: { ends: 200, send: (w) => put(w) },
    cells: {
      'no identity': attacks({ ends: 401, send: (w) => put(w, {}) }),
      'another’s': attacks({
        ends: 401,
        send: async (w) => put(w, { Authorization: `Bearer ${(await w.tokenOf(w.mine)).accessToken}` }),
      }),
      expired: because('the key is good until the server gets another'),
      'wrong audience': attacks(
        ...[secrets.proxy, secrets.tokens, secrets.hooks].map((secret): ServerAttack => ({
          ends: 401,
          send: (w) => put(w, { Authorization: `Bearer ${secret}` }),
        })),
        { ends: 401, send: (w) => put(w, { Authorization: `Basic ${secrets.internal}` }) },
      ),
      'wrong scope': because('a key is random and says nothing that could be changed'),
      'after sign-out': because('nobody is signed in who could sign out: a server of the lender’s asks'),
      'cross-site': attacks(
        { ends: 403, send: (w) => put(w, { ...key, Origin: evil }) },
        { ends: 403, send: (w) => put(w, { ...key, 'Sec-Fetch-Site': 'same-origin' }) },
      ),
      malformed: attacks(
        { ends: 400, send: (w) => put(w, key, 'customer-1', '[') },
        { ends: 400, send: (w) => put(w, key, 'customer-1', '{"description":1}') },
        { ends: 400, send: (w) => put(w, key, '%00') },
        { ends: 400, send: (w) => put(w, key, 'a&tags=uid=b') },
      ),
      oversized: attacks(
        { ends: 400, send: (w) => put(w, key, 'x'.repeat(101)) },
        {
          ends: 413,
          send: (w) => put(w, key, 'customer-1', JSON.stringify({ description: 'x'.repeat(5_000) })),
        },
      ),
      slow: because(
        'bodies and Codat are waited for by the code of the public routes, which is attacked there',
      ),
      'path trick': attacks(
        ...['/companies/..%2fcustomer-1', '/companies/%2e%2e'].map((rawPath): ServerAttack => ({
          ends: [400, 404],
          send: (w) => w.inside('/', { method: 'PUT', headers: key, rawPath }),
        })),
        { ends: 404, send: (w) => w.call('/companies/customer-1', { method: 'PUT', headers: key }) },
      ),
      replay: attacks({
        ends: 200,
        send: async (w) => {
          await put(w);
          return put(w);
        },
        check: assertOneCompany,
      }),
      greed: attacks({
        ends: 200,
        send: (w) => atOnce(50, () => put(w)),
        check: assertOneCompany,
      }),
      SSRF: attacks({ ends: 400, send: (w) => put(w, key, encodeURIComponent(evil)) }),
      '`Host` spoofing': attacks({ ends: 200, send: (w) => put(w, { ...key, Host: 'evil.example' }) }),
    },
  },
  'DELETE /companies/:reference': {
    env: identities.ask,
    good: {
      ends: 200,
      async send(w) {
        await put(w);
        return forget(w);
      },
    },
    cells: {
      'no identity': attacks({ ends: 401, send: (w) => forget(w, {}) }),
      'another’s': attacks({
        ends: 401,
        send: async (w) => forget(w, { Authorization: `Bearer ${(await w.tokenOf(w.mine)).accessToken}` }),
      }),
      expired: because('the key is good until the server gets another'),
      'wrong audience': attacks(
        ...[secrets.proxy, secrets.tokens, secrets.hooks].map((secret): ServerAttack => ({
          ends: 401,
          send: (w) => forget(w, { Authorization: `Bearer ${secret}` }),
        })),
        { ends: 401, send: (w) => forget(w, { Authorization: `Basic ${secrets.internal}` }) },
      ),
      'wrong scope': because('a key is random and says nothing that could be changed'),
      'after sign-out': because('nobody is signed in who could sign out: a server of the lender’s asks'),
      'cross-site': attacks(
        { ends: 403, send: (w) => forget(w, { ...key, Origin: evil }) },
        { ends: 403, send: (w) => forget(w, { ...key, 'Sec-Fetch-Site': 'same-origin' }) },
      ),
      malformed: attacks(
        { ends: 400, send: (w) => forget(w, key, '%00') },
        { ends: 400, send: (w) => forget(w, key, 'a&tags=uid=b') },
        { ends: 404, send: (w) => forget(w, key, 'nobody') },
      ),
      oversized: attacks({ ends: 400, send: (w) => forget(w, key, 'x'.repeat(101)) }),
      slow: because('no body is read, and Codat is waited for by the code of the public routes'),
      'path trick': attacks(
        ...['/companies/..%2fcustomer-1', '/companies/%2e%2e'].map((rawPath): ServerAttack => ({
          ends: [400, 404],
          send: (w) => w.inside('/', { method: 'DELETE', headers: key, rawPath }),
        })),
        { ends: 404, send: (w) => w.call('/companies/customer-1', { method: 'DELETE', headers: key }) },
      ),
      replay: attacks({
        ends: 200,
        send: async (w) => {
          await forget(w);
          return forget(w);
        },
        check: isStillThere,
      }),
      greed: attacks({ ends: 200, send: (w) => atOnce(20, () => forget(w)), check: isStillThere }),
      SSRF: attacks({ ends: 400, send: (w) => forget(w, key, encodeURIComponent(evil)) }),
      '`Host` spoofing': attacks({ ends: 200, send: (w) => forget(w, { ...key, Host: 'evil.example' }) }),
    },
  },
  'GET /livez': openRoute('/livez'),
  'GET /readyz': openRoute('/readyz'),
  'GET /metrics': openRoute('/metrics'),
};

function assertOneCompany({ simulator }: World): void {
  const made = simulator.requests.filter(({ method, path }) => method === 'POST' && path === '/companies');
  assert.ok(made.length <= 1, 'It made another company.');
}
