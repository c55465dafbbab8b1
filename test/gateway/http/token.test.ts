import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SignJWT, UnsecuredJWT, base64url, decodeJwt, decodeProtectedHeader } from 'jose';
import { baseUrl, json, setUp, signingKey, unknownCompany, type ErrorBody } from '../set-up.js';
import { tokenAnswer } from '../../../src/gateway/operations/schemas.js';
import { passHalfMinuteOnceAsked, stopClock } from '../../support/clock.js';

interface Token {
  companyId: string;
  accessToken: string;
}

const post = { method: 'POST' };
const secret = (key: string) => new TextEncoder().encode(key);
const integrations = '/api/integrations';

describe('POST /token', () => {
  it('gives a signed-in person’s page a token for their company', async () => {
    const { call, company, clock } = await setUp();
    const response = await call('/token', { ...post, headers: { Origin: 'https://lender.example' } });

    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
    const { accessToken, ...rest } = await json<Token>(response);
    assert.deepEqual(rest, { companyId: company, expiresIn: 900, tokenType: 'Bearer', apiBase: './api' });
    const seconds = clock.now / 1000;
    assert.deepEqual(decodeJwt(accessToken), {
      iss: baseUrl,
      aud: baseUrl,
      iat: seconds,
      exp: seconds + 900,
      company,
      scope: 'api',
      cookieBound: true,
    });
    const { alg, kid } = decodeProtectedHeader(accessToken);
    assert.equal(alg, 'HS256');
    assert.match(kid ?? '', /^[0-9a-f]{8}$/);
  });

  it('may say the lifetime as a number or as text, for a day at most either way', () => {
    const { expiresIn } = tokenAnswer.shape;
    const takes = (value: unknown): boolean => expiresIn.safeParse(value).success;
    for (let seconds = 0; seconds <= 100_000; seconds++)
      assert.equal(takes(String(seconds)), takes(seconds), String(seconds));
    for (const text of ['86400.5', '-1', '1e3', '0900', '']) assert.equal(takes(text), false, text);
  });

  it('answers 401 to someone who is not signed in', async () => {
    const { call, visitor } = await setUp();
    visitor.company = null;
    const response = await call('/token', post);
    assert.equal(response.status, 401);
    assert.equal((await json<ErrorBody>(response)).error, 'Nobody is signed in.');
  });

  it('gives nothing to pages of other sites', async () => {
    const { call } = await setUp();
    const others: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'https://evil.example' },
      { Origin: 'http://lender.example' },
      { Origin: 'null' },
    ];
    for (const headers of others) {
      assert.equal((await call('/token', { ...post, headers })).status, 403, JSON.stringify(headers));
    }
  });

  it('answers 503 when the host’s sign-in check fails, with a Retry-After, and puts the reason in the host’s log', async (t) => {
    const log = t.mock.method(console, 'error', () => undefined);
    const { call } = await setUp({
      company: () => {
        throw new Error('no database');
      },
    });
    const response = await call('/token', post);
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('Retry-After'), '5');
    assert.doesNotMatch(await response.text(), /database/);
    assert.match(String(log.mock.calls[0]?.arguments[1]), /"setting":"company","error":"Error"/);
    assert.doesNotMatch(String(log.mock.calls[0]?.arguments), /no database/);
  });

  it('answers 503 as well when the host’s sign-in check takes over ten seconds', async (t) => {
    t.mock.method(console, 'error', () => undefined);
    // A client of a database returns a promise of its own.
    const query = { then: () => undefined } as unknown as Promise<string>;
    let asked = 0;
    const never = (answer: Promise<string>) => () => {
      asked++;
      return answer;
    };
    const lenders = await Promise.all([
      setUp({ company: never(new Promise(() => undefined)) }),
      setUp({ company: never(query) }),
    ]);
    const clock = stopClock(t);
    const answers = lenders.map(({ call }) => call('/token', post));
    await passHalfMinuteOnceAsked(clock, () => asked === 2);
    for (const answer of answers) assert.equal((await answer).status, 503);
  });

  it('creates no token that outlives sign-out when the second sign-in check fails', async (t) => {
    t.mock.method(console, 'error', () => undefined);
    const person = { company: unknownCompany as string | null };
    let questions = 0;
    const { call } = await setUp({
      company: () => {
        if (++questions === 2) throw new Error('no database');
        return person.company;
      },
    });
    const headers = { Cookie: 'session=1' };
    const { accessToken: token } = await json<Token>(await call('/token', { ...post, headers }));
    assert.equal((await call(integrations, { token, headers })).status, 200);
    person.company = null;
    assert.equal((await call(integrations, { token, headers })).status, 401);
    assert.equal((await call(integrations, { token })).status, 401);
  });

  it('works if the host throws for requests without the header it authenticates by', async (t) => {
    t.mock.method(console, 'error', () => undefined);
    const { call } = await setUp({
      company: ({ headers }) => {
        if (headers.get('X-Session') !== 'me') throw new Error('no header');
        return unknownCompany;
      },
    });
    const headers = { Cookie: 'analytics=1' };
    const response = await call('/token', { ...post, headers: { ...headers, 'X-Session': 'me' } });
    const { accessToken: token } = await json<Token>(response);
    assert.equal((await call(integrations, { token, headers })).status, 200);
  });

  it('is refused to a page that speaks another version than the gateway', async () => {
    const { call } = await setUp();
    const statuses = ['', '?contract=1', '?contract=2', '?contract=1&contract=2', '?contract='].map(
      async (query) => (await call(`/token${query}`, post)).status,
    );
    assert.deepEqual(await Promise.all(statuses), [200, 200, 410, 200, 410]);
  });

  it('accepts only Codat’s ids for a company', async (t) => {
    const log = t.mock.method(console, 'error', () => undefined);
    const { call } = await setUp({ company: () => '../../companies' });
    assert.equal((await call('/token', post)).status, 500);
    assert.match(String(log.mock.calls[0]?.arguments[1]), /NOT_A_COMPANY_ID/);
  });
});

describe('a token', () => {
  it('is valid at /api for fifteen minutes', async () => {
    const { call, clock, tokenFor } = await setUp();
    const token = await tokenFor();
    clock.now += 899_000;
    assert.equal((await call(integrations, { token })).status, 200);
    clock.now += 1_000;
    const response = await call(integrations, { token });
    assert.equal(response.status, 401);
    assert.equal(response.headers.get('WWW-Authenticate'), 'Bearer');
  });

  it('is refused when it is missing, altered, unsigned, or of another algorithm, key, gateway or purpose', async () => {
    const { call, clock, company, tokenFor } = await setUp();
    const token = await tokenFor();
    const [header = '', , signature = ''] = token.split('.');
    const claims = decodeJwt(token);
    const { kid = '' } = decodeProtectedHeader(token);
    const elsewhere = base64url.encode(JSON.stringify({ ...claims, company: unknownCompany }));
    const sign = (changed: object, key = signingKey, alg = 'HS256', keyId = kid) =>
      new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg, kid: keyId }).sign(secret(key));

    const good = await sign({});
    assert.equal((await call(integrations, { token: good })).status, 200);
    const bad = {
      missing: undefined,
      empty: '',
      nonsense: 'nonsense',
      touched: `${header}.${elsewhere}.${signature}`,
      unsigned: new UnsecuredJWT(claims).encode(),
      'of another algorithm': await sign({}, signingKey, 'HS512'),
      'of another key': await sign({}, 'another-key-of-thirty-two-chars-or-more'),
      'of an unknown key id': await sign({}, signingKey, 'HS256', 'deadbeef'),
      'from elsewhere': await sign({ iss: 'https://evil.example/codat' }),
      'for elsewhere': await sign({ aud: 'https://other.example/codat' }),
      'for links': await sign({ aud: `${baseUrl}/link`, connection: company }),
      'of another scope': await sign({ scope: 'everything' }),
      'without an end': await sign({ exp: undefined }),
      'from before': await sign({ exp: clock.now / 1000 }),
      'from far ahead': await sign({ iat: clock.now / 1000 + 61 }),
      'of no known age': await sign({ iat: undefined }),
      'too long': await sign({ padding: 'x'.repeat(4096) }),
    };
    for (const [what, value] of Object.entries(bad)) {
      const response = await call(integrations, value === undefined ? {} : { token: value });
      assert.equal(response.status, 401, what);
    }
  });

  it('is accepted with the previous signing key, and refused with one that was removed', async () => {
    const older = 'the-key-before-of-thirty-two-chars-or-more';
    const before = await setUp({ signingKeys: [older] });
    const token = await before.tokenFor();
    const rotated = await setUp({ signingKeys: [signingKey, older], company: () => before.company });
    assert.equal((await rotated.call(integrations, { token })).status, 200);
    assert.notEqual(decodeProtectedHeader(await rotated.tokenFor()).kid, decodeProtectedHeader(token).kid);
    const done = await setUp({ company: () => before.company });
    assert.equal((await done.call(integrations, { token })).status, 401);
  });

  it('is accepted by every process during a rolling key rotation', async () => {
    const [older, newer] = ['the-key-before-of-thirty-two-chars-or-more', signingKey];
    const first = await setUp({ signingKeys: [older] });
    const at = (...signingKeys: string[]) => setUp({ signingKeys, company: () => first.company });
    const steps = [await at(older), await at(older, newer), await at(newer, older), await at(newer)];
    for (const [index, now] of steps.entries()) {
      const token = await now.tokenFor();
      for (const neighbour of steps.slice(Math.max(0, index - 1), index + 2)) {
        assert.equal((await neighbour.call(integrations, { token })).status, 200);
      }
    }
  });

  it('is accepted on machines whose clocks differ by a minute', async () => {
    const { call, clock, tokenFor } = await setUp();
    const token = await tokenFor();
    for (const offsetMs of [-60_000, 120_000]) {
      clock.now += offsetMs;
      assert.equal((await call(integrations, { token })).status, 200);
    }
  });

  it('ends when the person signs out or signs in for another company', async () => {
    const { call, visitor, tokenFor } = await setUp();
    const token = await tokenFor();
    visitor.company = unknownCompany;
    assert.equal((await call(integrations, { token })).status, 401);
    visitor.company = null;
    assert.equal((await call(integrations, { token })).status, 401);
  });

  it('passes the host nothing but cookies when the sign-in is checked again', async () => {
    const seen: (string | null)[][] = [];
    const { call } = await setUp({
      company: ({ headers }) => {
        seen.push([headers.get('Authorization'), headers.get('Cookie')]);
        return unknownCompany;
      },
    });
    const headers = { Cookie: 'session=1' };
    const { accessToken } = await json<Token>(await call('/token', { ...post, headers }));
    await call(integrations, { token: accessToken, headers });
    assert.deepEqual(seen, [
      [null, 'session=1'],
      [null, 'session=1'],
      [null, 'session=1'],
    ]);
  });

  it('is enough by itself if the host authenticates by a header of its own', async () => {
    const byHeader =
      (name: string) =>
      ({ headers }: Request) =>
        headers.get(name) === 'me' ? unknownCompany : null;
    for (const name of ['Authorization', 'X-Session']) {
      const { call } = await setUp({ company: byHeader(name) });
      const response = await call('/token', { ...post, headers: { [name]: 'me' } });
      const { accessToken } = await json<Token>(response);
      assert.equal(decodeJwt(accessToken)['cookieBound'], false);
      assert.equal((await call(integrations, { token: accessToken })).status, 200);
    }
  });

  it('must agree with the host’s credentials wherever a request has them', async () => {
    const byHeaderElseCookie = ({ headers }: Request) =>
      headers.get('X-Session') === 'me' ? unknownCompany : headers.get('Cookie') && other;
    const other = unknownCompany.replaceAll('1', '9');
    const { call } = await setUp({ company: byHeaderElseCookie });
    const response = await call('/token', { ...post, headers: { 'X-Session': 'me' } });
    const { accessToken: token } = await json<Token>(response);
    assert.equal((await call(integrations, { token })).status, 200);
    assert.equal((await call(integrations, { token, headers: { Cookie: 'session=1' } })).status, 401);
  });

  it('is not bound to cookies when the host reads a header before it returns the company', async () => {
    const { gateway } = await setUp({
      company: (_request, context) => (context === 'known by header' ? unknownCompany : null),
    });
    const requested = new Request(`${baseUrl}/token`, { ...post, headers: { Authorization: 'Bearer host' } });
    const { accessToken } = await json<Token>(await gateway.fetch(requested, 'known by header'));
    const headers = { Authorization: `Bearer ${accessToken}` };
    assert.equal((await gateway.fetch(new Request(baseUrl + integrations, { headers }))).status, 200);
  });
});
