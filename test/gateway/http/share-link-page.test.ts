import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { memoryStore, type Store } from '../../../src/gateway/index.js';
import { codatOrigin, json, locationOf, setUp, unknownCompany, ticketIn } from '../set-up.js';
import { setUpShareLinks } from '../share-link-set-up.js';

/** Someone with the log-in has been sent a link. */
async function sent(given?: Parameters<typeof setUpShareLinks>[0]) {
  const lender = await setUpShareLinks(given);
  const { id, url } = await lender.createShareLink('gbol');
  // Who follows it is not signed in here.
  lender.visitor.company = null;
  return { ...lender, id, url };
}

const connectionIn = (response: Response): string =>
  /connections\/([^/]+)\/start/.exec(locationOf(response))?.[1] ?? '';

describe('opening a share link', () => {
  it('says who requests what, until when, what happens next and where the password is typed', async () => {
    const { call, url } = await sent();
    const response = await call(url);
    assert.equal(response.status, 200);
    const html = await response.text();
    assert.match(
      html,
      /<html lang="en" dir="ltr">.*<title>Larkspur asks to connect Xero<\/title>.*<main>\s*<h1>/s,
    );
    // Where a browser runs the page's script, in its own time zone.
    for (const words of [
      'because you have the log-in for\\s+Xero',
      'Next, the sign-in for Xero opens\\. Your password is typed there',
      'until\\s+<time datetime="2026-11-30T09:00:00.000Z">30 November 2026 at 09:00 UTC</time>',
      '<form method="post">\\s*<button>Continue to Xero</button>\\s*</form>',
    ]) {
      assert.match(html, new RegExp(words));
    }
    assert.equal(html.match(/<button|<input|<a /g)?.length, 1);
  });

  it('is the lender’s page: mark, colour, help, and what will be read from that kind of platform', async () => {
    const { call, url } = await sent({
      lender: 'Larkspur',
      mark: '/mark.svg',
      accent: '#0e4d38',
      helpUrl: '/help',
      dataTypes: { Accounting: ['profitAndLoss', 'invoices'], Banking: ['banking-accounts'] },
    });
    for (const path of [url, `${url.slice(0, -22)}${'A'.repeat(22)}`]) {
      const response = await call(path);
      const html = await response.text();
      assert.match(
        html,
        /<img src="https:\/\/lender\.example\/mark\.svg" alt="" \/>\s*<span dir="auto">Larkspur</,
      );
      assert.match(html, /<a href="https:\/\/lender\.example\/help">Help from Larkspur<\/a>/);
      assert.match(html, /background: #0e4d38; color: #fff/);
      assert.match(
        response.headers.get('Content-Security-Policy') ?? '',
        /img-src https:\/\/lender\.example;/,
      );
    }
    const named = async (lang: string) => {
      const html = await (await call(url, { headers: { 'Accept-Language': lang } })).text();
      return [
        /<h2>(.*)<\/h2>/.exec(html)?.[1],
        ...[...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, name]) => name),
      ];
    };
    assert.deepEqual(await named('en'), ['What Larkspur will read', 'Profit and loss', 'Invoices']);
    assert.deepEqual(await named('de-AT'), [
      'Was Larkspur lesen wird',
      'Gewinn und Verlust',
      'Ausgangsrechnungen',
    ]);
  });

  it('has black text on a light accent, and names no data types of another kind of platform', async () => {
    const { call, url } = await sent({ accent: '#ffd54a', dataTypes: { Banking: ['banking-accounts'] } });
    const html = await (await call(url)).text();
    assert.match(html, /background: #ffd54a; color: #000/);
    assert.doesNotMatch(html, /<h2>|<li>|<img/);
  });

  it('has a page whose only script is ours, without subresources, not cached nor indexed, whose form leads only to Codat', async () => {
    const { call, url } = await sent();
    const response = await call(url);
    const html = await response.text();
    const style = /<style>(.*)<\/style>/s.exec(html)?.[1] ?? '';
    const script = /<script>(.*)<\/script>/s.exec(html)?.[1] ?? '';
    const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');
    const { headers } = response;
    assert.equal(
      headers.get('Content-Security-Policy'),
      `default-src 'none'; style-src 'sha256-${hashOf(style)}'; script-src 'sha256-${hashOf(script)}'; base-uri 'none'; frame-ancestors 'none'`,
    );
    assert.equal(headers.get('Content-Type'), 'text/html; charset=utf-8');
    assert.equal(headers.get('Cache-Control'), 'no-store');
    assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
    assert.equal(headers.get('X-Robots-Tag'), 'noindex');
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(headers.get('Set-Cookie'), null);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.doesNotMatch(html, /style=|src=|<link/);
  });

  it('uses the host’s name if the lender has set none, and escapes the name', async () => {
    for (const [given, shown] of [
      [{ lender: undefined as never }, 'lender.example asks'],
      [{ lender: 'Stone & <b>Sons</b>' }, 'Stone &amp; &lt;b&gt;Sons&lt;/b&gt; asks'],
    ] as const) {
      const { call, url } = await sent(given);
      const html = await (await call(url)).text();
      assert.ok(html.includes(shown));
      assert.doesNotMatch(html, /<b>/);
    }
  });

  it('changes nothing, however often scanners open it: no call to Codat, no write', async () => {
    const memory = memoryStore();
    let writes = 0;
    const counted =
      <Given extends unknown[], Result>(write: (...given: Given) => Result) =>
      (...given: Given) => (writes++, write(...given));
    const store: Store = {
      get: (key) => memory.get(key),
      set: counted((key: string, value: string, ttlMs: number) => memory.set(key, value, ttlMs)),
      add: counted((key: string, value: string, ttlMs: number) => memory.add(key, value, ttlMs)),
      delete: counted((key: string) => memory.delete(key)),
    };
    const { call, simulator, url } = await sent({ store });
    // The list of platforms has its images by then, which are all that loads besides.
    await call('/platforms');
    const before = [writes, simulator.requests.length];
    for (let visit = 0; visit < 30; visit++) {
      assert.equal((await call(url)).status, 200);
      assert.equal((await call(url, { method: 'HEAD' })).status, 200);
    }
    await call(`${url}x`);
    assert.deepEqual([writes, simulator.requests.length], before);
  });

  it('returns headers without a body to HEAD, and nothing to a prefetch', async () => {
    const { call, url } = await sent();
    assert.equal(await (await call(url, { method: 'HEAD' })).text(), '');
    for (const method of ['GET', 'POST']) {
      const response = await call(url, { method, headers: { 'Sec-Purpose': 'prefetch' } });
      assert.deepEqual([response.status, await response.text()], [204, '']);
    }
  });

  it('shows the same page whether the link is unknown, withdrawn or expired', async () => {
    const { call, clock, follow, id, createShareLink, url, visitor, company, withdraw } = await sent();
    visitor.company = company;
    const { url: second } = await createShareLink('gbol');
    await withdraw(id);
    clock.now += 7 * 86_400_000;
    const unknown = `${url.slice(0, -22)}${'A'.repeat(22)}`;
    const pages: string[] = [];
    for (const dead of [url, second, unknown, `${unknown}A`, unknown.replace(/A+$/, 'x%3Cscript%3E'), id]) {
      const path = dead === id ? `/share/${id}` : dead;
      for (const response of [await call(path), await follow(path)]) {
        assert.equal(response.status, 404);
        assert.match(response.headers.get('Content-Security-Policy') ?? '', /form-action 'none'/);
        pages.push(await response.text());
      }
    }
    assert.match(pages[0] ?? '', /<h1>This link does not work<\/h1>/);
    assert.equal(new Set(pages).size, 1);
  });

  it('reads no cookie: it is the same page whoever is signed in', async () => {
    const { call, follow, url, visitor } = await sent();
    const page = await (await call(url)).text();
    visitor.company = unknownCompany;
    assert.equal(await (await call(url, { headers: { Cookie: 'session=1' } })).text(), page);
    assert.equal((await follow(url)).status, 303);
  });
});

describe('following a share link', () => {
  it('starts at the page that explains it, even if a form elsewhere submits it', async () => {
    const { call, url, countRequests } = await sent();
    const press = (headers: Record<string, string>) => call(url, { method: 'POST', headers });
    const elsewhere: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' },
      { 'Sec-Fetch-Site': 'same-site', Origin: 'null' },
      { Origin: 'https://evil.example' },
    ];
    for (const headers of elsewhere) assert.equal(locationOf(await press(headers)), url);
    assert.equal(countRequests('POST', /connections$/), 0);
    // The page names no referrer, so browsers call its origin `null`.
    const ours = await press({ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' });
    assert.match(locationOf(ours), /^https:\/\/api\.codat\.example\//);
  });

  it('says to try again, and not that it is connected, while Codat gives no status that is known', async () => {
    const { call, codat, clock, follow, url } = await sent();
    const { fetch } = codat;
    await follow(url);
    const followAt = async (status: string | null) => {
      clock.now += 60_000;
      codat.fetch = async (request) => {
        const response = await fetch(request);
        if (!/\/connections\/[^/]+$/.test(request.url)) return response;
        return Response.json({ ...(await json<object>(response)), status });
      };
      const followed = await call(url, { method: 'POST' });
      return [followed.status, /<h1>(.*)<\/h1>/.exec(await followed.text())?.[1]];
    };
    for (const status of ['OnHold', null, ''])
      assert.deepEqual(await followAt(status), [502, 'Sign-in can’t be reached right now'], String(status));
    for (const status of ['Linked', 'Unlinked', 'Deauthorized'])
      assert.deepEqual(await followAt(status), [410, 'This link has done its work']);
    assert.equal((await followAt('PendingAuth'))[0], 303);
  });

  it('redirects to Codat’s sign-in, and returns the true status to a person it was shared with', async () => {
    const { call, company, finishSignIn, follow, url } = await sent({ returnTo: ['/connected', '/apply'] });
    const response = await follow(url);
    const start = new URL(locationOf(response));
    assert.equal(start.origin, codatOrigin);
    assert.ok(start.pathname.startsWith(`/companies/${company}/connections/`));
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
    assert.equal(response.headers.get('Referrer-Policy'), 'no-referrer');
    assert.equal(response.headers.get('Set-Cookie'), null);

    const back = await finishSignIn(start.href, 'allow');
    assert.match(locationOf(back), /^https:\/\/lender\.example\/connected#codat=ey/);
    const status = await json<object>(await call('/return/status', { token: ticketIn(back) }));
    assert.deepEqual(status, {
      companyId: company,
      connectionId: connectionIn(response),
      platformKey: 'gbol',
      platformName: 'Xero',
      sourceType: 'Accounting',
      status: 'Linked',
      for: 'shared',
      returned: 200,
      error: null,
    });
  });

  it('reuses the owner’s pending connection, and creates no second', async () => {
    const { countRequests, company, follow, openPage, url, visitor } = await sent();
    visitor.company = company;
    const { id } = await (await openPage()).connect('gbol');
    visitor.company = null;
    const responses = await Promise.all([follow(url), follow(url), follow(url)]);
    assert.deepEqual(new Set(responses.map(connectionIn)), new Set([id]));
    assert.equal(countRequests('POST', /connections$/), 1);
  });

  it('creates one connection for people who press at the same moment', async () => {
    const { countRequests, follow, url } = await sent();
    const responses = await Promise.all([follow(url), follow(url), follow(url)]);
    assert.equal(new Set(responses.map(connectionIn)).size, 1);
    assert.equal(countRequests('POST', /connections$/), 1);
  });

  it('is refused once it has led to a connection, even one that was unlinked since', async () => {
    const { countRequests, call, finishSignIn, follow, simulator, url } = await sent();
    const response = await follow(url);
    await finishSignIn(locationOf(response), 'allow');
    const again = await follow(url);
    assert.equal(again.status, 410);
    assert.match(await again.text(), /<h1>This link has done its work<\/h1>/);
    simulator.deauthorize(connectionIn(response));
    assert.equal((await follow(url)).status, 410);
    assert.equal((await call(url)).status, 200);
    assert.equal(countRequests('POST', /connections$/), 1);
  });

  it('creates no second connection when the first succeeds at that very moment', async () => {
    let succeedsNow = false;
    const { countRequests, simulator } = await setUp();
    const { follow, url } = await sent({
      fetch: async (request) => {
        const response = await simulator.fetch(request);
        const read = /connections\/([^/]+)$/.exec(new URL(request.url).pathname)?.[1];
        if (succeedsNow && read) simulator.authorize(read);
        return response;
      },
    });
    const first = connectionIn(await follow(url));
    succeedsNow = true;
    assert.equal(connectionIn(await follow(url)), first);
    assert.equal(countRequests('POST', /connections$/), 1);
  });

  it('works again when the owner has deleted its connection', async () => {
    const { company, follow, openPage, url, visitor } = await sent({ permit: () => true });
    const first = connectionIn(await follow(url));
    visitor.company = company;
    await (await openPage()).remove(first);
    visitor.company = null;
    const second = connectionIn(await follow(url));
    assert.ok(second && second !== first);
  });

  it('is limited to five times a minute, with a Retry-After', async () => {
    const { countRequests, call, clock, follow, url } = await sent();
    for (let time = 0; time < 5; time++) {
      assert.equal((await follow(url)).status, 303);
      clock.now += 1_000;
    }
    const before = countRequests('GET', /./);
    const refused = await follow(url);
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('Retry-After'), '60');
    assert.match(await refused.text(), /Wait a minute.*href="https:\/\/lender\.example\/codat\/share\//s);
    assert.equal(countRequests('GET', /./), before);
    assert.equal((await call(url)).status, 200);
    clock.now += 55_000;
    assert.equal((await follow(url)).status, 303);
    assert.equal((await follow(url)).status, 429);
  });

  it('is limited to twenty times', async () => {
    const { call, clock, company, follow, list, url, visitor } = await sent();
    for (let time = 0; time < 20; time++) {
      assert.equal((await follow(url)).status, 303);
      clock.now += 60_000;
    }
    assert.equal((await call(url)).status, 404);
    assert.equal((await follow(url)).status, 404);
    visitor.company = company;
    assert.equal((await list())[0]?.status, 'expired');
  });

  it('shows a message when Codat can’t be reached, which is not counted', async () => {
    const { company, follow, list, simulator, url, visitor } = await sent();
    for (const [trouble, status] of [
      [{ is: 'refused', status: 429, retryAfter: 600 }, 429],
      [{ is: 'refused', status: 401 }, 502],
      [{ is: 'malformed' }, 502],
    ] as const) {
      const end = simulator.faults.add({ trouble });
      const response = await follow(url);
      assert.equal(response.status, status);
      assert.match(await response.text(), /<h1>Sign-in can’t be reached right now.*>Try again<\/a>/s);
      end();
    }
    visitor.company = company;
    assert.equal((await list())[0]?.status, 'open');
    assert.equal((await follow(url)).status, 303);
  });

  it('connects its own platform and company, whatever else is sent', async () => {
    const { call, company, simulator, url } = await sent();
    const body = new URLSearchParams({ platformKey: 'qhyg', company: unknownCompany }).toString();
    const response = await call(`${url}?platformKey=qhyg&returnTo=https://evil.example`, {
      method: 'POST',
      body,
    });
    assert.ok(locationOf(response).includes(company));
    assert.doesNotMatch(locationOf(response), /evil/);
    const [made] = simulator.snapshot().companies.flatMap(({ connections }) => connections);
    assert.equal(made?.platformKey, 'gbol');
  });
});
