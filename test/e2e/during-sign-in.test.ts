import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { beginToApply, choose, openSite, type Site, type Visit } from './site.js';

/** How often these happened on a page, by the type of event, from now on. */
async function counting(page: Page, ...types: string[]): Promise<() => Promise<number[]>> {
  const name = `heard ${types.join(' ')}`;
  await page.evaluate(
    ([name, types]) => {
      const received: string[] = [];
      for (const type of types) document.addEventListener(type, () => received.push(type));
      Object.assign(globalThis, { [name]: received });
    },
    [name, types] as const,
  );
  return () =>
    page.evaluate(
      ([name, types]) => {
        const received = Reflect.get(globalThis, name) as string[];
        return types.map((type) => received.filter((each) => each === type).length);
      },
      [name, types] as const,
    );
}

describe('during sign-in', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  /** Someone whose sign-in window for Xero is open. */
  const setUp = async (): Promise<Visit & { window: Page }> => {
    const visit = await site.visit();
    await beginToApply(visit);
    const window = await choose(visit, 'Xero');
    await visit.page.getByRole('heading', { name: 'Finish signing in at Xero' }).waitFor();
    return { ...visit, window };
  };

  const allow = (window: Page): Promise<void> => window.getByRole('button', { name: 'Allow' }).click();
  const connected = (page: Page): Promise<void> =>
    page.getByRole('heading', { name: /is connected$/ }).waitFor();

  /** How many connections the customer has at Codat. */
  const connectionsOf = async ({ page }: Visit): Promise<number> => {
    const { companyId } = (await (await page.request.post('/codat/token')).json()) as { companyId: string };
    const { origin, apiKey } = site.simulator;
    const answer = await site.simulator.fetch(`${origin}/companies/${companyId}/connections`, {
      headers: { Authorization: `Basic ${btoa(apiKey)}` },
    });
    return ((await answer.json()) as { totalResults: number }).totalResults;
  };

  it('a person who cancels here and allows there is connected, with one event for each', async () => {
    const visit = await setUp();
    const { page, window } = visit;
    const received = await counting(page, 'codat-abandoned', 'codat-connected');

    // The sign-in page's opener policy has severed the window, so that cancelling can't close it.
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'Xero isn’t connected' }).waitFor();
    await allow(window);
    await connected(page);

    assert.deepEqual(await received(), [1, 1]);
    assert.equal(await connectionsOf(visit), 1);
  });

  it('a person who opens another window gets a fresh link and no second connection', async () => {
    const visit = await setUp();
    const [again] = await Promise.all([
      visit.context.waitForEvent('page'),
      visit.page.getByRole('button', { name: 'Open a new sign-in window' }).click(),
    ]);

    await allow(again);
    await connected(visit.page);
    assert.equal(await connectionsOf(visit), 1);
  });

  it('a link that was used by a scanner is spent, and the lender’s own link opens a fresh one', async () => {
    const { window, page } = await setUp();
    await window.reload();
    await window.getByRole('heading', { name: 'This link has been used' }).waitFor();

    const link = await page.getByRole('link', { name: 'Open it in this tab instead' }).getAttribute('href');
    await window.goto(link ?? '');
    await allow(window);
    await connected(page);
  });

  it('a page that is reloaded offers to finish, and shows when it was finished', async () => {
    const visit = await setUp();
    const { page, window } = visit;
    await page.reload();
    await page.getByRole('button', { name: 'Xero Finish connecting' }).first().waitFor();

    await allow(window);
    await page.getByRole('button', { name: 'Xero Connected' }).first().waitFor();
    assert.equal(await connectionsOf(visit), 1);
  });

  it('two tabs of one customer both show it, and only the one where it started dispatches the event', async () => {
    const { page, window, context } = await setUp();
    const other = await context.newPage();
    await other.goto('/account');
    await other.getByText('Finish connecting').first().waitFor();
    const [here, there] = [await counting(page, 'codat-connected'), await counting(other, 'codat-connected')];

    await allow(window);
    await connected(page);
    await other.getByText('Connected', { exact: true }).first().waitFor();
    assert.deepEqual([await here(), await there()], [[1], [0]]);
  });

  it('a token that expires is renewed, and nobody notices', async () => {
    const visit = await site.visit();
    await visit.page.clock.install();
    await beginToApply(visit);
    const window = await choose(visit, 'Xero');
    const tokens = (): number =>
      visit.requests.filter((request) => request.url().endsWith('/codat/token')).length;
    const before = tokens();

    await visit.page.clock.fastForward('15:00');
    await allow(window);
    await connected(visit.page);
    assert.ok(tokens() > before);
    assert.deepEqual(visit.pageErrors, []);
  });

  it('a person who is signed out meanwhile sees that, and finds it connected after signing in again', async () => {
    const { page, window, context } = await setUp();
    const cookies = await context.cookies();
    await context.clearCookies();
    await allow(window);
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();

    await context.addCookies(cookies);
    await page.reload();
    await page.getByRole('button', { name: 'Xero Connected' }).first().waitFor();
  });

  it('another customer who signs in on this page sees none of it, and gets no event', async () => {
    const { page, window, context } = await setUp();
    const received = await counting(page, 'codat-connected');
    await context.clearCookies();
    const tab = await context.newPage();
    await beginToApply({ page: tab } as Visit);

    await page.bringToFront();
    await allow(window);
    await window.getByRole('heading', { name: 'We can’t tell what happened from here' }).waitFor();
    await page.getByRole('heading', { name: 'Connect your accounting software' }).waitFor();
    assert.equal(await page.getByText('Finish connecting').count(), 0);
    assert.equal(await page.getByText('Connected', { exact: true }).count(), 0);
    assert.deepEqual(await received(), [0]);
  });

  it('a page that loses the network continues when it is back', async () => {
    const { page, window, context } = await setUp();
    const network = await context.newCDPSession(page);
    const go = (offline: boolean): Promise<unknown> =>
      network.send('Network.emulateNetworkConditions', {
        offline,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: -1,
      });
    await network.send('Network.enable');
    await go(true);
    const gone = window.waitForEvent('close');
    await allow(window);
    await gone;
    await page.getByRole('heading', { name: 'Finish signing in at Xero' }).waitFor();

    await go(false);
    await connected(page);
  });
});
