import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { apiKey } from '../../gateway/set-up.js';
import { examine, people } from './lender.js';

const address = 'https://lender.example/session/codat';
const companies: Readonly<Record<string, string>> = {
  mine: '8a210b68-6988-11ed-a1eb-0242ac120002',
  theirs: '7baba7cf-4110-4a1e-9f2b-2dc9d5a2b7d3',
};

const sessionOf = ({ headers }: Request): string | undefined =>
  companies[/session=(\w+)/.exec(headers.get('Cookie') ?? '')?.[1] ?? ''];

const noStore = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
const refuse = (status: number, headers: Record<string, string> = {}) =>
  Response.json({ statusCode: status, error: 'No.' }, { status, headers: { ...noStore, ...headers } });

interface Change {
  /** Whose company a request is for. */
  readonly company?: (request: Request) => string | undefined | Promise<string | undefined>;
  readonly methods?: readonly string[];
  /** What someone who is not signed in gets. */
  readonly stranger?: () => Response;
  /** The token of a company. */
  readonly token?: (company: string) => string;
  /** Fields of the answer to change; undefined leaves one out. */
  readonly body?: object;
  /** Headers of every answer to change. */
  readonly headers?: (request: Request) => Record<string, string>;
  /** Replaces the answer to someone who is signed in. */
  readonly answer?: (company: string) => Response | Promise<Response>;
}

/** A token endpoint as it should be, in the language of the test, but for what a test changes. */
const tokenEndpoint =
  ({
    company = sessionOf,
    methods = ['POST'],
    stranger,
    token = (id) => `opaque-${id}`,
    body,
    headers,
    answer,
  }: Change = {}) =>
  async (request: Request): Promise<Response> => {
    const own = headers?.(request) ?? {};
    if (!methods.includes(request.method)) return refuse(405, { Allow: methods.join(', '), ...own });
    const origin = request.headers.get('Origin');
    if (!headers && origin !== null && origin !== 'https://lender.example') return refuse(403, own);
    const companyId = await company(request);
    if (companyId === undefined) return stranger?.() ?? refuse(401, own);
    if (answer) return answer(companyId);
    const fields = { companyId, accessToken: token(companyId), expiresIn: 900, ...body };
    return Response.json(fields, { headers: { ...noStore, ...own } });
  };

const part = (value: object) => btoa(JSON.stringify(value)).replace(/=+$/, '');
const jwt = (claims: object, alg = 'HS256') =>
  `${part({ alg })}.${part(claims)}.${alg === 'none' ? '' : 'c2lnbmVk'}`;
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const page = (text: string, init: ResponseInit = {}) =>
  new Response(text, { ...init, headers: { 'Content-Type': 'text/html', ...noStore } });
const redirect = () => new Response(null, { status: 302, headers: { Location: '/login?next=%2Fsecret' } });
const always =
  (headers: Record<string, string>): NonNullable<Change['headers']> =>
  () =>
    headers;

/** Keeps who is signed in where requests share it, as a field of a service does. */
function shared(): NonNullable<Change['company']> {
  let current: string | undefined;
  return async (request) => {
    current = sessionOf(request);
    // Requests of one moment have all arrived by then.
    await new Promise((resolve) => setImmediate(resolve));
    return current;
  };
}

/** Each fault, with the check that names it, how bad it is, and the sentence. */
const cases: readonly [what: string, change: Change, check: string, is: 'fault' | 'unsafe', says: RegExp][] =
  [
    [
      'a page of HTML',
      { answer: () => page('<!doctype html><form>') },
      'token',
      'fault',
      /is a page of HTML/,
    ],
    [
      'another type',
      { headers: always({ 'Content-Type': 'text/plain' }) },
      'token',
      'fault',
      /has the type text\/plain/,
    ],
    [
      'no JSON',
      { answer: () => new Response('ok', { headers: { 'Content-Type': 'application/json', ...noStore } }) },
      'token',
      'fault',
      /is no JSON/,
    ],
    [
      'no company',
      { body: { companyId: undefined } },
      'token',
      'fault',
      /another shape: companyId is missing\./,
    ],
    ['a token with a space', { body: { accessToken: 'Bearer x' } }, 'token', 'fault', /accessToken/],
    [
      'an error with status 200',
      { answer: () => Response.json({ error: 'No company.' }, { headers: noStore }) },
      'token',
      'fault',
      /status 200 and an error/,
    ],
    ['a redirect', { answer: redirect }, 'token', 'fault', /is a redirect \(302\) to \/login\./],
    ['a failure', { answer: () => refuse(500) }, 'token', 'fault', /has status 500/],
    ['no expiry', { body: { expiresIn: undefined } }, 'token lifetime', 'fault', /has no expiresIn/],
    ['an expiry in the past', { body: { expiresIn: 0 } }, 'token lifetime', 'fault', /above 0/],
    ['an expiry that is a date', { body: { expiresIn: '2027-01-01' } }, 'token lifetime', 'fault', /above 0/],
    ['milliseconds', { body: { expiresIn: 900_000 } }, 'token lifetime', 'unsafe', /900000 seconds/],
    ['a JWT without exp', { token: (sub) => jwt({ sub }) }, 'token lifetime', 'unsafe', /without exp/],
    [
      'a JWT for a year',
      { token: (sub) => jwt({ sub, exp: inSeconds(31_536_000) }) },
      'token lifetime',
      'unsafe',
      /more than a day/,
    ],
    [
      'a JWT that ends sooner than it says',
      { token: (sub) => jwt({ sub, exp: inSeconds(60) }) },
      'token lifetime',
      'fault',
      /ends before/,
    ],
    [
      'a JWT without a signature',
      { token: (sub) => jwt({ sub, exp: inSeconds(900) }, 'none') },
      'token signature',
      'unsafe',
      /no signature/,
    ],
    [
      'no Cache-Control',
      {
        answer: (companyId) => Response.json({ companyId, accessToken: `t${companyId}`, expiresIn: 900 }),
      },
      'token',
      'fault',
      /may be stored: it has no Cache-Control/,
    ],
    [
      'a private cache',
      {
        answer: (companyId) =>
          Response.json(
            { companyId, accessToken: `t${companyId}`, expiresIn: 900 },
            { headers: { 'Cache-Control': 'private, max-age=60' } },
          ),
      },
      'token',
      'fault',
      /Cache-Control is private, max-age=60/,
    ],
    [
      'an error with status 200 for strangers',
      { stranger: () => Response.json({ error: 'Sign in.' }, { headers: noStore }) },
      'token for strangers',
      'fault',
      /200 and no token/,
    ],
    [
      'a refusal that caches keep',
      { stranger: () => refuse(401, { 'Cache-Control': 'public, max-age=600' }) },
      'caching of failures',
      'fault',
      /A failure of POST .* may be kept/,
    ],
    ['500 for strangers', { stranger: () => refuse(500) }, 'token for strangers', 'fault', /gets 500/],
    ['a redirect for strangers', { stranger: redirect }, 'token for strangers', 'fault', /redirect \(302\)/],
    ['404 for strangers', { stranger: () => refuse(404) }, 'token for strangers', 'fault', /gets 404/],
    [
      'a password for strangers',
      { stranger: () => refuse(401, { 'WWW-Authenticate': 'Basic realm="x"' }) },
      'token for strangers',
      'fault',
      /Basic auth/,
    ],
    [
      'one company for everyone',
      { company: (request) => sessionOf(request) && companies['mine'] },
      'two people',
      'unsafe',
      /same company/,
    ],
    ['one token for everyone', { body: { accessToken: 'same' } }, 'two people', 'unsafe', /same token/],
    [
      'a variable that requests share',
      { company: shared() },
      'two people at once',
      'unsafe',
      /other’s company/,
    ],
    [
      'a company from the query',
      {
        company: (request) =>
          sessionOf(request) && (new URL(request.url).searchParams.get('companyId') ?? sessionOf(request)),
      },
      'company from the session',
      'unsafe',
      /A person gets a token for the company that the request names/,
    ],
    [
      'a company from the body',
      {
        company: async (request) => {
          const own = sessionOf(request);
          const { company } = (await request.json().catch(() => ({}))) as { company?: string };
          return own && (company ?? own);
        },
      },
      'company from the session',
      'unsafe',
      /company that the request names/,
    ],
    ['GET', { methods: ['GET', 'POST'] }, 'token by GET', 'unsafe', /A GET gives a token too/],
    [
      'CORS for all with cookies',
      {
        headers: always({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' }),
      },
      'CORS',
      'unsafe',
      /\* beside Access-Control-Allow-Credentials/,
    ],
    ['CORS for all', { headers: always({ 'Access-Control-Allow-Origin': '*' }) }, 'CORS', 'fault', /is \*/],
    [
      'CORS for whoever asks',
      {
        headers: (request) => ({
          'Access-Control-Allow-Origin': request.headers.get('Origin') ?? 'null',
          'Access-Control-Allow-Credentials': 'true',
          Vary: 'Origin',
        }),
      },
      'CORS',
      'unsafe',
      /repeats whatever Origin says/,
    ],
    [
      'CORS without Vary',
      { headers: always({ 'Access-Control-Allow-Origin': 'https://app.lender.example' }) },
      'Vary',
      'fault',
      /without Vary: Origin/,
    ],
    [
      'the API key',
      { body: { debug: `key ${apiKey}` } },
      'no secret',
      'unsafe',
      /API key is in the answer of POST/,
    ],
    [
      'the API key in a header',
      { headers: always({ 'X-Debug': `Basic ${btoa(apiKey)}` }) },
      'no secret',
      'unsafe',
      /Codat’s API key is in/,
    ],
    [
      'an Authorization header in a field',
      { body: { request: { headers: { Authorization: 'Basic YW5vdGhlcg==' } } } },
      'no secret',
      'unsafe',
      /looks like a secret/,
    ],
    [
      'an API key of another name',
      { body: { api_key: 'abc' } },
      'no secret',
      'unsafe',
      /looks like a secret/,
    ],
    [
      'an Authorization header',
      { headers: always({ Authorization: 'Bearer x' }) },
      'no secret',
      'unsafe',
      /looks like a secret/,
    ],
    [
      'a secret in the claims of a token',
      { token: (sub) => jwt({ sub, exp: inSeconds(900), apiKey: 'abc' }) },
      'no secret',
      'unsafe',
      /looks like a secret/,
    ],
    [
      'a stack trace',
      {
        stranger: () =>
          Response.json(
            { error: 'Error: no\n    at find (/srv/app.js:3:1)' },
            { status: 401, headers: noStore },
          ),
      },
      'no secret',
      'fault',
      /stack trace/,
    ],
    [
      'a link of Codat’s',
      { body: { redirect: 'https://link.codat.io/company/8a210b68' } },
      'no one-time link',
      'unsafe',
      /sign-in link/,
    ],
    [
      'a link that is not the server’s',
      { body: { connections: [{ linkUrl: 'https://elsewhere.example/start?otp=1' }] } },
      'no one-time link',
      'unsafe',
      /sign-in link/,
    ],
    [
      'a cookie for plain http',
      { headers: always({ 'Set-Cookie': 'session=x; HttpOnly; SameSite=Lax' }) },
      'cookies',
      'unsafe',
      /lacks Secure\./,
    ],
    [
      'a cookie for scripts',
      { headers: always({ 'Set-Cookie': 'session=x; Secure; SameSite=Lax' }) },
      'cookies',
      'unsafe',
      /lacks HttpOnly\./,
    ],
  ];

describe('conform, of a token endpoint alone', () => {
  it('finds nothing wrong with one that is as it should be', async () => {
    const { code, wrong, findings } = await examine(tokenEndpoint(), [
      '--token-endpoint',
      address,
      ...people,
    ]);
    assert.deepEqual(wrong, []);
    assert.equal(code, 0);
    assert.deepEqual(
      findings.filter(({ is }) => is !== 'ok'),
      [],
    );
  });

  it('takes a cookie that scripts read against forgery, and one that is taken away', async () => {
    for (const cookie of ['XSRF-TOKEN=x; Secure; SameSite=Lax', 'session=; Max-Age=0']) {
      const server = tokenEndpoint({ headers: always({ 'Set-Cookie': cookie }) });
      const { wrong } = await examine(server, ['--token-endpoint', address, ...people]);
      assert.deepEqual(wrong, [], cookie);
    }
  });

  for (const [what, change, check, is, says] of cases) {
    it(`names ${what}, and nothing else`, async () => {
      const { code, wrong } = await examine(tokenEndpoint(change), ['--token-endpoint', address, ...people]);
      assert.deepEqual(
        wrong.map((each) => `${each.check} ${each.is}`),
        [`${check} ${is}`],
        JSON.stringify(wrong, null, 1),
      );
      const [found] = wrong;
      assert.ok(found && 'cure' in found);
      assert.match(found.says, says);
      assert.ok(found.cure.length > 10);
      assert.match(found.page, /^https:/);
      assert.ok(!JSON.stringify(wrong).includes(apiKey));
      assert.equal(code, 1);
    });
  }

  it('names a token for strangers', async () => {
    const server = tokenEndpoint({ company: (request) => sessionOf(request) ?? companies['mine'] });
    const { wrong } = await examine(server, ['--token-endpoint', address, ...people]);
    assert.deepEqual(
      wrong.map(({ check, is }) => `${check} ${is}`),
      ['token for strangers unsafe', 'company from the session unsafe'],
    );
  });

  it('looks at what strangers get where nobody else is given', async () => {
    const server = tokenEndpoint({
      company: () => companies['mine'],
      body: { expiresIn: undefined },
      headers: always({ 'Cache-Control': 'public' }),
    });
    const { wrong } = await examine(server, ['--token-endpoint', address]);
    assert.deepEqual(
      wrong.map(({ check }) => check),
      ['token for strangers', 'token', 'token lifetime', 'company from the session', 'caching of failures'],
    );
  });

  it('says what it could not check without people, or without a second one', async () => {
    const alone = await examine(tokenEndpoint(), ['--token-endpoint', address]);
    assert.equal(alone.code, 0);
    assert.match(alone.findings.find(({ check }) => check === 'token')?.says ?? '', /--cookie or --header/);
    const one = await examine(tokenEndpoint(), ['--token-endpoint', address, ...people.slice(0, 2)]);
    assert.match(one.findings.find(({ check }) => check === 'two people')?.says ?? '', /--other-cookie/);
  });

  for (const origin of ['https://app.lender.example', 'capacitor://localhost'])
    it(`lets pages of another origin of the lender’s in: ${origin}`, async () => {
      const args = ['--token-endpoint', address, ...people, '--page-origin', origin];
      const good = tokenEndpoint({
        methods: ['POST', 'OPTIONS'],
        headers: ({ headers }) => ({
          Vary: 'Origin',
          ...(headers.get('Origin') === origin && {
            'Access-Control-Allow-Origin': origin,
            'Access-Control-Allow-Credentials': 'true',
          }),
        }),
      });
      assert.deepEqual((await examine(good, args)).wrong, []);
      const { wrong } = await examine(tokenEndpoint(), args);
      assert.deepEqual(
        wrong.map(({ check }) => check),
        ['pages of --page-origin'],
      );
    });

  it('ends when nothing answers', async () => {
    const { code, wrong } = await examine(
      () => Promise.reject(new TypeError('fetch failed')),
      ['--token-endpoint', address],
    );
    assert.deepEqual(
      wrong.map(({ check }) => check),
      ['reachable'],
    );
    assert.equal(code, 1);
  });
});
