import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findInstalledBrowser } from '../../tools/find-browser.js';
import { readmePage } from './readme-snippets.js';
import { beginToApply, openSite, type Site, type Visit } from './site.js';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Cancels at the platform's sign-in page: before it the picker has a button of that name too. */
async function cancelSignIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Allow' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
}

describe('a person who signs in by this tab', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  /** The lender's form, whose picker opens sign-in in this tab. */
  const setUp = async (): Promise<Visit> => {
    const visit = await site.visit();
    await beginToApply(visit);
    await visit.page.getByRole('button', { name: 'Xero', exact: true }).waitFor();
    await visit.page
      .locator('platform-picker')
      .evaluate((picker) => picker.setAttribute('opens', 'same-tab'));
    return visit;
  };

  it('returns, and continues where they were, with no second connection', async () => {
    const { page, pageErrors } = await setUp();
    await page.getByRole('button', { name: 'Xero', exact: true }).click();
    await page.getByLabel('Organisation').fill('Marlow Bakery');
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: 'Xero is connected' }).waitFor();

    await page.getByRole('link', { name: 'Continue to Larkspur' }).click();
    await page.getByRole('heading', { name: 'Marlow Bakery is connected' }).waitFor();
    assert.deepEqual(pageErrors, []);
  });

  it('returns by the browser’s back button, and can start again', async () => {
    const visit = await site.visit(phone);
    const { page } = visit;
    await beginToApply(visit);
    await page.getByRole('button', { name: 'Xero', exact: true }).click();
    await page.getByRole('button', { name: 'Allow' }).waitFor();
    await page.goBack();

    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByRole('button', { name: 'Allow' }).waitFor();
  });

  it('cancels there, returns, and sees that it isn’t connected', async () => {
    const { page } = await setUp();
    await page.getByRole('button', { name: 'Xero', exact: true }).click();
    await cancelSignIn(page);
    await page.getByRole('link', { name: 'Go back to Larkspur' }).click();

    await page.getByRole('heading', { name: 'Xero isn’t connected' }).waitFor();
    await page.getByRole('button', { name: 'Start again' }).waitFor();
  });

  it('leaves the page once the host has saved its state', async () => {
    const { page } = await setUp();
    await page.evaluate(() => {
      document.addEventListener('codat-leaving', (event) => {
        event.waitUntil(fetch('/help').then(() => sessionStorage.setItem('saved', 'the form')));
      });
    });
    const requested = page.waitForRequest('**/help');
    await page.getByRole('button', { name: 'Xero', exact: true }).click();
    await requested;
    await cancelSignIn(page);

    await page.getByRole('link', { name: 'Go back to Larkspur' }).waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.getItem('saved')), 'the form');
  });
});

const installed = findInstalledBrowser();

const skip = installed ? false : 'only an installed Chromium keeps pages as they were';

describe('a person who returns to a page in the bfcache', { skip }, () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    browser = await chromium.launch({
      ...installed,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    site = await openSite(undefined, {}, browser);
  });
  after(async () => {
    await site.close();
    await browser.close();
  });

  /** At the platform's sign-in page, from one that may enter the bfcache: the demo's own forbid it. */
  const setUp = async (): Promise<Visit> => {
    const visit = await site.visit();
    const { context, page } = visit;
    await beginToApply(visit);
    const body = readmePage.replace('<platform-picker', '<platform-picker opens="same-tab"');
    await context.route('/pasted', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto('/pasted');
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => (document.title = `kept: ${persisted}`));
    });
    await page.getByRole('button', { name: 'Xero', exact: true }).click();
    await page.getByRole('button', { name: 'Allow' }).waitFor();
    return visit;
  };

  it('can start again there, and the page receives events again', async () => {
    const { page, pageErrors } = await setUp();
    const listens = page.waitForRequest('**/codat/events');
    await page.goBack({ waitUntil: 'commit' });

    const again = page.getByRole('button', { name: 'Start again' });
    await again.waitFor();
    assert.equal(await page.title(), 'kept: true');
    await listens;
    await again.click();
    await page.getByRole('button', { name: 'Allow' }).waitFor();
    assert.deepEqual(pageErrors, []);
  });

  it('sees there that somebody signed in meanwhile', async () => {
    const { page, pageErrors } = await setUp();
    const { companies } = site.simulator.snapshot();
    site.simulator.authorize(companies.at(-1)?.connections[0]?.id ?? '', 'Marlow Bakery');
    await page.goBack({ waitUntil: 'commit' });

    await page.getByRole('heading', { name: 'Marlow Bakery is connected' }).waitFor();
    assert.equal(await page.title(), 'kept: true');
    assert.deepEqual(pageErrors, []);
  });
});

describe('a person on a phone', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  it('is sent to their Windows computer for a desktop platform', async () => {
    const visit = await site.visit(phone);
    await beginToApply(visit);
    await visit.page.getByRole('button', { name: 'Show all 16' }).click();
    await visit.page.getByRole('button', { name: 'Sage 50 (UK)' }).click();
    await visit.page
      .getByRole('heading', { name: 'Continue at the computer that runs Sage 50 (UK)' })
      .waitFor();

    assert.equal(await visit.page.getByRole('button', { name: /^Continue to Sage/ }).count(), 0);
    const mail = await visit.page
      .getByRole('link', { name: 'Send the link to my computer' })
      .getAttribute('href');
    assert.match(mail ?? '', /^mailto:\?subject=.*&body=http/);
  });

  it('signs in by this tab, since a phone shows one page at a time', async () => {
    const visit = await site.visit(phone);
    await beginToApply(visit);
    await visit.page.getByRole('button', { name: 'Xero', exact: true }).click();
    await visit.page.getByRole('button', { name: 'Allow' }).click();
    await visit.page.getByRole('heading', { name: 'Xero is connected' }).waitFor();
    assert.equal(visit.context.pages().length, 1);
  });
});

describe('an accountant on another computer', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  it('sees the true outcome though the lender doesn’t know them, and the owner’s page continues', async () => {
    const owner = await site.visit();
    await beginToApply(owner);
    const [window] = await Promise.all([
      owner.context.waitForEvent('page'),
      owner.page.getByRole('button', { name: 'Xero', exact: true }).click(),
    ]);
    await window.close();
    const link = await owner.page
      .getByRole('link', { name: 'Open it in this tab instead' })
      .getAttribute('href');

    const accountant = await site.visit();
    await accountant.page.goto(link ?? '');
    await accountant.page.getByRole('button', { name: 'Continue to Xero' }).click();
    await accountant.page.getByRole('button', { name: 'Allow' }).click();
    await accountant.page.getByRole('heading', { name: 'Xero is connected' }).waitFor();
    await owner.page.bringToFront();
    await owner.page.getByRole('heading', { name: /is connected$/ }).waitFor();
  });
});
