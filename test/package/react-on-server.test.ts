import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { openLender, type Lender } from '../../src/testing/lender.js';
import { findBrowser } from '../../tools/find-browser.js';
import { ReactPage } from './react-page.js';

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
        '<platform-picker token-endpoint="/codat/token" lender="Larkspur" source-types="Accounting Banking" ' +
        'featured="gbol" heading-level="3" consent="" class="books" defer-hydration="">' +
        '<a href="/help">Another way</a></platform-picker>' +
        '<connection-list token-endpoint="/codat/token" source-types="" defer-hydration=""></connection-list>' +
        '<powered-by-codat href="https://www.codat.io" defer-hydration=""></powered-by-codat></main>',
    );
  });

  it('are hydrated without a word of React’s, ask for nothing before that and once after it, and give events', async () => {
    const page = await openPage();
    const picker = page.locator('platform-picker');
    await picker.getByText('Connect your').or(picker.getByRole('heading')).first().waitFor();
    await page.evaluate(() => window.hydrate());
    await picker.getByRole('button', { name: 'Xero', exact: true }).click();
    await page.getByText('Xero is chosen').waitFor();

    const happened = await page.evaluate(() => window.happened);
    assert.deepEqual(happened.slice(0, 1), ['hydrated']);
    assert.deepEqual(happened.slice(1).sort(), [
      '/codat/api/connections',
      '/codat/platforms',
      '/codat/token',
    ]);
    assert.equal(await picker.getAttribute('source-types'), 'Accounting Banking');
    assert.equal(await picker.getAttribute('defer-hydration'), null);
    assert.deepEqual(
      await picker.evaluate((element: HTMLElementTagNameMap['platform-picker']) => [
        element.sourceTypes,
        element.featured,
        element.headingLevel,
        element.consent,
        typeof element.openLink,
      ]),
      [['Accounting', 'Banking'], ['gbol'], 3, true, 'function'],
    );
  });

  /** The server's page in a browser, whose script is there and has not hydrated it yet. */
  async function openPage(): Promise<Page> {
    const page = await browser.newPage();
    const { origin } = new URL(lender.baseUrl);
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/')
        return route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><title>Your books</title><div id="root">${html}</div>`,
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
      const { fetch } = window;
      window.fetch = (input, init) => {
        window.happened.push(new URL(new Request(input).url).pathname);
        return fetch(input, init);
      };
      for (const level of ['error', 'warn'] as const)
        console[level] = (...words: unknown[]) => window.happened.push(words.map(String).join(' '));
    });
    await page.goto(`${origin}/`);
    await page.addScriptTag({ type: 'module', content: script });
    return page;
  }
});
