import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codatOrigin, json, setUp } from '../set-up.js';

interface Page {
  results: { key: string; logoUrl?: string }[];
}

const list = /^\/integrations$/;

describe('GET /assets', () => {
  it('serves an image as immutable, with its own type, and nothing in it can run', async () => {
    const { call } = await setUp();
    const { results } = await json<Page>(await call('/platforms'));
    const response = await call(results[0]?.logoUrl ?? '');
    assert.equal(response.status, 200);
    assert.match(await response.text(), /^<svg/);
    assert.deepEqual(
      ['Content-Type', 'Cache-Control', 'X-Content-Type-Options', 'Content-Security-Policy'].map((name) =>
        response.headers.get(name),
      ),
      [
        'image/svg+xml',
        'public, max-age=31536000, immutable',
        'nosniff',
        "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      ],
    );
  });

  it('is shown on pages of another origin, whatever policy the host’s server sends else', async () => {
    const { call } = await setUp({ allowedOrigins: ['https://app.lender.example'] });
    const { results } = await json<Page>(await call('/platforms'));
    const { headers } = await call(results[0]?.logoUrl ?? '');
    assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
  });

  it('has no other names', async () => {
    const { call } = await setUp();
    for (const name of [`${'0'.repeat(64)}.svg`, `${'0'.repeat(64)}.html`, 'x.svg', '..%2fcatalogue', '']) {
      assert.equal((await call(`/assets/${name}`)).status, 404, name);
    }
  });

  it('loads images from Codat’s two origins only, of accepted size and type, without the API key', async () => {
    const requested: Request[] = [];
    const { simulator } = await setUp();
    const logos: Record<string, string> = {
      gbol: 'https://static.codat.io/public/platforms/gbol.png',
      qhyg: 'https://evil.example/logo.png',
      pqsw: `${codatOrigin}/huge.png`,
      pbtz: `${codatOrigin}/page.html`,
    };
    const { call } = await setUp({
      fetch: async (request) => {
        const { href, pathname } = new URL(request.url);
        if (list.test(pathname)) {
          const page = await json<{ results: { key: string }[] }>(await simulator.fetch(request));
          const results = page.results.map((each) => ({ ...each, logoUrl: logos[each.key] }));
          return Response.json({ ...page, results });
        }
        if (!Object.values(logos).includes(href)) return simulator.fetch(request);
        requested.push(request);
        const type = href.endsWith('.png') ? 'image/png' : 'text/html';
        return new Response(new Uint8Array(href.includes('huge') ? 600_000 : 8), {
          headers: { 'Content-Type': type },
        });
      },
    });
    const { results } = await json<Page>(await call('/platforms'));
    const withLogo = results.filter(({ logoUrl }) => logoUrl);
    assert.deepEqual(
      withLogo.map(({ key }) => key),
      ['gbol'],
    );
    assert.match(withLogo[0]?.logoUrl ?? '', /\.png$/);
    assert.deepEqual(
      requested.map(({ url }) => url).filter((url) => url.includes('evil')),
      [],
    );
    for (const request of requested) assert.equal(request.headers.get('Authorization'), null);
  });

  it('loads an image once, however many platforms share it', async () => {
    const { call, countRequests, clock } = await setUp();
    await call('/platforms');
    const before = countRequests('GET', /^\/public/);
    clock.now += 11 * 60_000;
    await call('/platforms');
    assert.equal(countRequests('GET', /^\/public/), before);
  });
});
