import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createGateway } from '../../src/gateway/index.js';
import { findBrowser } from '../../tools/find-browser.js';
import { until } from '../support/until.js';
import { gatewayOf, keptVersions, pageOf } from './kept-versions.js';
import { openSite, type Site } from './site.js';

const pageOfNow = (): Uint8Array =>
  readFileSync(new URL('../../dist/connect-elements.all.js', import.meta.url));

const pairs = [
  ...(await Promise.all(
    keptVersions.map(async (version) => {
      const { createGateway: createKept } = await gatewayOf(version);
      return [
        {
          name: `a page of ${version.name} at a gateway of now`,
          script: () => pageOf(version),
          create: [createGateway],
        },
        { name: `a page of now at a gateway of ${version.name}`, script: pageOfNow, create: [createKept] },
        {
          name: `a page of ${version.name} while its gateways are replaced by those of now`,
          script: () => pageOf(version),
          create: [createKept, createGateway],
        },
        {
          name: `a page of now while gateways of ${version.name} are still being replaced`,
          script: pageOfNow,
          create: [createKept, createGateway],
        },
      ];
    }),
  )),
].flat();

let browser: Browser;
before(async () => (browser = await chromium.launch(await findBrowser())));
after(() => browser.close());

/** A visitor of a site, and the errors of their pages. */
async function visit(site: Site): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser.newContext({ baseURL: site.url, locale: 'en-GB' });
  context.setDefaultTimeout(60_000);
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(String(error.error())));
  const page = await context.newPage();
  await page.goto('/apply');
  return { context, page, errors };
}

for (const { name, script, create } of pairs) {
  describe(name, () => {
    it('connects Xero, shows it, and hears what becomes of it at the platform', async () => {
      const site = await openSite({ script: script(), create });
      const { context, page, errors } = await visit(site);
      const [window] = await Promise.all([
        context.waitForEvent('page'),
        page.getByRole('button', { name: 'Xero', exact: true }).first().click(),
      ]);
      await window.getByLabel('Organisation').fill('Marlow Bakery');
      await window.getByRole('button', { name: 'Allow' }).click();
      await page.getByRole('heading', { name: /Marlow Bakery/ }).waitFor();
      await page.getByRole('listitem').filter({ hasText: 'Marlow Bakery' }).first().waitFor();

      const lists = () => site.answers.filter(({ request }) => /^GET .*\/connections$/.test(request)).length;
      await until(() => site.answers.some(({ request }) => request === 'GET /events'));
      const [connection] = site.simulator.snapshot().companies.flatMap(({ connections }) => connections);
      assert.ok(connection);
      const before = lists();
      site.simulator.deauthorize(connection.id);
      await until(() => lists() > before);

      const refused = site.answers.filter(({ status }) => status >= 400);
      assert.deepEqual([refused, errors], [[], []]);
      await context.close();
      await site.close();
    });
  });
}

describe('a page that is too old for its gateway, or too new', () => {
  it('asks its reader to reload it, in a sentence', async () => {
    const refusal = (request: Request): Response | undefined =>
      request.url.endsWith('/codat/token') ? new Response(null, { status: 410 }) : undefined;
    const site = await openSite({ script: pageOfNow(), create: [createGateway], respond: refusal });
    const { context, page } = await visit(site);
    await page.getByRole('heading', { name: 'This page is out of date' }).waitFor();
    await page.getByText('Reload it to carry on.').waitFor();

    const tokens = () => site.answers.filter(({ request }) => request === 'POST /token').length;
    const before = tokens();
    await page.getByRole('button', { name: 'Reload the page' }).first().click();
    await until(() => tokens() > before);
    await context.close();
    await site.close();
  });
});
