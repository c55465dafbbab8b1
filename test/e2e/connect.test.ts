import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { beginToApply, choose, openSite, type Site } from './site.js';

describe('a business on the lender’s page', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  it('is two clicks from the lender’s landing page to the platform’s sign-in page', async () => {
    const { page, context } = await site.visit();
    await page.goto('/');
    await page.getByRole('button', { name: 'Apply for this amount' }).click();
    const [window] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Xero', exact: true }).click(),
    ]);
    await window.getByRole('heading', { name: 'Sign in to Xero' }).waitFor();
  });

  it('finds Xero, signs in on another origin, sees its data arrive, disconnects, reconnects and deletes', async () => {
    const visit = await site.visit();
    const { page, pageErrors } = visit;
    await beginToApply(visit);

    await page.getByLabel('Find your platform').fill('xero');
    await page.getByText('1 platform', { exact: true }).waitFor();
    const window = await choose(visit, 'Xero');
    assert.notEqual(new URL(window.url()).origin, new URL(page.url()).origin);
    await page.getByRole('heading', { name: 'Finish signing in at Xero' }).waitFor();

    await window.getByLabel('Organisation').fill('Marlow Bakery');
    const gone = window.waitForEvent('close');
    await window.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: 'Marlow Bakery is connected' }).waitFor();
    await gone;

    await page.getByRole('heading', { name: 'Reading your data from Xero' }).waitFor();
    await page.getByText('Everything that can be read has been read.').waitFor();

    await page.goto('/account');
    const row = page.getByRole('listitem').filter({ hasText: 'Xero · Marlow Bakery' });
    await row.getByText('Connected', { exact: true }).waitFor();

    await row.getByRole('button', { name: 'More for Xero' }).click();
    await row.getByRole('menuitem', { name: 'Disconnect' }).click();
    const dialog = page.getByRole('dialog', { name: 'Disconnect Xero?' });
    await dialog.getByText('Larkspur keeps what it has already read').waitFor();
    await dialog.getByRole('button', { name: 'Disconnect' }).click();
    await row.getByText('Disconnected', { exact: true }).waitFor();

    const [again] = await Promise.all([
      visit.context.waitForEvent('page'),
      row.getByRole('button', { name: 'Reconnect Xero' }).click(),
    ]);
    await again.getByRole('button', { name: 'Allow' }).click();
    await row.getByText('Connected', { exact: true }).waitFor();

    await row.getByRole('button', { name: 'More for Xero' }).click();
    await row.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('Nothing is connected yet.').waitFor();
    assert.deepEqual(pageErrors, []);
  });
});
