import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ConnectionsPage, PickerPage } from '../../src/testing/index.js';
import { beginToApply, openSite, type Site } from './site.js';

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

  it('goes on past the notes that some platforms have, in a test by the page object', async () => {
    const visit = await site.visit();
    await beginToApply(visit);
    const signIn = await new PickerPage(visit.page).choose('QuickBooks Online');
    await signIn.page.getByRole('heading', { name: 'Sign in to QuickBooks Online' }).waitFor();
  });

  it('finds Xero, signs in on another origin, sees its data arrive, disconnects, reconnects and deletes', async () => {
    const visit = await site.visit();
    const { page, pageErrors } = visit;
    await beginToApply(visit);

    const picker = new PickerPage(page);
    await picker.search('xero');
    await page.getByText('1 platform', { exact: true }).waitFor();
    const signIn = await picker.choose('Xero');
    assert.notEqual(new URL(signIn.page.url()).origin, new URL(page.url()).origin);
    await page.getByRole('heading', { name: 'Finish signing in at Xero' }).waitFor();

    const gone = signIn.page.waitForEvent('close');
    await signIn.allow('Marlow Bakery');
    await picker.heading.filter({ hasText: 'Marlow Bakery is connected' }).waitFor();
    await gone;

    await page.getByRole('heading', { name: 'Reading your data from Xero' }).waitFor();
    await page.getByText('Everything that can be read has been read.').waitFor();

    await page.goto('/account');
    const connections = new ConnectionsPage(page);
    const status = connections.status('Xero · Marlow Bakery');
    await status.getByText('Connected', { exact: true }).waitFor();

    await connections.disconnect('Xero · Marlow Bakery');
    await status.getByText('Disconnected', { exact: true }).waitFor();

    const again = await connections.reconnect('Xero · Marlow Bakery');
    const goneAgain = again.page.waitForEvent('close');
    await again.allow();
    await status.getByText('Connected', { exact: true }).waitFor();
    // Until then its window may ask for the connection, which is deleted next.
    await goneAgain;

    await connections.delete('Xero · Marlow Bakery');
    await page.getByText('Nothing is connected yet. Connect your accounting software').waitFor();
    assert.deepEqual(pageErrors, []);
  });
});
