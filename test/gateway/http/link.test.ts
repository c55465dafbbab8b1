import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import {
  baseUrl,
  codatOrigin,
  json,
  locationOf,
  setUp,
  signingKey,
  unknownCompany,
  ticketIn,
} from '../set-up.js';

const read = /^\/companies\/[^/]+\/connections\/[^/]+$/;

/** Someone about to sign in: a pending connection and the link to it. */
async function about(given: Parameters<typeof setUp>[0] = {}) {
  const lender = await setUp(given);
  const page = await lender.openPage();
  return { ...lender, own: page, ...(await page.connect('gbol')) };
}

describe('GET /link', () => {
  it('redirects to Codat by a link read at that moment, and leaves no trace', async () => {
    const { call, id, company, linkUrl, countRequests } = await about();
    const before = countRequests('GET', read);
    const response = await call(linkUrl);
    const location = new URL(locationOf(response));

    assert.equal(
      location.origin + location.pathname,
      `${codatOrigin}/companies/${company}/connections/${id}/start`,
    );
    assert.ok(location.searchParams.get('otp'));
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
    assert.equal(response.headers.get('Referrer-Policy'), 'no-referrer');
    assert.equal(await response.text(), '');
    assert.equal(countRequests('GET', read), before + 1);

    const again = new URL(locationOf(await call(linkUrl)));
    assert.notEqual(again.searchParams.get('otp'), location.searchParams.get('otp'));
  });

  it('passes a state to the sign-in that returns the person to a page that the host lists', async () => {
    const { call, id, company, linkUrl, clock } = await about({
      returnTo: ['/connected', 'https://app.lender.example/done?tab=2'],
    });
    const stateOf = async (url: string) =>
      decodeJwt(new URL(locationOf(await call(url))).searchParams.get('state') ?? '');

    assert.deepEqual(await stateOf(linkUrl), {
      iss: baseUrl,
      aud: `${baseUrl}/return`,
      iat: clock.now / 1000,
      exp: clock.now / 1000 + 86_400,
      company,
      connection: id,
      for: 'own',
      returnTo: 'https://lender.example/connected',
    });
    const requested = encodeURIComponent('https://app.lender.example/done?tab=2');
    const state = await stateOf(`${linkUrl}?returnTo=${requested}`);
    assert.equal(state['returnTo'], 'https://app.lender.example/done?tab=2');
  });

  it('accepts no return page that is not listed, and uses up nothing', async () => {
    const { call, linkUrl, countRequests } = await about({ returnTo: '/connected' });
    const before = countRequests('GET', read);
    const others = [
      'https://evil.example',
      '//evil.example',
      'https://[',
      '/connected/../x',
      '/connected#x',
      'javascript:alert(1)',
      '',
    ];
    for (const page of others) {
      const response = await call(`${linkUrl}?returnTo=${encodeURIComponent(page)}`);
      assert.equal(response.status, 400, page);
      assert.doesNotMatch(await response.text(), /evil/);
    }
    assert.equal(countRequests('GET', read), before);
  });

  it('is not used up by a prefetch or a HEAD request', async () => {
    const { call, linkUrl, countRequests } = await about();
    const before = countRequests('GET', read);
    const ahead: [method: string, headers: Record<string, string>][] = [
      ['HEAD', {}],
      ['GET', { 'Sec-Purpose': 'prefetch' }],
      ['GET', { 'Sec-Purpose': 'prefetch;prerender' }],
      ['GET', { Purpose: 'prefetch' }],
      ['GET', { 'Sec-Purpose': '', Purpose: 'Prefetch' }],
      ['GET', { 'X-Moz': 'prefetch' }],
      ['GET', { 'X-Purpose': 'preview' }],
      ['GET', { Purpose: 'preview' }],
      ['POST', { 'X-Purpose': 'prefetch' }],
    ];
    for (const [method, headers] of ahead) {
      const response = await call(linkUrl, { method, headers });
      assert.equal(response.status, 204);
      assert.equal(response.headers.get('Location'), null);
    }
    assert.equal(countRequests('GET', read), before);
  });

  it('is valid for ten minutes', async () => {
    const { call, linkUrl, clock } = await about();
    clock.now += 599_000;
    assert.equal((await call(linkUrl)).status, 303);
    clock.now += 1_000;
    const response = await call(linkUrl);
    assert.equal(response.status, 410);
    assert.match(await response.text(), /<h1>This link no longer works<\/h1>/);
  });

  it('is refused to anyone signed in for another company', async () => {
    const { call, linkUrl, countRequests, visitor } = await about();
    const before = countRequests('GET', read);
    visitor.company = unknownCompany;
    assert.equal((await call(linkUrl)).status, 403);
    assert.equal(countRequests('GET', read), before);
  });

  it('accepts no other token of ours, and no altered one', async () => {
    const { call, linkUrl, tokenFor } = await about();
    const bad = [`/link/${await tokenFor()}`, `${linkUrl.slice(0, -4)}AAAA`, '/link/x', '/link/..%2f..'];
    for (const url of bad) assert.equal((await call(url)).status, 410, url);
  });

  it('explains a refusal on a page, with a way back', async () => {
    const { call, own, id, linkUrl } = await about({ permit: () => true, returnTo: '/connected?a=1&b="<' });
    await own.remove(id);
    const response = await call(linkUrl);
    assert.equal(response.status, 404);
    assert.equal(response.headers.get('Content-Type'), 'text/html; charset=utf-8');
    assert.match(response.headers.get('Content-Security-Policy') ?? '', /^default-src 'none';/);
    const html = await response.text();
    assert.match(html, /<html lang="en" dir="ltr">.*<title>.+<\/title>.*<main>\s*<h1>/s);
    assert.match(html, /href="https:\/\/lender\.example\/connected\?a=1&amp;b=%22%3C"/);
    assert.doesNotMatch(html, /style=/);
    assert.equal(response.headers.get('X-Robots-Tag'), 'noindex');
  });

  it('explains it as well when Codat can’t be reached or its response is invalid', async () => {
    for (const [trouble, status] of [
      [{ is: 'refused', status: 429, retryAfter: 600 }, 429],
      [{ is: 'refused', status: 401 }, 502],
      [{ is: 'malformed' }, 502],
    ] as const) {
      const { call, linkUrl, simulator } = await about();
      simulator.faults.add({ path: read, trouble });
      const response = await call(linkUrl);
      assert.equal(response.status, status);
      assert.match(await response.text(), /Sign-in can’t be reached right now/);
    }
  });

  it('explains it as well when the host’s own code fails, and the reason is in the host’s log', async (t) => {
    const log = t.mock.method(console, 'error', () => undefined);
    const { company, linkUrl, clock } = await about();
    const { call } = await setUp({
      now: () => clock.now,
      company: ({ url }) => {
        if (url.includes('/link/')) throw new Error('no database');
        return company;
      },
    });
    const response = await call(linkUrl);
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('Retry-After'), '5');
    assert.match(await response.text(), /<h1>Sign-in can’t be reached right now/);
    assert.match(String(log.mock.calls[0]?.arguments[1]), /"setting":"company","error":"Error"/);
  });

  it('refuses to reconnect if the host does not permit that, but not a first connection', async () => {
    const { call, own, id, linkUrl, signIn } = await about({
      permit: ({ action }) => action === 'disconnect',
    });
    await signIn(linkUrl, 'allow');
    await own.unlink(id);
    const { can, linkUrl: again } = await own.read(id);
    assert.deepEqual(can, []);
    assert.equal((await call(again)).status, 403);
  });

  it('redirects to Codat’s own hosts only', async () => {
    const verdicts: [linkUrl: string, status: number][] = [
      ['https://link-api.codat.io/start?otp=1', 303],
      ['https://link.codat.io/company/1', 303],
      [`${codatOrigin}/start`, 303],
      ['http://link-api.codat.io/start', 502],
      ['https://codat.io.evil.example/start', 502],
      ['https://evilcodat.io/start', 502],
      ['https://user@link.codat.io/start', 502],
      ['https://link.codat.io@evil.example/start', 502],
      ['https://link.codat.io:8443/start', 502],
      ['http://api.codat.example/start', 502],
      ['javascript:alert(1)', 502],
      ['/start', 502],
    ];
    const theirs = { linkUrl: '' };
    const { simulator } = await setUp();
    const { call, linkUrl } = await about({
      fetch: async (request) => {
        const response = await simulator.fetch(request);
        if (!theirs.linkUrl || !read.test(new URL(request.url).pathname)) return response;
        return Response.json({ ...(await json<object>(response)), linkUrl: theirs.linkUrl });
      },
    });
    for (const [url, status] of verdicts) {
      theirs.linkUrl = url;
      const response = await call(linkUrl);
      assert.equal(response.status, status, url);
      assert.doesNotMatch(await response.text(), /evil/);
    }
  });

  it('appends to a link with parameters, and to one without', async () => {
    const theirs = { linkUrl: '' };
    const { simulator } = await setUp();
    const { call, linkUrl } = await about({
      signingKeys: [signingKey],
      fetch: async (request) => {
        const response = await simulator.fetch(request);
        if (!theirs.linkUrl || !read.test(new URL(request.url).pathname)) return response;
        return Response.json({ ...(await json<object>(response)), linkUrl: theirs.linkUrl });
      },
    });
    for (const query of ['', '?link.otp=a%2Bb%20c', '?state=theirs&otp=1#part']) {
      theirs.linkUrl = `https://link.codat.io/company/1${query}`;
      const { searchParams } = new URL(locationOf(await call(linkUrl)));
      assert.equal(searchParams.getAll('state').length, 1);
      if (query.includes('link.otp')) assert.equal(searchParams.get('link.otp'), 'a+b c');
    }
  });
});

describe('GET /link, for someone who is not signed in', () => {
  const navigates = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
  const copied: Record<string, string>[] = [
    {},
    { ...navigates, 'Sec-Fetch-Site': 'none' },
    { ...navigates, 'Sec-Fetch-Site': 'cross-site', Referer: 'https://mail.example/' },
    { ...navigates, 'Sec-Fetch-Site': 'same-site', Referer: 'https://blog.lender.example/' },
    { ...navigates, 'Sec-Fetch-Site': 'none', Referer: 'https://app.lender.example/' },
    { 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Site': 'same-origin' },
    { Referer: 'https://app.lender.example/', Origin: 'https://lender.example' },
  ];
  const handedOn = async () => {
    const lender = await about({
      lender: 'Larkspur',
      returnTo: ['/connected', '/apply'],
      allowedOrigins: ['https://app.lender.example'],
    });
    lender.visitor.company = null;
    return lender;
  };

  it('shows who requests what before anything is opened, wherever the address was copied to', async () => {
    const { call, linkUrl, simulator } = await handedOn();
    const before = simulator.requests.length;
    for (const headers of copied) {
      const response = await call(linkUrl, { headers });
      assert.equal(response.status, 200, JSON.stringify(headers));
      const html = await response.text();
      assert.match(html, /<h1>Larkspur asks to connect Xero<\/h1>/);
      assert.match(html, /belongs to that customer: Larkspur reads it for their business, not for yours/);
      assert.match(html, /<form method="post">\s*<button>Continue to Xero<\/button>\s*<\/form>/);
      assert.equal(response.headers.get('Cache-Control'), 'no-store');
      assert.match(response.headers.get('Content-Security-Policy') ?? '', /frame-ancestors 'none'/);
    }
    assert.equal(simulator.requests.length, before);
  });

  it('names the platform where Codat leaves its name out of the connection', async () => {
    const { call, codat, own, visitor } = await about();
    const { fetch } = codat;
    codat.fetch = async (request) =>
      new Response((await (await fetch(request)).text()).replaceAll('"platformName":"Xero"', '"x":0'));
    const [listed] = await own.list();
    visitor.company = null;
    assert.match(await (await call(listed?.linkUrl ?? '')).text(), /<button>Continue to Xero<\/button>/);
  });

  it('redirects at once from the lender’s own page, whose elements open it in a click', async () => {
    const { call, linkUrl } = await handedOn();
    const own: Record<string, string>[] = [
      { ...navigates, 'Sec-Fetch-Site': 'same-origin' },
      { ...navigates, 'Sec-Fetch-Site': 'same-site', Referer: 'https://app.lender.example/' },
      { ...navigates, 'Sec-Fetch-Site': 'cross-site', Referer: 'https://app.lender.example/' },
    ];
    for (const headers of own) assert.equal((await call(linkUrl, { headers })).status, 303);
  });

  it('continues by its button, and reports the true outcome, for a link that was passed on', async () => {
    const { call, finishSignIn, linkUrl, id } = await handedOn();
    const returnTo = encodeURIComponent('/apply');
    const press = (headers: Record<string, string>) =>
      call(`${linkUrl}?returnTo=${returnTo}`, { method: 'POST', headers });
    const start = locationOf(await press({ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }));
    assert.ok(start.includes(id));
    const back = await finishSignIn(start, 'allow');
    assert.match(locationOf(back), /^https:\/\/lender\.example\/apply#codat=ey/);
    const status = await json<{ status: string; for: string }>(
      await call('/return/status', { token: ticketIn(back) }),
    );
    assert.deepEqual([status.status, status.for], ['Linked', 'shared']);
  });

  it('shows its page first, even if a form elsewhere submits it', async () => {
    const { call, linkUrl, countRequests } = await handedOn();
    const before = countRequests('GET', read);
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' },
      { Origin: 'https://evil.example' },
    ] as Record<string, string>[]) {
      assert.equal(locationOf(await call(linkUrl, { method: 'POST', headers })), linkUrl);
    }
    assert.equal(countRequests('GET', read), before);
  });
});
