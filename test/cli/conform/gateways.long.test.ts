import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeToken } from '../../../src/cli/conform/json-web-token.js';
import { baseUrl, apiKey } from '../../gateway/set-up.js';
import { examine, lenderWithTwo, people, mine as mineCookie } from './lender.js';

type Lender = Awaited<ReturnType<typeof lenderWithTwo>>;
type Pass = (request: Request) => Promise<Response>;

/** A gateway that is ours but for one mistake: `pass` has ours answer. */
type Mistake = (request: Request, pass: Pass, lender: Lender) => Response | Promise<Response>;

const pathOf = ({ url }: Request): string => new URL(url).pathname.replace('/codat', '');
const noStore = { 'Cache-Control': 'no-store' };
const isApi = (request: Request) => pathOf(request).startsWith('/api/');
const isEvents = (request: Request) => pathOf(request) === '/events';
const isPlatforms = (request: Request) => pathOf(request) === '/platforms';
const hasToken = ({ headers }: Request) => headers.has('Authorization');

/** The same request at another path, with other headers. */
async function changed(
  request: Request,
  { path = pathOf(request), headers = {} }: { path?: string; headers?: Record<string, string> },
): Promise<Request> {
  const all = new Headers(request.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  const { method } = request;
  const body = request.body ? await request.text() : undefined;
  return new Request(baseUrl + path, { method, headers: all, ...(body !== undefined && { body }) });
}

/** The same answer with other headers, or another body. */
async function altered(
  response: Response,
  headers: Record<string, string | undefined>,
  change?: (text: string) => string,
): Promise<Response> {
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers))
    if (value === undefined) all.delete(name);
    else all.set(name, value);
  const { status } = response;
  const body = change ? change(await response.text()) : response.body;
  return new Response(status === 204 || status === 304 ? null : body, { status, headers: all });
}

/** Changes the answers of requests that match. */
const altering =
  (
    matches: (request: Request) => boolean,
    headers: Record<string, string | undefined>,
    change?: (text: string) => string,
  ): Mistake =>
  async (request, pass) =>
    matches(request) ? altered(await pass(request), headers, change) : pass(request);

/** Answers requests that match by itself. */
const instead =
  (matches: (request: Request) => boolean, answer: () => Response): Mistake =>
  (request, pass) =>
    matches(request) ? answer() : pass(request);

const tokenOf = async (pass: Pass, cookie = mineCookie): Promise<string> => {
  const request = new Request(`${baseUrl}/token`, { method: 'POST', headers: { Cookie: cookie } });
  const { accessToken } = (await (await pass(request)).json()) as { accessToken: string };
  return accessToken;
};

/** Sends what matches with the first person's own cookie and token. */
const asFirst =
  (matches: (request: Request) => boolean): Mistake =>
  async (request, pass) => {
    if (!matches(request)) return pass(request);
    const headers = { Cookie: mineCookie, Authorization: `Bearer ${await tokenOf(pass)}` };
    return pass(await changed(request, { headers }));
  };

const isList = (request: Request) => /^\/api\/companies\/[^/]+\/connections$/.test(pathOf(request));
const isLink = (request: Request) =>
  pathOf(request).startsWith('/link/') && !pathOf(request).endsWith('forged');

const html = () =>
  new Response('<!doctype html><div id="app">', { headers: { 'Content-Type': 'text/html' } });

const cases: readonly [what: string, mistake: Mistake, ...expected: [check: string, says: RegExp][]][] = [
  [
    'a page for every path',
    (request, pass) => pass(request).then((response) => (response.status === 404 ? html() : response)),
    ['unknown paths', /answered 200/],
    ['GET /consents', /page of HTML/],
    ['GET /share/…', /answered 200/],
  ],
  ['no health', instead((r) => pathOf(r) === '/health', html), ['health', /page of HTML/]],
  ['platforms of HTML', instead(isPlatforms, html), ['platforms', /page of HTML/], ['other methods', /200/]],
  ['platforms of another shape', altering(isPlatforms, {}, () => '[]'), ['platforms', /another shape/]],
  [
    'a cookie with the platforms',
    altering(isPlatforms, { 'Set-Cookie': 'a=b; Secure; HttpOnly' }),
    ['platforms', /set a cookie/],
  ],
  [
    'a 304 for every tag',
    (request, pass) =>
      isPlatforms(request) && request.headers.has('If-None-Match')
        ? new Response(null, { status: 304, headers: { ETag: request.headers.get('If-None-Match') ?? '' } })
        : pass(request),
    ['platforms: ETag', /another ETag in If-None-Match are answered 304/],
  ],
  [
    'no 304',
    async (request, pass) => {
      if (!isPlatforms(request)) return pass(request);
      const plain = new Request(request.url, { method: request.method });
      return pass(plain);
    },
    ['platforms: ETag', /their own ETag in If-None-Match are answered 200/],
  ],
  ['an ETag without quotes', altering(isPlatforms, { ETag: 'abc' }), ['platforms: ETag', /quotation marks/]],
  [
    'a 304 without its ETag',
    async (request, pass) => {
      const response = await pass(request);
      return response.status === 304 ? new Response(null, { status: 304 }) : response;
    },
    ['platforms: ETag', /has not the ETag/],
  ],
  [
    'compression without Vary',
    async (request, pass) => {
      const response = await pass(request);
      return isPlatforms(request) && response.status === 200
        ? altered(response, { 'Content-Encoding': 'br' })
        : response;
    },
    ['Vary', /Accept-Encoding/],
  ],
  [
    'platforms that differ by person',
    async (request, pass) => {
      const response = await pass(request);
      return isPlatforms(request) && request.headers.has('Cookie')
        ? altered(response, {}, (text) => text.replace('"results":[', '"results":[ '))
        : response;
    },
    ['platforms for all', /differ by person/],
  ],
  [
    'an SVG that may run scripts',
    altering((r) => pathOf(r).startsWith('/assets/'), {
      'Content-Type': 'image/svg+xml',
      'Content-Security-Policy': undefined,
    }),
    ['images', /SVG image could run scripts/],
  ],
  [
    'failures without a token',
    (request, pass) =>
      isApi(request) && !hasToken(request) ? new Response('', { status: 500 }) : pass(request),
    ['requests without a token', /answered 500/],
  ],
  [
    'sign-in pages without a token',
    (request, pass) =>
      isApi(request) && !hasToken(request)
        ? new Response(null, { status: 302, headers: { Location: '/login' } })
        : pass(request),
    ['requests without a token', /answered 302/],
  ],
  [
    'an API without a token',
    asFirst((r) => r.method === 'GET' && isApi(r) && !hasToken(r)),
    ['requests without a token', /a success: GET \/api\/integrations, /],
  ],
  [
    'an API that verifies no token',
    asFirst((r) => isApi(r) && hasToken(r) && r.headers.get('Cookie') === mineCookie),
    [
      'forged tokens',
      /takes a token that is none, a token whose end was changed, a token without its signature/,
    ],
  ],
  [
    'an API for any company',
    async (request, pass, { company, companies }) => {
      const other = companies.get('theirs') ?? '';
      const path = pathOf(request);
      if (!path.includes(other) || !request.headers.get('Cookie')?.includes('mine')) return pass(request);
      return pass(await changed(request, { path: path.replace(other, company) }));
    },
    ['other companies', /opens another company’s paths/],
  ],
  [
    'a list of everyone’s connections',
    async (request, pass, { company, companies }) => {
      const other = companies.get('theirs') ?? '';
      if (
        !isList(request) ||
        request.method !== 'GET' ||
        !pathOf(request).includes(other) ||
        !hasToken(request)
      )
        return pass(request);
      if (!request.headers.get('Cookie')?.includes('theirs')) return pass(request);
      const headers = { Cookie: mineCookie, Authorization: `Bearer ${await tokenOf(pass)}` };
      return pass(await changed(request, { path: pathOf(request).replace(other, company), headers }));
    },
    ['new connection', /in the list of another company/],
    ['other companies', /lists have the same connection/],
  ],
  [
    'the other company’s list',
    async (request, pass, { company, companies }) => {
      const isMine = isList(request) && request.method === 'GET' && pathOf(request).includes(company);
      if (!isMine || !hasToken(request) || !request.headers.get('Cookie')?.includes('mine'))
        return pass(request);
      const theirs = 'session=theirs';
      const headers = { Cookie: theirs, Authorization: `Bearer ${await tokenOf(pass, theirs)}` };
      const path = pathOf(request).replace(company, companies.get('theirs') ?? '');
      return request.headers.get('Authorization') === `Bearer ${await tokenOf(pass)}` ||
        request.headers.has('Cache-Control')
        ? pass(await changed(request, { path, headers }))
        : pass(request);
    },
    ['new connection', /not in the list of its company/],
  ],
  [
    'lists that caches keep',
    altering(isList, { 'Cache-Control': 'public, max-age=60' }),
    ['connecting', /public, max-age=60/],
    ['GET /api/companies/:company/connections', /public, max-age=60/],
    ['caching of failures', /may be kept by caches/],
  ],
  [
    'connections of another shape',
    altering(
      (r) => isList(r) && r.method === 'GET',
      {},
      (text) => text.replaceAll('"linkUrl"', '"url"'),
    ),
    ['GET /api/companies/:company/connections', /results\.0\.linkUrl is missing/],
  ],
  [
    'an error with status 200',
    instead(
      (r) => pathOf(r).endsWith('/dataStatus') && hasToken(r),
      () => Response.json({ error: 'No.', statusCode: 404 }, { headers: noStore }),
    ),
    ['GET /api/companies/:company/dataStatus', /another shape|status 200 and an error/],
  ],
  [
    'Codat’s own links',
    altering(isList, {}, (text) =>
      text.replaceAll(`${baseUrl}/link/`, 'https://link-api.codat.io/companies/c/connections/d/start?otp='),
    ),
    ['no one-time link', /GET \/codat\/api\/companies/],
  ],
  [
    'Codat’s API as a whole',
    async (request, pass, { simulator }) => {
      const response = await pass(request);
      const isOpen =
        response.status === 404 && isApi(request) && request.method === 'GET' && hasToken(request);
      if (!isOpen) return response;
      const url = simulator.origin + pathOf(request).replace('/api', '');
      return simulator.fetch(new Request(url, { headers: { Authorization: `Basic ${btoa(apiKey)}` } }));
    },
    ['other paths of Codat’s', /GET \/api\/companies, GET \/api\/profile, GET/],
    ['other companies', /opens another company/],
    ['no one-time link', /sign-in link/],
  ],
  [
    'Codat’s access token',
    (request, pass) =>
      pathOf(request).endsWith('/accessToken') && hasToken(request)
        ? Response.json({ accessToken: 'x' }, { headers: noStore })
        : pass(request),
    ['other paths of Codat’s', /success: GET \/api\/companies\/\{company\}\/accessToken\./],
    ['other companies', /opens another company/],
  ],
  [
    'a token that outlives a sign-in',
    async (request, pass, { company }) => {
      const { claims } =
        decodeToken(request.headers.get('Authorization')?.replace('Bearer ', '') ?? '') ?? {};
      const isMixed = claims?.['company'] === company && request.headers.get('Cookie')?.includes('theirs');
      return pass(isMixed ? await changed(request, { headers: { Cookie: mineCookie } }) : request);
    },
    ['token and sign-in', /after someone else has signed in/],
  ],
  [
    'links that are not verified',
    instead(
      (r) => pathOf(r) === '/link/forged',
      () => Response.redirect('https://link.codat.io/company/x'),
    ),
    ['GET /link/…', /redirects someone with a forged link/],
  ],
  [
    'a return to wherever the query says',
    instead(
      (r) => pathOf(r) === '/return',
      () => Response.redirect('https://another-site.invalid/#codat=unknown', 303),
    ),
    ['GET /return', /wherever its query says/],
  ],
  [
    'a return that fails',
    instead(
      (r) => pathOf(r) === '/return',
      () => new Response('', { status: 500 }),
    ),
    ['GET /return', /answered 500/],
  ],
  [
    'webhooks of anyone',
    instead(
      (r) => pathOf(r) === '/webhooks' && r.method === 'POST',
      () => new Response(null, { status: 204 }),
    ),
    ['POST /webhooks', /without a signature is taken/],
    ['POST /webhooks', /with a forged signature is taken/],
  ],
  [
    'a stream of another type',
    altering((r) => isEvents(r) && hasToken(r), { 'Content-Type': 'application/json' }),
    ['event stream', /has the type application\/json/],
  ],
  [
    'a stream that begins with something else',
    instead(
      (r) => isEvents(r) && hasToken(r),
      () => new Response('{}', { headers: { 'Content-Type': 'text/event-stream', ...noStore } }),
    ),
    ['event stream', /begins with something else/],
  ],
  [
    'a stream that caches keep',
    altering((r) => isEvents(r) && hasToken(r), { 'Cache-Control': 'no-cache' }),
    ['event stream', /may be stored/],
  ],
  [
    'a stream for strangers',
    asFirst((r) => isEvents(r) && !hasToken(r)),
    ['requests without a token', /success: GET \/events\./],
    ['event stream', /without a token is answered 200/],
  ],
  [
    'addresses made of X-Forwarded-Host',
    async (request, pass) => {
      const response = await pass(request);
      const host = request.headers.get('X-Forwarded-Host');
      return host !== null && isList(request)
        ? altered(response, {}, (text) => text.replaceAll('lender.example', host))
        : response;
    },
    ['own address', /X-Forwarded-Host/],
    ['no one-time link', /not the gateway’s/],
  ],
  [
    'an ETag that stays as it is',
    (() => {
      let count = 0;
      return async (request, pass) => {
        const response = await pass(request);
        if (!isPlatforms(request) || request.method !== 'GET' || response.status === 304) return response;
        return altered(response, {}, (text) => text.replace('}', `,"count":${count++}}`));
      };
    })(),
    ['platforms for all', /their ETag does not/],
  ],
  [
    'a token in the address',
    async (request, pass) => {
      const token = new URL(request.url).searchParams.get('access_token');
      return token === null
        ? pass(request)
        : pass(await changed(request, { headers: { Authorization: `Bearer ${token}` } }));
    },
    ['token in the address', /ends up in logs/],
  ],
  [
    'bodies that are not looked at',
    (request, pass) =>
      isList(request) &&
      request.method === 'POST' &&
      hasToken(request) &&
      request.headers.get('Cookie') !== null
        ? request
            .clone()
            .text()
            .then((text) => (text === '{}' ? new Response(null, { status: 500 }) : pass(request)))
        : pass(request),
    ['bodies', /without a platform is answered 500/],
  ],
  [
    'a link that anyone opens',
    async (request, pass) =>
      isLink(request) && !request.headers.has('Cookie')
        ? pass(await changed(request, { headers: { Cookie: mineCookie } }))
        : pass(request),
    ['link to sign in', /Anyone with the link/],
  ],
  [
    'a link that other companies open',
    async (request, pass) =>
      isLink(request) && request.headers.get('Cookie')?.includes('theirs')
        ? pass(await changed(request, { headers: { Cookie: mineCookie } }))
        : pass(request),
    ['link to sign in', /Another company’s person/],
  ],
  [
    'a link that HEAD opens',
    (request, pass) =>
      isLink(request) && request.method === 'HEAD'
        ? pass(new Request(request.url, { headers: request.headers }))
        : pass(request),
    ['link to sign in', /HEAD opens the link/],
  ],
  [
    'a redirect to sign in that caches keep',
    altering(isLink, { 'Cache-Control': undefined }),
    ['link to sign in', /may be stored/],
  ],
];

describe('conform, of a gateway', () => {
  const args = [baseUrl, ...people, '--connect', 'gbol'];

  it('finds nothing wrong with ours, and checks all of it', async () => {
    const { gateway } = await lenderWithTwo();
    const { code, findings } = await examine((request) => gateway.fetch(request), args);
    assert.deepEqual(
      findings.filter(({ is }) => is !== 'ok'),
      [{ check: 'GET /consents', is: 'skipped', says: 'This gateway has none.' }],
    );
    assert.ok(findings.length > 40);
    assert.equal(code, 0);
    await gateway.close();
  });

  for (const [what, mistake, ...expected] of cases) {
    it(`names ${what}, and nothing else`, async () => {
      const lender = await lenderWithTwo();
      const pass: Pass = (request) => lender.gateway.fetch(request);
      const { code, wrong } = await examine((request) => mistake(request, pass, lender), args);
      assert.deepEqual(
        wrong.map(({ check }) => check),
        expected.map(([check]) => check),
        JSON.stringify(wrong, null, 1),
      );
      for (const [index, [, says]] of expected.entries()) assert.match(wrong[index]?.says ?? '', says);
      assert.equal(code, 1);
      await lender.gateway.close();
    });
  }
});
