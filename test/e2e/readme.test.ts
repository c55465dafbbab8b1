import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readmePage } from './readme-page.js';
import { beginToApply, openSite, type Site } from './site.js';

describe('the README’s page, pasted as it stands', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  it('connects a platform, shows its data arrive and lists it', async () => {
    const visit = await site.visit();
    await beginToApply(visit);
    await visit.context.route('/pasted', (route) =>
      route.fulfill({ contentType: 'text/html', body: readmePage }),
    );
    await visit.page.goto('/pasted');

    const [window] = await Promise.all([
      visit.context.waitForEvent('page'),
      visit.page.getByRole('button', { name: 'Xero', exact: true }).click(),
    ]);
    await window.getByRole('button', { name: 'Allow' }).click();
    await visit.page.getByRole('heading', { name: /is connected$/ }).waitFor();
    await visit.page.getByRole('heading', { name: 'Reading your data from Xero' }).waitFor();
    await visit.page
      .getByRole('listitem')
      .filter({ hasText: 'Xero · ' })
      .getByText('Connected', { exact: true })
      .waitFor();
    await visit.page.getByText('Powered by Codat').waitFor();
    assert.deepEqual(visit.pageErrors, []);
  });
});
