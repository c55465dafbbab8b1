import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TokenAnswer } from '../../src/api/schemas/token-answer.js';
import {
  createGetTokenFromEndpoint,
  AccessTokenCache,
  type GetToken,
} from '../../src/api/access-token-cache.js';
import { CodatError } from '../../src/api/errors.js';
import { openLender } from '../support/lender.js';
import { FakeNetwork, html, offline, outcomeOf } from '../support/fake-network.js';
import { stopClock } from '../support/clock.js';

const base = 'https://lender.test/codat/token';

/** A host that returns numbered tokens. */
function setUp(answer: Partial<TokenAnswer> = {}) {
  let sent = 0;
  const companies: string[] = [];
  const getToken: GetToken = () =>
    Promise.resolve({ companyId: 'marlow', accessToken: `token-${++sent}`, expiresIn: 900, ...answer });
  const tokens = new AccessTokenCache(
    getToken,
    () => base,
    (companyId) => companies.push(companyId),
  );
  return { tokens, companies, requestCount: () => sent };
}

describe('an access token cache', () => {
  it('requests one token, however many callers there are at once', async () => {
    const { tokens, requestCount } = setUp();
    const [one, other] = await Promise.all([tokens.get(), tokens.get(), tokens.get()]);

    assert.equal(requestCount(), 1);
    assert.equal(one, other);
    assert.equal((await tokens.get()).value, 'token-1');
  });

  for (const expiresIn of [undefined, null, 0, -1, NaN, 'soon', '2026-11-28T00:00:00Z', new Date(900)]) {
    it(`fails if a host's function returns a token that lasts ${String(expiresIn)}`, async () => {
      const { tokens } = setUp({ expiresIn: expiresIn as number });
      await assert.rejects(tokens.get(), { name: 'CodatError', kind: 'token' });
    });
  }

  const faults: [what: string, change: Record<string, unknown>][] = [
    ['no company', { companyId: '' }],
    ['no token', { accessToken: '' }],
    ['a token that no header can carry', { accessToken: 'a\nb' }],
    ['a scheme before the token', { accessToken: 'Bearer token' }],
    ['an API at no address', { apiBase: 'http://' }],
    ['an API that is not on the web', { apiBase: 'javascript:alert(1)' }],
    ['events at no address', { events: 'https://' }],
  ];
  for (const [what, change] of faults) {
    it(`fails if a host's function names ${what}, and keeps nothing of it`, async () => {
      const { tokens, companies } = setUp(change);
      await assert.rejects(tokens.get(), { name: 'CodatError', kind: 'token' });
      assert.deepEqual(companies, []);
    });
  }

  it('accepts a lifetime written as text, and none longer than a day', async (test) => {
    const clock = stopClock(test);
    const { tokens } = setUp({ expiresIn: '900' as unknown as number });
    assert.equal((await tokens.get()).validUntil, Date.now() + 840_000);
    const far = setUp({ expiresIn: Math.floor(Date.now() / 1000) }).tokens;
    assert.ok((await far.get()).validUntil <= Date.now() + 86_400_000);
    clock.tick(1);
  });

  it('keeps any token for a second, so that one that has expired is not requested in a loop', async (test) => {
    const clock = stopClock(test);
    const { tokens, requestCount } = setUp({ expiresIn: 0.001 });
    await tokens.get();
    clock.tick(999);
    await tokens.get();
    assert.equal(requestCount(), 1);
    clock.tick(1);
    await tokens.get();
    assert.equal(requestCount(), 2);
  });

  it('fails after half a minute if a host’s function never answers, and asks it anew next time', async (test) => {
    const clock = stopClock(test);
    const { tokens, requestCount } = setUp();
    const { getToken } = tokens;
    tokens.getToken = () => new Promise(() => undefined);
    const slow = assert.rejects(tokens.get(), { name: 'CodatError', kind: 'slow' });
    clock.tick(30_000);
    await slow;

    tokens.getToken = getToken;
    assert.equal((await tokens.get()).value, 'token-1');
    clock.tick(30_000);
    assert.equal(requestCount(), 1);
  });

  it('renews a token a minute before it expires', async (test) => {
    const clock = stopClock(test);
    const { tokens } = setUp();
    await tokens.get();

    clock.tick(839_999);
    assert.equal((await tokens.get()).value, 'token-1');
    clock.tick(1);
    assert.equal((await tokens.get()).value, 'token-2');
  });

  it('uses a token that lasts less than two minutes for half of its time', async (test) => {
    const clock = stopClock(test);
    const { tokens } = setUp({ expiresIn: 30 });
    await tokens.get();

    clock.tick(14_999);
    assert.equal((await tokens.get()).value, 'token-1');
    clock.tick(1);
    assert.equal((await tokens.get()).value, 'token-2');
  });

  it('discards a refused token, and keeps a newer one', async () => {
    const { tokens } = setUp();
    const first = await tokens.get();
    tokens.drop(first);
    const second = await tokens.get();
    tokens.drop(first);

    assert.equal(await tokens.get(), second);
    assert.equal(second.value, 'token-2');
  });

  it('takes whatever a host’s function throws for a failure that may pass, such as a network that is gone', async () => {
    const { tokens } = setUp();
    const thrown = new TypeError('Failed to fetch');
    const failures: readonly GetToken[] = [
      () => Promise.reject(thrown),
      () => {
        throw thrown;
      },
    ];
    for (const getToken of failures) {
      tokens.getToken = getToken;
      await assert.rejects(tokens.get(), { name: 'CodatError', kind: 'unreachable', cause: thrown });
    }
  });

  it('lets a host’s function say why it failed, by an error of ours', async () => {
    const { tokens } = setUp();
    const signedOut = new CodatError('signed-out', 'Nobody is signed in.');
    tokens.getToken = () => Promise.reject(signedOut);
    await assert.rejects(tokens.get(), (error) => error === signedOut);
  });

  it('does not keep a failure: the next caller sends a new request', async () => {
    const { tokens } = setUp();
    const { getToken } = tokens;
    tokens.getToken = () => Promise.reject(new TypeError('no network'));
    await assert.rejects(tokens.get());
    tokens.getToken = getToken;

    assert.equal((await tokens.get()).value, 'token-1');
  });

  it('names the company before anyone can use the token', async () => {
    const { tokens, companies } = setUp();
    const using = tokens.get().then(() => companies.push('used'));
    await using;

    assert.deepEqual(companies, ['marlow', 'used']);
  });

  it('expects the API beside the token endpoint, unless the response names another place', async () => {
    const apiBase = async (answer: Partial<TokenAnswer>) => (await setUp(answer).tokens.get()).apiBase;

    assert.equal(await apiBase({}), 'https://lender.test/codat/api');
    assert.equal(await apiBase({ apiBase: '../elsewhere' }), 'https://lender.test/elsewhere');
    assert.equal(await apiBase({ apiBase: 'https://api.lender.test/v1' }), 'https://api.lender.test/v1');
  });

  it('requests a new token once it was cleared, and drops a response that was on its way', async () => {
    const { tokens, companies } = setUp();
    const answers: ((answer: TokenAnswer) => void)[] = [];
    tokens.getToken = () => new Promise((resolve) => answers.push(resolve));
    const before = tokens.get();
    tokens.clear();
    const after = tokens.get();
    assert.equal(answers.length, 2);
    answers[1]?.({ companyId: 'rye', accessToken: 'new', expiresIn: 900 });
    await after;
    answers[0]?.({ companyId: 'marlow', accessToken: 'old', expiresIn: 900 });
    await before.catch(() => undefined);

    assert.equal((await tokens.get()).value, 'new');
    assert.deepEqual(companies, ['rye']);
  });
});

describe('a token endpoint', () => {
  const kindFor = (answer: () => Response) =>
    outcomeOf(createGetTokenFromEndpoint({ tokenEndpoint: base }, new FakeNetwork(answer).fetch)());
  const status = (code: number) => () => new Response(null, { status: code });

  it('returns a token of the lender’s gateway', async () => {
    const lender = await openLender();
    const endpoint = `${lender.baseUrl}/token`;
    const answer = await createGetTokenFromEndpoint({ tokenEndpoint: endpoint }, (request) =>
      lender.gateway.fetch(request),
    )();
    lender.end();

    assert.equal(answer.companyId, lender.companyId);
    assert.equal(answer.expiresIn, 900);
  });

  it('fails as «signed out» for someone the lender doesn’t know', async () => {
    const lender = await openLender();
    lender.signOut();
    const endpoint = `${lender.baseUrl}/token`;
    const asking = createGetTokenFromEndpoint({ tokenEndpoint: endpoint }, (request) =>
      lender.gateway.fetch(request),
    )();

    assert.equal(await outcomeOf(asking), 'signed-out');
    lender.end();
  });

  it('is requested by POST with the host’s headers, and no redirect is followed', async () => {
    const answers = new FakeNetwork(() =>
      Response.json({ companyId: 'marlow', accessToken: 'token', expiresIn: 900 }),
    );
    const headers = { 'X-CSRF': 'a-value' };
    await createGetTokenFromEndpoint(
      { tokenEndpoint: base, credentials: 'include', headers },
      answers.fetch,
    )();

    const [request] = answers.requests;
    assert.ok(request);
    assert.deepEqual(
      [request.method, request.redirect, request.credentials, request.headers.get('X-CSRF')],
      ['POST', 'manual', 'include', 'a-value'],
    );
  });

  for (const code of [302, 303, 307, 401, 403]) {
    it(`fails as signed out with status ${code}`, async () => {
      assert.equal(await kindFor(status(code)), 'signed-out');
    });
  }

  it('fails as signed out with a redirect that the browser hides from us', async () => {
    assert.equal(await kindFor(() => Response.error()), 'signed-out');
  });

  it('fails with the retryable kind: no network, too many requests, a server error', async () => {
    assert.equal(await kindFor(offline), 'unreachable');
    assert.equal(await kindFor(status(429)), 'busy');
    assert.equal(await kindFor(status(503)), 'unavailable');
    assert.equal(await kindFor(() => html(502)), 'unavailable');
  });

  it('fails as outdated when the gateway serves other versions of the page', async () => {
    assert.equal(await kindFor(status(410)), 'outdated');
  });

  it('fails as misconfigured when it doesn’t exist or returns something else', async () => {
    assert.equal(await kindFor(status(404)), 'token');
    assert.equal(await kindFor(() => html(200)), 'token');
    assert.equal(await kindFor(() => Response.json({ token: 'in the wrong place' })), 'token');
    assert.equal(
      await kindFor(() => Response.json({ companyId: 'marlow', accessToken: 'token', expiresIn: 'soon' })),
      'token',
    );
  });
});
