import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { openLender, type Lender } from '../../src/testing/lender.js';
import { findBrowser } from '../../tools/find-browser.js';
import { ReactPage } from './react-page.js';

/** What `docs/loading.md` has hosts write into their style sheet. */
const [, reserved = ''] =
  /```css\n(.*?)```/s.exec(readFileSync(new URL('../../docs/loading.md', import.meta.url), 'utf8')) ?? [];

describe('the components of React', () => {
  const html = renderToString(createElement(ReactPage));
  let script: string;
  let browser: Browser;
  let lender: Lender;

  before(async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('react-page-in-browser.ts', import.meta.url))],
      bundle: true,
      format: 'esm',
      write: false,
      // React says nothing of a mismatch in production.
      define: { 'process.env.NODE_ENV': '"development"' },
    });
    script = outputFiles[0]?.text ?? '';
    browser = await chromium.launch(await findBrowser());
    lender = await openLender();
  });

  after(async () => {
    await browser.close();
    lender.end();
  });

  it('are rendered on a server with their attributes and children, and without what has no attribute', () => {
    assert.equal(
      html,
      '<main><p role="status">Nothing chosen</p>' +
        '<platform-picker token-endpoint="/codat/token" lender="Larkspur" source-types="Accounting" ' +
        'featured="gbol qhyg" heading-level="3" consent="" class="books" defer-hydration="">' +
        '<a href="/help">Another way</a></platform-picker>' +
        '<connection-list token-endpoint="/codat/token" source-types="" defer-hydration=""></connection-list>' +
        '<powered-by-codat href="https://www.codat.io" translate="no" draggable="false" inert="" aria-hidden="true" ' +
        'defer-hydration=""></powered-by-codat></main>',
    );
  });

  it('are hydrated without a word of React’s, ask for nothing before that and once after it, and give events', async () => {
    const page = await openPage();
    const picker = page.locator('platform-picker');
    const list = page.locator('connection-list');
    const topBefore = (await list.boundingBox())?.y;
    await page.addScriptTag({ type: 'module', content: script });
    await picker.getByRole('heading').waitFor();
    assert.equal((await list.boundingBox())?.y, topBefore, 'The room of the picker is reserved.');
    await page.evaluate(() => window.hydrate());
    await picker.getByRole('button', { name: 'Xero', exact: true }).waitFor();
    assert.equal((await list.boundingBox())?.y, topBefore, 'The picker is no higher than its room.');
    await picker.getByRole('button', { name: 'Xero', exact: true }).click();
    await page.getByText('Xero is chosen').waitFor();

    const happened = await page.evaluate(() => window.happened);
    assert.equal(happened[0], 'hydrated');
    assert.deepEqual(
      happened.slice(1).filter((each) => !each.startsWith('/codat/')),
      [],
      'React or the elements complain.',
    );
    assert.equal(happened.filter((each) => each === '/codat/token').length, 1);
    assert.equal(happened.filter((each) => each === '/codat/platforms').length, 1);
    assert.equal(await picker.getAttribute('featured'), 'gbol qhyg');
    assert.equal(await picker.getAttribute('defer-hydration'), null);
    assert.equal(
      await page.locator('powered-by-codat').evaluate(({ outerHTML }) => outerHTML),
      '<powered-by-codat href="https://www.codat.io" translate="no" draggable="false" inert="" aria-hidden="true"></powered-by-codat>',
    );
    assert.deepEqual(
      await picker.evaluate((element: HTMLElementTagNameMap['platform-picker']) => [
        element.sourceTypes,
        element.featured,
        element.headingLevel,
        element.consent,
        typeof element.openLink,
      ]),
      [['Accounting'], ['gbol', 'qhyg'], 3, true, 'function'],
    );
  });

  /** The server's page in a browser, without its script, with the style sheet that reserves room. */
  async function openPage(): Promise<Page> {
    const page = await browser.newPage();
    const { origin } = new URL(lender.baseUrl);
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/')
        return route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><title>Your books</title><style>${reserved}</style><div id="root">${html}</div>`,
        });
      const request = route.request();
      const body = request.postDataBuffer();
      const response = await lender.fetch(
        new Request(request.url(), {
          method: request.method(),
          headers: await request.allHeaders(),
          ...(body && { body: new Uint8Array(body) }),
        }),
      );
      return route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    });
    await page.addInitScript(() => {
      window.happened = [];
      const fetch = window.fetch.bind(window);
      window.fetch = (input, init) => {
        window.happened.push(new URL(new Request(input).url).pathname);
        return fetch(input, init);
      };
      for (const level of ['error', 'warn'] as const)
        console[level] = (...words: unknown[]) => window.happened.push(words.map(String).join(' '));
    });
    await page.goto(`${origin}/`);
    return page;
  }
});
