import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { beginToApply, choose, openSite, type Site } from './site.js';

describe('a person who signs in', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  for (const [button, heading, next, then] of [
    ['Cancel', 'Xero isn’t connected', 'Start again', 'Finish signing in at Xero'],
    ['Report an error', 'Xero reported a problem', 'Start again', 'Finish signing in at Xero'],
    [
      'Not supported',
      'Xero can’t be connected to Larkspur',
      'Choose another platform',
      'Connect your accounting software',
    ],
  ] as const) {
    it(`and presses «${button}» sees that, and what to do next`, async () => {
      const visit = await site.visit();
      await beginToApply(visit);
      const window = await choose(visit, 'Xero');

      await window.getByRole('button', { name: button }).click();
      await visit.page.getByRole('heading', { name: heading }).waitFor();
      await visit.page.getByRole('button', { name: next }).click();
      await visit.page.getByRole('heading', { name: then }).waitFor();
      assert.deepEqual(visit.pageErrors, []);
    });
  }

  it('is connected even if the sign-in page’s opener policy has severed the window', async () => {
    const visit = await site.visit();
    await beginToApply(visit);
    const window = await choose(visit, 'Xero');
    assert.equal(await window.evaluate(() => globalThis.opener as unknown), null);

    await window.getByRole('button', { name: 'Allow' }).click();
    await visit.page.getByRole('heading', { name: /is connected$/ }).waitFor();
  });

  it('and closes the window keeps the page waiting, and is connected once sign-in is finished elsewhere', async () => {
    const visit = await site.visit();
    await beginToApply(visit);
    const window = await choose(visit, 'Xero');
    await window.close();
    await visit.page.getByRole('heading', { name: 'Finish signing in at Xero' }).waitFor();

    const link = await visit.page
      .getByRole('link', { name: 'Open it in this tab instead' })
      .getAttribute('href');
    const elsewhere = await visit.context.newPage();
    await elsewhere.goto(link ?? '');
    await elsewhere.getByRole('button', { name: 'Allow' }).click();
    await elsewhere.getByRole('heading', { name: 'Xero is connected' }).waitFor();
    await visit.page.getByRole('heading', { name: /is connected$/ }).waitFor();
  });

  it('whose browser blocked the window continues in this tab and returns', async () => {
    const visit = await site.visit();
    await visit.page.addInitScript(() => (globalThis.open = () => null));
    await beginToApply(visit);
    await visit.page.getByRole('button', { name: 'Xero', exact: true }).click();
    await visit.page.getByRole('link', { name: 'Continue to Xero' }).click();
    await visit.page.getByRole('button', { name: 'Allow' }).click();
    await visit.page.getByRole('heading', { name: 'Xero is connected' }).waitFor();
    assert.equal(new URL(visit.page.url()).hash, '');

    await visit.page.getByRole('link', { name: 'Continue to Larkspur' }).click();
    await visit.page.getByRole('heading', { name: /is connected$/ }).waitFor();
  });
});
