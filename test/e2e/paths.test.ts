import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { beginToApply, choose, addConnection, openSite, type Site, type Visit } from './site.js';

const connectedTo = ({ page }: Visit, organisation: string): Promise<void> =>
  page.getByRole('heading', { name: `${organisation} is connected` }).waitFor();

describe('a person who applies', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  const setUp = async (): Promise<Visit> => {
    const visit = await site.visit();
    await beginToApply(visit);
    return visit;
  };

  it('finds their platform by a former name, with the keyboard alone', async () => {
    const visit = await setUp();
    const { page, context } = visit;
    await page.getByRole('searchbox', { name: 'Find your platform' }).focus();
    await page.keyboard.type('quikbooks onl');
    await page.getByText('1 platform', { exact: true }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Connect QuickBooks Online' }).waitFor();
    // Focus is on the heading now; the control that leads on is next.
    await page.keyboard.press('Tab');
    const [window] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
    await window.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: /is connected$/ }).waitFor();
  });

  it('doesn’t find it, and sees the alternatives', async () => {
    const { page } = await setUp();
    const requested = page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          document.addEventListener('codat-asked-for', (event) => resolve(event.query), { once: true }),
        ),
    );
    await page.getByRole('searchbox').fill('Ledger of my own');
    await page.getByText(/^Nothing found for “Ledger of my own”/).waitFor();
    await page.getByText('Don’t see yours?').click();
    await page.getByRole('main').getByText('Send your application without it').waitFor();
    assert.equal(await requested, 'Ledger of my own');
  });

  it('replaces the connected accounting software in one step', async () => {
    const visit = await site.visit();
    await beginToApply(visit);
    await addConnection(site, visit, 'gbol', 'Marlow Bakery');
    await visit.page.reload();
    const { page, context } = visit;
    await page.getByRole('button', { name: 'FreeAgent', exact: true }).click();
    await page.getByText('One accounting platform can be connected at a time.').waitFor();
    const [window] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Disconnect Xero and connect FreeAgent' }).click(),
    ]);
    await window.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: /is connected$/ }).waitFor();
    await page.goto('/account');
    await page.getByText('Disconnected', { exact: true }).waitFor();
  });

  it('connects a bank, and another one after it', async () => {
    const visit = await setUp();
    const { page } = visit;
    await page.goto('/account');
    const first = await choose(visit, 'TrueLayer');
    await first.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: /is connected$/ }).waitFor();
    await page.getByRole('button', { name: 'Connect another', exact: true }).click();
    // There is something to know of Plaid first.
    await page.getByRole('button', { name: 'Plaid', exact: true }).click();
    const second = await choose(visit, 'Continue to Plaid');
    await second.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: /is connected$/ }).waitFor();
    await page.locator('connection-list').getByText('Connected', { exact: true }).nth(1).waitFor();
  });

  it('can’t submit the form without a connection, and submits it with one', async () => {
    const visit = await setUp();
    const { page } = visit;
    await page.getByLabel('What is it for?').selectOption({ index: 1 });
    await page.getByLabel('Name of the business').fill('Marlow Bakery');
    await page.getByLabel('Kind of business').selectOption({ index: 1 });
    await page.getByLabel('Your name').fill('Ada Marlow');
    await page.getByLabel('Email address').fill('ada@marlow.example');
    await page.getByRole('button', { name: 'Send application' }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: 'Connect your accounting software to carry on.' })
      .waitFor();

    const window = await choose(visit, 'Xero');
    await window.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: /is connected$/ }).waitFor();
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/apply')),
      page.getByRole('button', { name: 'Send application' }).click(),
    ]);
    assert.match(sent.postData() ?? '', /(^|&)accounting=[\da-f-]{36}(&|$)/);
  });

  it('sends a share link to the accountant, who signs in on another computer, and sees it connected', async () => {
    const owner = await setUp();
    await owner.page.getByRole('button', { name: 'Someone else has the log-in?' }).click();
    await owner.page.getByRole('button', { name: 'Xero', exact: true }).click();
    await owner.page.getByRole('button', { name: 'Get the link' }).click();
    const link = await owner.page.getByRole('textbox', { name: 'The link to send' }).inputValue();

    const { page, pageErrors, requests } = await site.visit();
    await page.goto(link);
    // A mail scanner only sends GET, which changes nothing.
    await page.reload();
    await page.getByRole('button').click();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: 'Xero is connected' }).waitFor();
    assert.equal(await page.getByRole('link', { name: /Continue/ }).count(), 0);
    assert.deepEqual(pageErrors, []);
    assert.ok(!requests.some((request) => request.url().includes('/codat/token')));

    await owner.page.bringToFront();
    await owner.page.getByRole('heading', { name: /is connected$/ }).waitFor();
    assert.deepEqual(owner.pageErrors, []);
  });

  it('withdraws a share link, which opens nothing any more', async () => {
    const { page } = await setUp();
    await page.getByRole('button', { name: 'Someone else has the log-in?' }).click();
    await page.getByRole('button', { name: 'Xero', exact: true }).click();
    await page.getByRole('button', { name: 'Get the link' }).click();
    const link = await page.getByRole('textbox', { name: 'The link to send' }).inputValue();
    await page.getByRole('button', { name: 'Withdraw the link for Xero' }).click();
    await page.getByRole('heading', { name: 'The link for Xero is withdrawn' }).waitFor();

    const accountant = await site.visit();
    assert.equal((await accountant.page.goto(link))?.status(), 404);
    assert.equal(await accountant.page.getByRole('button').count(), 0);
  });
});

describe('a person who is asked for consent', () => {
  let site: Site;

  before(
    async () =>
      (site = await openSite(undefined, {
        consents: [
          {
            version: '1',
            locale: 'en-GB',
            sections: [{ title: 'Purpose', body: 'To decide on your loan.' }],
            agree: 'Larkspur may read the data of my business.',
          },
        ],
      })),
  );
  after(() => site.close());

  it('agrees to the lender’s terms, and is connected; nothing is created before', async () => {
    const visit = await site.visit();
    const { page, context, requests } = visit;
    await beginToApply(visit);
    await page.evaluate(() => document.querySelector('platform-picker')?.setAttribute('consent', ''));
    await page.getByRole('button', { name: 'Xero', exact: true }).click();
    const box = page.getByRole('checkbox', { name: 'Larkspur may read the data of my business.' });
    await box.waitFor();
    await page.getByRole('button', { name: 'Continue to Xero' }).click();
    await page.getByText('Tick the box to go on.').waitFor();
    assert.equal(context.pages().length, 1);
    assert.ok(
      !requests.some((request) => request.method() === 'POST' && request.url().endsWith('/connections')),
    );

    await box.check();
    const [window] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Continue to Xero' }).click(),
    ]);
    await window.getByLabel('Organisation').fill('Marlow Bakery');
    await window.getByRole('button', { name: 'Allow' }).click();
    await connectedTo(visit, 'Marlow Bakery');
    assert.ok(requests.some((request) => request.method() === 'POST' && request.url().endsWith('/consents')));
    assert.deepEqual(visit.pageErrors, []);
  });

  it('sees those terms though the page did not request them', async () => {
    const visit = await site.visit();
    const { page, context } = visit;
    await beginToApply(visit);
    const [window] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Xero', exact: true }).click(),
    ]);
    await page.getByRole('checkbox', { name: 'Larkspur may read the data of my business.' }).check();
    assert.ok(window.isClosed());
    const [again] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Continue to Xero' }).click(),
    ]);
    await again.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: /is connected$/ }).waitFor();
  });
});
