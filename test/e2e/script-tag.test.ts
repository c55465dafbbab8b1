import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../tools/find-browser.js';
import { openStaticSite } from '../../tools/static-site.js';

/** A host's page, whose script has a query in its URL. */
const html = `<!doctype html><html lang="en"><title>Larkspur</title>
<script type="module" src="connect-elements.js?v=2"></script>
<script type="module">
  import { registerMessages } from './register-messages.js';
  await registerMessages('en', { platformPicker: { heading: () => 'Pick the one you use.' } });
</script>
<platform-picker token-endpoint="./token"></platform-picker>
<connection-list token-endpoint="./token"></connection-list>
</html>`;

describe('a script tag whose URL has a query', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch(await findBrowser());
  });
  after(() => browser.close());

  it('loads the script once, and shares it with the other elements and with registered messages', async () => {
    const site = await openStaticSite(fileURLToPath(new URL('../../dist', import.meta.url)), '/');
    const page = await browser.newPage();
    const scripts: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.endsWith('.js')) scripts.push(pathname.slice(1) + search);
    });
    await page.route('**/page', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto(`${site.url}page`);

    await page.getByText('Pick the one you use.').waitFor();
    await page.locator('connection-list').getByRole('button', { name: 'Try again' }).waitFor();
    assert.deepEqual(
      scripts.filter((script) => script.startsWith('connect-elements')),
      ['connect-elements.js?v=2'],
    );
    await page.close();
    site.close();
  });
});
