import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { beginToApply, openSite, type Site } from './site.js';

describe('a person who reads text of twice the size on a phone', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  it('has no page of the lender’s that scrolls sideways (WCAG 2.2, 1.4.4)', async () => {
    const visit = await site.visit({ viewport: { width: 360, height: 740 }, bypassCSP: true });
    const { page } = visit;
    await beginToApply(visit);
    for (const path of [
      '/',
      '/apply',
      '/account',
      '/help',
      '/privacy',
      '/complaints',
      '/connected',
      '/nowhere',
    ]) {
      await page.goto(path);
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.deepEqual(widths, [360, 360], path);
    }
  });
});
