import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { exportJWK, SignJWT } from 'jose';
import { createIdentifyCompanyByToken } from '../../src/server/identity/identify-by-token.js';
import { CircuitBreaker } from '../../src/server/identity/circuit-breaker.js';
import { QueuedSingleFlight } from '../../src/server/identity/queued-single-flight.js';
import type { IdentifyCompany, CompanyIdOrReference } from '../../src/server/identity/identify.js';
import { createRequestCompanyResolver } from '../../src/server/identity/request-company-resolver.js';
import { until } from '../support/until.js';
import { identities, sessionToken, setUpServer, type ServerSetUp } from './set-up.js';

const cookie = { Cookie: 'session=mine' };

/** The id of a company at Codat. */
const someId = '11111111-2222-4333-8444-555555555555';

describe('identity by asking the lender’s app', () => {
  let at: ServerSetUp;
  before(async () => (at = await setUpServer({ ...identities.ask, IDENTITY_FORWARD: 'cookie, x-tenant' })));
  after(() => at.server.stop());
  beforeEach(() => at.app.sessions.clear());

  const withCookie = (path: string, token: string) =>
    at.call(path, { headers: { ...cookie, Authorization: `Bearer ${token}` } });

  it('takes a company id as it is, and finds or creates the company of a reference', async () => {
    at.app.sessions.set('session=theirs', { reference: 'customer-2' });
    const theirs = await at.tokenOf({ Cookie: 'session=theirs' });
    at.app.sessions.set('session=mine', { companyId: theirs.companyId });

    assert.equal((await at.tokenOf(cookie)).companyId, theirs.companyId);
    const made = at.simulator.requests.filter(
      ({ method, path }) => method === 'POST' && path === '/companies',
    );
    assert.equal(made.length, 1);
  });

  it('asks Codat once for a reference, also for one whose company was there before', async () => {
    await at.simulator.fetch(`${at.simulator.origin}/companies`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(at.simulator.apiKey)}` },
      body: '{"name":"customer-3","tags":{"uid":"customer-3"}}',
    });
    at.app.sessions.set('session=mine', { reference: 'customer-3' });
    const { companyId } = await at.tokenOf(cookie);
    const before = at.simulator.requests.length;

    assert.equal((await at.tokenOf(cookie)).companyId, companyId);
    assert.equal(at.simulator.requests.length, before);
  });

  it('takes a customer’s number as it takes that number’s text', async () => {
    const { answer } = at.app;
    const companyOf = async (reference: unknown) => {
      at.app.answer = () => Response.json({ reference });
      return (await at.tokenOf(cookie)).companyId;
    };
    assert.equal(await companyOf(4711), await companyOf('4711'));
    at.app.answer = answer;
  });

  it('passes on the listed headers and no others', async () => {
    at.app.sessions.set('session=mine', { reference: 'customer-1' });
    at.app.questions.length = 0;
    await at.tokenOf({
      ...cookie,
      'X-Tenant': 'one',
      'X-Other': 'two',
      Authorization: 'Bearer three',
      Accept: 'text/html',
    });

    const [asked] = at.app.questions;
    assert.deepEqual(Object.fromEntries(asked?.headers ?? []), {
      accept: 'application/json',
      cookie: 'session=mine',
      'x-tenant': 'one',
    });
  });

  it('asks nobody about a visitor without the listed headers, whom an app may take for someone', async () => {
    const { answer, questions } = at.app;
    at.app.answer = () => Response.json({ reference: 'customer-1' });
    questions.length = 0;
    const { status } = await at.call('/token', { method: 'POST' });
    at.app.answer = answer;

    assert.deepEqual([status, questions.length], [401, 0]);
  });

  it('ends at once when the person signs out', async () => {
    at.app.sessions.set('session=mine', { reference: 'customer-1' });
    const { accessToken, companyId } = await at.tokenOf(cookie);
    const path = `/api/companies/${companyId}/connections`;
    assert.equal((await withCookie(path, accessToken)).status, 200);

    at.app.sessions.clear();
    assert.equal((await withCookie(path, accessToken)).status, 401);
    assert.equal((await at.call('/token', { method: 'POST', headers: cookie })).status, 401);
  });

  it('merges identical questions of one moment, and never answers with an older one', async () => {
    const { sessions, questions, answer } = at.app;
    sessions.set('session=mine', { reference: 'customer-1' });
    const { accessToken } = await at.tokenOf(cookie);
    questions.length = 0;
    const held: (() => void)[] = [];
    at.app.answer = async (request) => {
      const answered = await answer(request);
      await new Promise<void>((resolve) => held.push(resolve));
      return answered;
    };
    const requests = Array.from({ length: 10 }, () => withCookie('/api/integrations', accessToken));
    await until(() => held.length === 1);
    // Most have arrived once this has, which shows nothing and asks nobody. Each has a connection of its own.
    await at.call('/health');
    sessions.clear();
    at.app.answer = answer;
    held[0]?.();
    const statuses = (await Promise.all(requests)).map(({ status }) => status).sort();

    assert.ok(questions.length <= 5, `${questions.length} questions for ten requests`);
    assert.deepEqual([statuses[0], statuses.at(-1)], [200, 401], 'those after the sign-out hear of it');
  });

  it('lets everyone else in though one cookie makes the app fail each time', async () => {
    const { answer, sessions } = at.app;
    sessions.set('session=mine', { reference: 'customer-1' });
    for (const status of [500, 429]) {
      at.app.answer = () => new Response(null, { status });
      for (let time = 0; time < 6; time++)
        await at.call('/token', { method: 'POST', headers: { Cookie: 'session=broken' } });
      at.app.answer = answer;
      assert.ok((await at.tokenOf(cookie)).accessToken, `after ${status}`);
    }
  });

  it('fails closed: for a redirect, another shape, a failure or no answer nobody is let in', async () => {
    const { answer } = at.app;
    const wrong: Record<string, () => Response | Promise<Response>> = {
      redirect: () => new Response(null, { status: 302, headers: { Location: '/login' } }),
      page: () => new Response('<h1>Welcome</h1>'),
      'an identity that is refused': () => Response.json({ reference: 'customer-1' }, { status: 403 }),
      both: () => Response.json({ companyId: 'x', reference: 'y' }),
      'no company': () => Response.json({ companyId: 'x' }),
      'no reference': () => Response.json({ reference: '../x' }),
      'the number of a visitor': () => Response.json({ reference: 0 }),
      long: () => Response.json({ reference: 'x'.repeat(10_000) }),
      failure: () => new Response(null, { status: 500 }),
      silence: () => new Promise(() => undefined),
    };
    for (const [name, give] of Object.entries(wrong)) {
      at.app.answer = give;
      const { status } = await at.call('/token', { method: 'POST', headers: cookie });
      assert.ok(status === 503 || status === 500, `${name}: ${status}`);
    }
    assert.ok(at.log.some((line) => line.includes('"code":"NOT_A_REFERENCE"')));
    at.app.answer = answer;
    assert.match(await at.metrics(), /identity_questions_total\{outcome="failed"\} [1-9]/);
  });
});

describe('identical questions of one moment', () => {
  it('share the next one, which begins after they were asked, as often as that happens', async () => {
    const questions = new QueuedSingleFlight<number>();
    const answers: (() => void)[] = [];
    const ask = () =>
      questions.run('mine', () => {
        const number = answers.length + 1;
        return new Promise((resolve) => answers.push(() => resolve(number)));
      });
    const first = ask();
    const second = [ask(), ask()];
    answers[0]?.();
    assert.equal(await first, 1);
    await until(() => answers.length === 2);
    const third = ask();
    answers[1]?.();
    assert.deepEqual(await Promise.all(second), [2, 2]);
    answers[2]?.();

    assert.equal(await third, 3);
  });
});

describe('the company of a reference', () => {
  const setUpResolver = () => {
    const at = { asked: [] as string[], now: 0 };
    const resolver = createRequestCompanyResolver(
      ({ headers }) => Promise.resolve({ reference: headers.get('X-Customer') ?? '' }),
      {
        ensureCompany: ({ reference }) => (at.asked.push(reference), Promise.resolve(`ID-${reference}`)),
        elapsed: () => at.now,
      },
    );
    const companyOf = (reference: string) =>
      resolver.company(
        new Request('https://lender.example', { headers: { 'X-Customer': reference } }),
        {} as never,
      );
    return { at, companyOf, ...resolver };
  };

  it('is looked up once a day, and again once it was forgotten', async () => {
    const { at, companyOf, forget } = setUpResolver();
    for (const reference of ['one', 'two', 'one', 'two'])
      assert.equal(await companyOf(reference), `ID-${reference}`);
    assert.deepEqual(at.asked.splice(0), ['one', 'two']);

    forget('id-one');
    for (const reference of ['one', 'two']) await companyOf(reference);
    assert.deepEqual(at.asked.splice(0), ['one']);

    at.now = 24 * 3_600_000;
    await companyOf('two');
    assert.deepEqual(at.asked, ['two']);
  });

  it('is kept for ten thousand references, of which the one looked up first makes room', async () => {
    const { at, companyOf } = setUpResolver();
    for (let customer = 0; customer < 10_000; customer++) await companyOf(`${customer}`);
    at.asked.length = 0;
    for (const reference of ['0', 'another', '1', '0']) await companyOf(reference);

    assert.deepEqual(at.asked, ['another', '0']);
  });
});

describe('the circuit breaker', () => {
  it('leaves an app alone that is away, also where a few visitors get a 500 or a 429 of it', async () => {
    const at = await setUpServer(identities.ask);
    const statuses = [503, 500, 502, 429, 503, 500, 504, 429, 503];
    at.app.answer = () => new Response(null, { status: statuses.shift() ?? 200 });
    for (let visitor = 0; visitor < 12; visitor++)
      await at.call('/token', { method: 'POST', headers: { Cookie: `session=${visitor}` } });
    assert.equal(at.app.questions.length, 9);
    await at.server.stop();
  });

  it('counts again from one after each answer that shows that the app is well', async () => {
    const at = await setUpServer(identities.ask);
    const statuses = [503, 503, 503, 503, 401, 503, 503, 503, 503, 401];
    at.app.answer = () => new Response(null, { status: statuses.shift() ?? 401 });
    for (let visitor = 0; visitor < 10; visitor++)
      await at.call('/token', { method: 'POST', headers: { Cookie: `session=${visitor}` } });
    assert.equal(at.app.questions.length, 10);
    await at.server.stop();
  });

  it('refuses after five failures, and lets one attempt decide after five seconds', async () => {
    let now = 0;
    let attempts = 0;
    const breaker = new CircuitBreaker(
      () => now,
      () => true,
    );
    const fail = () => breaker.run(() => (attempts++, Promise.reject(new Error('away'))));
    for (let time = 0; time < 7; time++)
      await assert.rejects(fail(), time < 5 ? /away/ : { code: 'CIRCUIT_OPEN' });
    assert.equal(attempts, 5);

    now += 5_000;
    await assert.rejects(fail(), /away/);
    await assert.rejects(fail(), { code: 'CIRCUIT_OPEN' });
    assert.equal(attempts, 6);

    now += 5_000;
    let end = (): void => undefined;
    const slow = breaker.run(() => new Promise<string>((resolve) => (end = () => resolve('there'))));
    await assert.rejects(fail(), { code: 'CIRCUIT_OPEN' }, 'one attempt at a time');
    end();
    assert.equal(await slow, 'there');
    assert.equal(await breaker.run(() => Promise.resolve('again')), 'again');
  });

  it('stays open when an answer that is no recovery comes to a question from before', async () => {
    const breaker = new CircuitBreaker(
      () => 0,
      (status) => status !== 500,
    );
    let end = (): void => undefined;
    const slow = breaker.run(() => new Promise<number>((resolve) => (end = () => resolve(500))));
    for (let time = 0; time < 5; time++)
      await assert.rejects(
        breaker.run(() => Promise.reject(new Error('away'))),
        /away/,
      );
    end();
    assert.equal(await slow, 500);
    await assert.rejects(
      breaker.run(() => Promise.resolve(200)),
      { code: 'CIRCUIT_OPEN' },
    );
  });

  it('neither counts an answer that one visitor can cause, nor takes it for a recovery', async () => {
    let now = 0;
    const breaker = new CircuitBreaker(
      () => now,
      (status) => status !== 500,
    );
    const fail = () =>
      assert.rejects(
        breaker.run(() => Promise.reject(new Error('away'))),
        /away/,
      );
    const answer = (status: number) => breaker.run(() => Promise.resolve(status));
    const assertOpen = () => assert.rejects(answer(200), { code: 'CIRCUIT_OPEN' });
    for (let time = 0; time < 20; time++) await answer(500);
    for (let time = 0; time < 4; time++) {
      await fail();
      await answer(500);
    }
    await fail();
    await assertOpen();

    now += 5_000;
    assert.equal(await answer(500), 500);
    assert.deepEqual(await Promise.all([answer(500), answer(500)]), [500, 500], 'it is there for all');
    await fail();
    await assertOpen();

    now += 5_000;
    assert.equal(await answer(200), 200);
    for (let time = 0; time < 4; time++) await fail();
    assert.equal(await answer(200), 200);
  });
});

describe('identity by a signed token', () => {
  let at: ServerSetUp;
  before(async () => (at = await setUpServer(identities.token)));
  after(() => at.server.stop());

  const statusWith = async (...tokens: string[]): Promise<number> => {
    const Cookie = tokens.map((token) => `session=${token}`).join('; ');
    return (await at.call('/token', { method: 'POST', headers: { Cookie } })).status;
  };

  it('takes the company from its claim, for as long as it is valid', async () => {
    const mine = await sessionToken({ sub: 'customer-1' });
    const { accessToken } = await at.tokenOf({ Cookie: `theme=dark; session=${mine}` });
    const headers = { Authorization: `Bearer ${accessToken}` };

    assert.equal(
      (await at.call('/api/integrations', { headers: { ...headers, Cookie: `session=${mine}` } })).status,
      200,
    );
    const theirs = await sessionToken({ sub: 'customer-2' });
    for (const Cookie of ['', 'session=', `session=${theirs}`])
      assert.equal(
        (await at.call('/api/integrations', { headers: { ...headers, Cookie } })).status,
        401,
        Cookie,
      );
  });

  it('takes a customer’s number as it takes that number’s text', async () => {
    const companyOf = async (sub: unknown) => {
      const session = await sessionToken({ sub });
      return (await at.tokenOf({ Cookie: `session=${session}` })).companyId;
    };
    for (const sub of [1, 4711]) assert.equal(await companyOf(sub), await companyOf(String(sub)));
    assert.notEqual(await companyOf(4711), await companyOf('471'));
    for (const sub of [0, -1, 0.5, 2 ** 60, true, ''])
      assert.equal(await statusWith(await sessionToken({ sub })), 401, String(sub));
  });

  it('takes Codat’s id of a company where the claim holds that', async () => {
    const byId = await setUpServer({ ...identities.token, IDENTITY_NAMES: 'company' });
    const session = await sessionToken({ sub: someId });
    const { companyId } = await byId.tokenOf({ Cookie: `session=${session}` });
    await byId.server.stop();

    assert.equal(companyId, someId);
  });

  it('refuses one that is forged, old, for another or unsigned, and two of them', async () => {
    const good = await sessionToken({ sub: 'customer-1' });
    const [head = '', payload = ''] = good.split('.');
    const past = Math.floor(Date.now() / 1000) - 60;
    const unsigned = `${btoa('{"alg":"none"}').replace(/=+$/, '')}.${payload}.`;
    const forged: Record<string, string> = {
      'another secret': await sessionToken(
        { sub: 'customer-1' },
        { secret: 'another-secret-of-thirty-two-bytes-or-so' },
      ),
      expired: await sessionToken({ sub: 'customer-1', exp: past }),
      'without an end': await sessionToken({ sub: 'customer-1', exp: undefined }),
      'not yet': await sessionToken({ sub: 'customer-1', nbf: past + 600 }),
      'another audience': await sessionToken({ sub: 'customer-1', aud: 'shop' }),
      'another issuer': await sessionToken({ sub: 'customer-1', iss: 'https://evil.example' }),
      'another algorithm': await sessionToken({ sub: 'customer-1' }, { algorithm: 'HS512' }),
      'no algorithm': unsigned,
      'no signature': `${head}.${payload}.`,
      'no claim': await sessionToken({ name: 'customer-1' }),
      'a claim of another type': await sessionToken({ sub: ['customer-1'] as never }),
      'no token': 'x',
      'far too long': await sessionToken({ sub: 'customer-1', name: 'x'.repeat(10_000) }),
    };

    assert.equal(await statusWith(good), 200);
    for (const [name, token] of Object.entries(forged)) assert.equal(await statusWith(token), 401, name);
    assert.equal(await statusWith(good, good), 401, 'two cookies of one name');
  });

  it('is checked by public keys as well, which are fetched when they are needed', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }] };
    let isAway = false;
    const settings = {
      by: 'token',
      from: { header: 'authorization' },
      issuer: 'https://lender.example',
      audience: 'codat',
      algorithms: ['ES256', 'RS256'],
      claim: 'sub',
      names: 'reference',
    } as const;
    const fetch = () =>
      isAway ? Promise.reject(new TypeError('fetch failed')) : Promise.resolve(Response.json(keys));
    const deps = { fetch, date: Date.now };
    const make = (jwksUrl: string): IdentifyCompany =>
      createIdentifyCompanyByToken({ ...settings, key: { jwksUrl: new URL(jwksUrl) } }, deps);
    const named = (identify: IdentifyCompany, token: string): Promise<CompanyIdOrReference> =>
      identify(
        new Request('https://lender.example', { headers: { Authorization: `Bearer ${token}` } }),
        {} as never,
      );
    const sign = (kid: string) =>
      new SignJWT({ sub: 'customer-1', iss: settings.issuer, aud: settings.audience })
        .setProtectedHeader({ alg: 'ES256', kid })
        .setExpirationTime('10m')
        .sign(privateKey);

    const byUrl = make('https://id.example/keys');
    assert.deepEqual(await named(byUrl, await sign('one')), { reference: 'customer-1' });
    assert.equal(await named(byUrl, await sign('two')), null);
    const byKey = createIdentifyCompanyByToken({ ...settings, key: { publicKey } }, deps);
    assert.deepEqual(await named(byKey, await sign('any')), { reference: 'customer-1' });
    // The public key, which everyone has, is no secret to sign with.
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    assert.equal(await named(byKey, await sessionToken({ sub: 'customer-2' }, { secret: pem })), null);
    isAway = true;
    await assert.rejects(named(make('https://id.example/away'), await sign('one')), {
      name: 'KeysUnreachable',
    });
  });
});

describe('identity by a trusted proxy', () => {
  let at: ServerSetUp;
  before(async () => (at = await setUpServer(identities.proxy)));
  after(() => at.server.stop());

  const secret = identities.proxy.IDENTITY_SECRET;
  const statusWith = async (headers: Record<string, string | string[]>): Promise<number> =>
    (await at.call('/token', { method: 'POST', headers })).status;

  it('takes the header’s company, and asks for it with every request', async () => {
    const mine = { 'X-Customer': 'customer-1', 'X-Proxy-Secret': secret };
    const { accessToken } = await at.tokenOf(mine);
    const status = async (headers: object) =>
      (
        await at.call('/api/integrations', {
          headers: { Authorization: `Bearer ${accessToken}`, ...headers },
        })
      ).status;

    assert.equal(await status(mine), 200);
    assert.equal(await status({ ...mine, 'X-Customer': 'customer-2' }), 401);
    assert.equal(await status({ 'X-Proxy-Secret': secret }), 401, 'nobody is signed in any more');
  });

  it('refuses a header without the secret, or with another, and any that is there twice', async () => {
    const good = { 'X-Customer': 'customer-1', 'X-Proxy-Secret': secret };
    const smuggled: Record<string, Record<string, string | string[]>> = {
      'no secret': { 'X-Customer': 'customer-1' },
      'another secret': { ...good, 'X-Proxy-Secret': 'a-secret-of-thirty-two-bytes-or-more-0' },
      'a part of it': { ...good, 'X-Proxy-Secret': secret.slice(0, -1) },
      'an empty one': { ...good, 'X-Proxy-Secret': '' },
      'two companies': { ...good, 'X-Customer': ['customer-2', 'customer-1'] },
      'the same twice': { ...good, 'X-Customer': ['customer-1', 'customer-1'] },
      'two secrets': { ...good, 'X-Proxy-Secret': ['x', secret] },
      'no company': { 'X-Proxy-Secret': secret },
      'as a cookie': { Cookie: `x-customer=customer-1; x-proxy-secret=${secret}` },
      'with underscores': { X_Customer: 'customer-1', 'X-Proxy-Secret': secret },
    };

    assert.equal(await statusWith(good), 200);
    for (const [name, headers] of Object.entries(smuggled))
      assert.equal(await statusWith(headers), 401, name);
    assert.notEqual(await statusWith({ ...good, 'X-Customer': 'customer-2, customer-1' }), 200);
  });

  it('takes Codat’s id of a company where the header holds that', async () => {
    const byId = await setUpServer({ ...identities.proxy, IDENTITY_NAMES: 'company' });
    const { companyId } = await byId.tokenOf({ 'X-Customer': someId, 'X-Proxy-Secret': secret });
    await byId.server.stop();

    assert.equal(companyId, someId);
  });

  it('logs neither the header nor the secret', async () => {
    await at.tokenOf({ 'X-Customer': 'customer-1', 'X-Proxy-Secret': secret });

    assert.ok(at.log.length > 0);
    for (const line of at.log) {
      assert.ok(!line.includes(secret), line);
      assert.ok(!line.includes('customer-1'), line);
    }
  });
});
