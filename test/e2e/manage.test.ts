import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { beginToApply, addConnection, openSite, type Site, type Visit } from './site.js';

/** Opens a row's menu, and returns its items. */
async function menuOf(page: Page, platform: string): Promise<Locator> {
  await page.getByRole('button', { name: `More for ${platform}` }).click();
  return page.getByRole('menu', { name: `More for ${platform}` });
}

/** In the page: whether the menu is to be seen at its button, or elsewhere. */
function menuIsSeen(atItsButton: boolean): boolean {
  const root = document.querySelector('connection-list')?.shadowRoot;
  const menu = root?.querySelector('[part="menu"]:popover-open');
  const button = root?.querySelector('[part~="menu-button"][aria-expanded="true"]');
  if (!menu?.checkVisibility({ opacityProperty: true }) || !button) return false;
  const distance = menu.getBoundingClientRect().right - button.getBoundingClientRect().right;
  return Math.abs(distance) < 20 === atItsButton;
}

describe('a business that manages its connections', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  /** Someone on the account page, whose connection was lost. */
  const setUp = async (organisation = 'Marlow Bakery'): Promise<Visit & { id: string }> => {
    const visit = await site.visit();
    await beginToApply(visit);
    const id = await addConnection(site, visit, 'gbol', organisation);
    site.simulator.deauthorize(id);
    await visit.page.goto('/account');
    await visit.page.getByText('Access lost').waitFor();
    return { ...visit, id };
  };
  const reconnect = async ({ page, context }: Visit, name = 'Reconnect Xero'): Promise<Page> => {
    const [window] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name }).click(),
    ]);
    return window;
  };

  it('signs in for another organisation, is asked, signs in once more and continues with the old one', async () => {
    const visit = await setUp();
    const { page, pageErrors } = visit;
    const first = await reconnect(visit);
    await page.getByText('Sign in for Marlow Bakery, as before.').waitFor();
    await first.getByLabel('Organisation').fill('Marlow Cafe');
    await first.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: 'You signed in for Marlow Cafe' }).waitFor();

    const second = await reconnect(visit, 'Disconnect and sign in once more');
    await page.getByText('Sign in for Marlow Bakery, as before.').waitFor();
    await second.getByLabel('Organisation').fill('Marlow Bakery');
    await second.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: 'Marlow Bakery is connected' }).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Xero · Marlow Bakery').waitFor();
    assert.deepEqual(pageErrors, []);
  });

  it('continues with another organisation if it confirms', async () => {
    const visit = await setUp();
    const window = await reconnect(visit);
    await window.getByLabel('Organisation').fill('Marlow Cafe');
    await window.getByRole('button', { name: 'Allow' }).click();
    await visit.page.getByRole('button', { name: 'Carry on with Marlow Cafe' }).click();

    await visit.page.getByRole('heading', { name: 'Marlow Cafe is connected' }).waitFor();
    await visit.page.getByText('Xero · Marlow Cafe').waitFor();
  });

  it('sees the details of a connection, and opens the menu though its chunk is gone', async () => {
    const visit = await setUp();
    const { page, pageErrors } = visit;
    await page.route('**/chunks/start-positioning-popover-*.js', (route) => route.abort());
    const menu = await menuOf(page, 'Xero');
    const box = await menu.boundingBox();
    const { width } = page.viewportSize() ?? { width: 0 };
    assert.ok(box && Math.abs(box.x + box.width / 2 - width / 2) < 20, 'in the middle');
    await menu.getByRole('menuitem', { name: 'Details' }).click();

    await page.getByRole('group', { name: 'Details of Xero' }).getByText('Profit and loss').waitFor();
    assert.ok(
      pageErrors.every((error) => error.includes('Failed to load resource')),
      pageErrors.join(),
    );
  });

  it('has the menu stay where it was first seen, though its positioning library loads after that', async () => {
    const { page } = await setUp();
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/chunks/start-positioning-popover-*.js', async (route) => {
      await arrived;
      await route.continue();
    });
    const menu = await menuOf(page, 'Xero');
    await page.waitForFunction(menuIsSeen, false);
    const loaded = page.waitForResponse('**/chunks/start-positioning-popover-*.js');
    arrive();
    await (await loaded).finished();
    // What is awaited after the library takes two tasks at most.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    assert.ok(await page.evaluate(menuIsSeen, false));

    await menu.press('Escape');
    await menuOf(page, 'Xero');
    await page.waitForFunction(menuIsSeen, true);
  });

  it('can delete if the lender permits it, and is told what that means', async () => {
    const { page } = await setUp();
    await (await menuOf(page, 'Xero')).getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByText('This can’t be undone').waitFor();
    await page.getByRole('button', { name: 'Delete for good' }).click();

    await page.getByText('The connection to Xero is deleted.').waitFor();
    await page.getByText('Nothing is connected yet. Connect your accounting software').waitFor();
  });
});

describe('a business whose lender lets it disconnect, and not delete', () => {
  let site: Site;

  before(async () => (site = await openSite(undefined, { permit: ({ action }) => action !== 'delete' })));
  after(() => site.close());

  it('has no control to delete on the page, and is refused by the gateway', async () => {
    const visit = await site.visit();
    const { page } = visit;
    await beginToApply(visit);
    const id = await addConnection(site, visit, 'gbol', 'Marlow Bakery');
    await page.goto('/account');
    const menu = await menuOf(page, 'Xero');
    assert.deepEqual(await menu.getByRole('menuitem').allInnerTexts(), ['Details', 'Disconnect']);

    const status = await page.evaluate(async (id) => {
      const token = (await (await fetch('/codat/token', { method: 'POST' })).json()) as Record<
        string,
        string
      >;
      const { companyId, accessToken } = token;
      const answer = await fetch(`/codat/api/companies/${companyId ?? ''}/connections/${id}`, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${accessToken ?? ''}` },
      });
      return answer.status;
    }, id);
    assert.equal(status, 403);
  });
});
