import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { beginToApply, choose, openSite, type Site, type Visit } from './site.js';

for (const [path, name] of [
  ['/react/', 'React, in strict mode'],
  ['/vue/', 'Vue'],
] as const)
  describe(`a page made with ${name}`, () => {
    let site: Site;

    before(async () => (site = await openSite()));
    after(() => site.close());

    const setUp = async (): Promise<Visit> => {
      const visit = await site.visit();
      await beginToApply(visit);
      await visit.page.goto(path);
      return visit;
    };
    const connect = async (visit: Visit): Promise<void> => {
      const window = await choose(visit, 'Xero');
      await window.getByLabel('Organisation').fill('Marlow Bakery');
      await window.getByRole('button', { name: 'Allow' }).click();
      await visit.page.getByRole('heading', { name: 'Marlow Bakery is connected' }).waitFor();
    };
    const turn = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();

    it('connects, receives the event, shows the data arrive, and disconnects', async () => {
      const visit = await setUp();
      const { page, pageErrors } = visit;
      await page.getByRole('heading', { name: 'Choose your books' }).waitFor();
      await connect(visit);
      await page.getByText('Larkspur can read Xero.').waitFor();
      await page.getByRole('heading', { name: 'Reading your data from Xero' }).waitFor();

      await turn(page, 'Manage what you share');
      await page.getByRole('button', { name: 'More for Xero' }).click();
      await page.getByRole('menuitem', { name: 'Disconnect' }).click();
      await page.getByRole('button', { name: 'Disconnect' }).click();
      await page.getByText('Larkspur no longer reads Xero.').waitFor();
      assert.deepEqual(pageErrors, []);
    });

    it('sets properties, and refetches nothing when an element is removed and put back', async () => {
      const { page, requests } = await setUp();
      await page.getByRole('button', { name: 'Xero', exact: true }).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Stripe' }).count(), 0);
      const picker = page.locator('platform-picker');
      assert.deepEqual(
        await picker.evaluate((element) => (element as HTMLElement & { sourceTypes: string[] }).sourceTypes),
        ['Accounting'],
      );

      // The page before may still be asking for its own.
      const requested = (end: string): number =>
        requests.filter(
          (request) => request.url().endsWith(end) && request.headers()['referer']?.endsWith(path),
        ).length;
      await turn(page, 'Manage what you share');
      await page.locator('connection-list').getByText('Nothing is connected yet.').waitFor();
      await turn(page, 'Connect your books');
      await page.getByRole('button', { name: 'Xero', exact: true }).waitFor();
      assert.equal(requested('/token'), 1);
      assert.equal(requested('/platforms'), 1);
    });

    it('continues a journey when its element was removed and put back', async () => {
      const visit = await setUp();
      const { page } = visit;
      const window = await choose(visit, 'Xero');
      await turn(page, 'Manage what you share');
      await page.getByText('Finish connecting').waitFor();
      await window.getByRole('button', { name: 'Allow' }).click();

      await page.locator('connection-list').getByText('Connected', { exact: true }).waitFor();
      await turn(page, 'Connect your books');
      await page.getByRole('heading', { name: /is connected$/ }).waitFor();
    });
  });
