import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { until } from '../support/until.js';
import { beginToApply, addConnection, openSite, type Site, type Visit } from './site.js';

/** Whether a page listens to events with this request. */
const isStream = (request: Request): boolean => new URL(request.url()).pathname === '/codat/events';

const streamsOf = ({ requests }: Visit): Request[] => requests.filter(isStream);

/** Whether a request reads the connections. */
const isLook = (request: Request): boolean => new URL(request.url()).pathname.endsWith('/connections');

/**
 * Waits until there are so many streams, and each of these tabs has looked since the last was opened: what happened
 * before is caught up with once, and only what happens after that can be seen by events alone.
 */
async function caughtUp({ requests }: Visit, tabs: readonly Page[], streams: number): Promise<void> {
  const looked = (tab: Page): boolean =>
    requests
      .slice(requests.findLastIndex(isStream))
      .some(
        (request) => isLook(request) && request.frame().page() === tab && request.timing().responseEnd > 0,
      );
  await until(() => requests.filter(isStream).length === streams && tabs.every(looked));
}

const reads = (page: Page, status: string): Promise<void> =>
  page.locator('connection-list').getByText(status, { exact: true }).first().waitFor();

/** Waits until so many tabs wait for or hold the lock of the leader. */
async function lined(page: Page, tabs: number): Promise<void> {
  await page.waitForFunction(async (tabs) => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return [...held, ...pending].filter(({ name }) => name?.endsWith(':connections')).length === tabs;
  }, tabs);
}

/**
 * Someone who applied, and has Xero connected: what a test opens shows it. No page has looked before, since the gateway
 * would repeat what it was told then.
 */
async function customerOf(site: Site): Promise<Visit & { id: string }> {
  const visit = await site.visit();
  const { context, page } = visit;
  const readsConnections = ({ pathname }: URL): boolean => pathname.endsWith('/connections');
  await context.route(readsConnections, () => undefined);
  await beginToApply(visit);
  const id = await addConnection(site, visit, 'gbol', 'Marlow Bakery');
  await page.goto('about:blank');
  await context.unroute(readsConnections);
  return { ...visit, id };
}

describe('an account page with events', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  /** The account page in so many tabs, each of which shows the connection and stands in line. */
  const setUp = async (tabs: number): Promise<Visit & { id: string; opened: Page[] }> => {
    const visit = await customerOf(site);
    const { page, context } = visit;
    await page.goto('about:blank');
    visit.requests.length = 0;
    const others = await Promise.all(Array.from({ length: tabs - 1 }, () => context.newPage()));
    const opened = [page, ...others];
    for (const tab of opened) {
      await tab.goto('/account');
      await reads(tab, 'Connected');
    }
    await lined(page, tabs);
    await caughtUp(visit, opened, 1);
    return { ...visit, opened };
  };

  it('shows within seconds that access was revoked at the platform', async () => {
    const { page, id, pageErrors } = await setUp(1);
    site.simulator.deauthorize(id);

    await reads(page, 'Access lost');
    await page.getByRole('button', { name: 'Reconnect Xero' }).waitFor();
    assert.deepEqual(pageErrors, []);
  });

  it('shows it in seven tabs, of which one has a stream open', async () => {
    const visit = await setUp(7);
    site.simulator.deauthorize(visit.id);

    await Promise.all(visit.opened.map((tab) => reads(tab, 'Access lost')));
    assert.equal(streamsOf(visit).length, 1);
    assert.deepEqual(visit.pageErrors, []);
  });

  it('still gets events after the tab with the stream was closed: another takes over', async () => {
    const visit = await setUp(3);
    const { opened, id } = visit;
    const listener = streamsOf(visit)[0]?.frame().page();
    const others = opened.filter((tab) => tab !== listener);
    assert.equal(others.length, 2);
    await listener?.close();
    await caughtUp(visit, others, 2);
    site.simulator.deauthorize(id);

    await Promise.all(others.map((tab) => reads(tab, 'Access lost')));
    assert.equal(streamsOf(visit).length, 2);
  });

  it('refetches when the network is back', async () => {
    const { page, context, id } = await setUp(1);
    await context.setOffline(true);
    await page.waitForFunction(async () => (await navigator.locks.query()).held?.length === 0);
    site.simulator.deauthorize(id);
    await reads(page, 'Connected');

    await context.setOffline(false);
    await reads(page, 'Access lost');
  });
});

describe('an account page without events', () => {
  let site: Site;

  before(async () => (site = await openSite(undefined, { webhooks: false })));
  after(() => site.close());

  const setUp = async (): Promise<Visit & { id: string }> => {
    const visit = await customerOf(site);
    await visit.page.clock.install();
    await visit.page.goto('/account');
    await reads(visit.page, 'Connected');
    await lined(visit.page, 1);
    return visit;
  };
  /** Waits until what the page asks would be answered so: the gateway repeats an answer for ten seconds. */
  const answered = async ({ page, requests }: Visit, status: string): Promise<void> => {
    const requested = requests.findLast(isLook);
    assert.ok(requested);
    const { authorization = '' } = await requested.allHeaders();
    await until(async () => {
      const answer = await page.request.get(requested.url(), { headers: { authorization } });
      return (await answer.text()).includes(`"${status}"`);
    });
  };

  it('polls, and shows within three minutes that access was revoked at the platform', async () => {
    const visit = await setUp();
    site.simulator.deauthorize(visit.id);
    await answered(visit, 'Deauthorized');
    await reads(visit.page, 'Connected');
    await visit.page.clock.fastForward('03:00');

    await reads(visit.page, 'Access lost');
    assert.deepEqual(streamsOf(visit), []);
    assert.deepEqual(visit.pageErrors, []);
  });

  it('refetches when the network is back', async () => {
    const visit = await setUp();
    await visit.context.setOffline(true);
    await visit.page.waitForFunction(async () => (await navigator.locks.query()).held?.length === 0);
    site.simulator.deauthorize(visit.id);
    await answered(visit, 'Deauthorized');
    await reads(visit.page, 'Connected');

    await visit.context.setOffline(false);
    await reads(visit.page, 'Access lost');
  });
});
