import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { latestValue } from '../../src/session/query-state.js';
import type { Session } from '../../src/session/session.js';
import { getCurrentSyncRunsQuery } from '../../src/sync/sync-runs.js';
import { openBrowser, type Browser, type OpenTab } from '../support/browser.js';

const hour = 3600;

/** A browser with so many tabs in which something is connected, and nothing has happened for a minute. */
async function atRest(test: TestContext, tabs: number, given: { events?: boolean; locks?: boolean } = {}) {
  const browser = await openBrowser(test, given);
  const connection = await browser.lender.addConnection('gbol', 'Marlow Bakery');
  await browser.advance(60);
  const open = await openTabs(browser, tabs);
  browser.calls();
  return { browser, connection, ...open };
}

/** `tab` and `page` are the first of them. */
async function openTabs(browser: Browser, count: number) {
  const opened = Array.from({ length: count }, () => browser.open());
  const [page] = opened;
  if (!page) throw new Error('No tab was opened.');
  await browser.settle();
  return { page, tab: page.tab, opened };
}

const shown = (opened: readonly OpenTab[]): string[] => [...new Set(opened.flatMap((page) => page.shown))];

/** When the data of the first connection was synced last, and when its newest sync was requested, as a page knows it. */
const syncTimesOf = (session: Session): readonly (number | undefined)[] => [
  latestValue(session.connections.resource)?.[0]?.lastSync?.getTime(),
  latestValue(getCurrentSyncRunsQuery(session).resource)?.[0]?.lastRequestedAt,
];

/** The lender has Codat sync the company's data again; when it did. */
async function syncAgain({ lender: { companyId, simulator } }: Browser): Promise<number> {
  const headers = { Authorization: `Basic ${btoa(simulator.apiKey)}` };
  const url = `${simulator.origin}/companies/${companyId}/data/all`;
  await simulator.fetch(url, { method: 'POST', headers });
  return Date.now();
}

describe('live updates with events', () => {
  it('show a revoked connection in every tab within seconds', async (test) => {
    const { browser, connection, opened } = await atRest(test, 7, { events: true });
    await browser.advance(10 * 60);
    browser.calls();
    browser.lender.simulator.deauthorize(connection);
    await browser.advance(8);

    assert.deepEqual(shown(opened), ['Deauthorized']);
    assert.equal(browser.calls(), 2, 'one for the connections, one for their data');
  });

  it('show in every tab that data was synced again, within seconds of its end', async (test) => {
    const { browser, opened } = await atRest(test, 2, { events: true });
    await browser.advance(10 * 60);
    const requestedAt = await syncAgain(browser);
    await browser.advance(45);

    for (const { session } of opened) {
      const [syncedAt = 0, requested] = syncTimesOf(session);
      assert.ok(syncedAt > requestedAt);
      assert.equal(requested, requestedAt);
    }
  });

  it('show a sync again that failed, after which the connection is as it was', async (test) => {
    const { browser, connection, page } = await atRest(test, 1, { events: true });
    await browser.advance(10 * 60);
    const [syncedBefore] = syncTimesOf(page.session);
    const requestedAt = await syncAgain(browser);
    const runs = latestValue(getCurrentSyncRunsQuery(page.session).resource) ?? [];
    for (const { dataType } of runs.flatMap(({ types }) => types))
      browser.lender.simulator.endPull(connection, dataType, 'FetchError');
    await browser.advance(8);

    assert.deepEqual(syncTimesOf(page.session), [syncedBefore, requestedAt]);
  });

  it('open a stream in one tab of the company alone, and in the next when that one is hidden', async (test) => {
    const { browser, connection, opened, tab } = await atRest(test, 3, { events: true });
    assert.equal(browser.streams.size, 1);
    tab.hide();
    await browser.settle();
    assert.equal(browser.streams.size, 1);
    browser.lender.simulator.deauthorize(connection);
    await browser.advance(8);

    assert.deepEqual(shown(opened.slice(1)), ['Deauthorized']);
    assert.deepEqual(shown(opened.slice(0, 1)), ['Linked'], 'a hidden page rests');
    tab.show();
    await browser.settle();
    assert.deepEqual(shown(opened), ['Deauthorized']);
  });

  it('reconnect when the stream’s token expires, miss nothing in between and refetch nothing', async (test) => {
    const { browser, connection, opened } = await atRest(test, 1, { events: true });
    for (let minute = 13; minute <= 15; minute++) await browser.advance(minute === 13 ? 13 * 60 : 60);
    const streams = browser.lender.requests.filter(({ url }) => url.endsWith('/events'));
    assert.deepEqual([streams.length, browser.streams.size, browser.calls()], [2, 1, 0]);
    browser.lender.simulator.deauthorize(connection);
    await browser.advance(8);

    assert.deepEqual(shown(opened), ['Deauthorized']);
  });

  it('show a change within seconds after the clock was set back an hour', async (test) => {
    const { browser, connection, opened } = await atRest(test, 1, { events: true });
    await browser.advance(60);
    const { now } = Date;
    test.mock.method(Date, 'now', () => now() - 3_600_000);
    browser.lender.simulator.deauthorize(connection);
    await browser.advance(8);

    assert.deepEqual(shown(opened), ['Deauthorized']);
  });

  it('refetch once for several events at the same time', async (test) => {
    const { browser, connection } = await atRest(test, 1, { events: true });
    await browser.advance(60);
    browser.calls();
    browser.lender.simulator.deauthorize(connection);
    browser.lender.simulator.authorize(connection);
    browser.lender.simulator.deauthorize(connection);
    await browser.advance(2);
    assert.equal(browser.calls(), 2, 'one for the connections, one for their data');
  });
});

describe('live updates with events that follow each other', () => {
  it('refetch again after five seconds, and not before', async (test) => {
    const { browser, connection, opened } = await atRest(test, 1, { events: true });
    await browser.advance(60);
    browser.lender.simulator.deauthorize(connection);
    await browser.advance(2);
    assert.ok(browser.calls() > 0);
    browser.lender.simulator.authorize(connection);
    await browser.advance(3);
    assert.equal(browser.calls(), 0);
    await browser.advance(3);

    assert.ok(browser.calls() > 0);
    assert.deepEqual(shown(opened), ['Linked']);
  });
});

describe('live updates without events', () => {
  it('show a revoked connection in every tab within one polling interval', async (test) => {
    const { browser, connection, opened } = await atRest(test, 7);
    await browser.advance(20 * 60);
    browser.calls();
    browser.lender.simulator.deauthorize(connection);
    await browser.advance(183);

    assert.deepEqual(shown(opened), ['Deauthorized']);
    assert.ok(browser.calls() <= 2);
  });

  it('send nothing while the tab is hidden, and refetch once when it is visible', async (test) => {
    const { browser, connection, opened, tab } = await atRest(test, 1);
    tab.hide();
    await browser.advance(hour);
    assert.equal(browser.calls(), 0);
    tab.show();
    await browser.advance(30);
    assert.equal(browser.calls(), 1);
    browser.lender.simulator.deauthorize(connection);
    await browser.advance(120);
    assert.deepEqual(shown(opened), ['Deauthorized']);
  });

  it('refetch when the page gets focus, though the clock was set back an hour', async (test) => {
    const { browser, connection, opened, tab } = await atRest(test, 1);
    await browser.advance(30);
    browser.lender.simulator.deauthorize(connection);
    const { now } = Date;
    // The gateway's clock is another.
    const back = test.mock.method(Date, 'now', () => now() - 3_600_000);
    tab.show();
    back.mock.restore();
    await browser.settle();

    assert.deepEqual(shown(opened), ['Deauthorized']);
  });

  it('poll less often while the browser reports that it is offline, and refetch once when it is online', async (test) => {
    const { browser, connection, opened, tab } = await atRest(test, 1);
    await browser.advance(hour);
    const online = browser.calls();
    tab.online = false;
    await browser.advance(hour);
    const offline = browser.calls();
    assert.ok(offline > 0 && offline < online / 2, `${offline} against ${online}`);
    browser.lender.simulator.deauthorize(connection);
    await browser.advance(10 * 60);
    assert.deepEqual(shown(opened), ['Deauthorized']);
    browser.calls();
    tab.online = true;
    await browser.advance(2);
    assert.equal(browser.calls(), 1);
  });

  it('use events while the browser reports that it is offline', async (test) => {
    const { browser, connection, opened, tab } = await atRest(test, 1, { events: true });
    tab.online = false;
    await browser.advance(60);
    browser.lender.simulator.deauthorize(connection);
    await browser.advance(30);

    assert.deepEqual(shown(opened), ['Deauthorized']);
  });

  it('wait for the Retry-After, and let the next tab try meanwhile', async (test) => {
    const { browser, page } = await atRest(test, 2);
    const mend = browser.lender.simulator.faults.add({
      path: /\/connections$/,
      trouble: { is: 'refused', status: 429, retryAfter: 600 },
    });
    await browser.advance(9 * 60);
    assert.ok(browser.calls() <= 2, 'no more than one call each, and none in the ten minutes after');
    mend();
    await browser.advance(10 * 60);
    assert.ok(browser.calls() > 0);
    assert.deepEqual(page.shown, ['Linked']);
  });

  it('work without Web Locks, with more requests', async (test) => {
    const { browser, connection, opened } = await atRest(test, 3, { locks: false });
    browser.lender.simulator.deauthorize(connection);
    await browser.advance(150);

    assert.deepEqual(shown(opened), ['Deauthorized']);
  });
});

describe('live updates', () => {
  for (const events of [true, false]) {
    it(`leave nothing running once no element is on the page, ${events ? 'with' : 'without'} events`, async (test) => {
      const { browser, opened } = await atRest(test, 2, { events });
      assert.equal(browser.locks.held.length, 1);
      for (const page of opened) page.unsubscribe();
      await browser.advance(2);
      assert.deepEqual([browser.locks.held, browser.streams.size], [[], 0]);
      await browser.advance(hour);
      assert.equal(browser.calls(), 0);
    });
  }

  it('start again when an element is back', async (test) => {
    const { browser, page } = await atRest(test, 1);
    page.unsubscribe();
    await browser.advance(10);
    page.session.connections.subscribe(() => undefined);
    await browser.settle();

    assert.equal(browser.locks.held.length, 1);
  });

  it('open no second stream however often an element is removed and put back at once, and close it once none is left', async (test) => {
    const { browser, page } = await atRest(test, 1, { events: true });
    const streams = (): number => browser.lender.requests.filter(({ url }) => url.endsWith('/events')).length;
    page.unsubscribe();
    for (let mount = 0; mount < 5; mount++) {
      await browser.settle();
      await browser.advance(0.5);
      const leave = page.session.connections.subscribe(() => undefined);
      await browser.settle();
      leave();
    }
    assert.deepEqual([streams(), browser.streams.size], [1, 1]);
    await browser.advance(2);

    assert.deepEqual([streams(), browser.streams.size], [1, 0]);
  });

  it('poll what an element that comes later shows, too', async (test) => {
    const { browser, page } = await atRest(test, 1);
    let loads = 0;
    const later = page.session.query('later', () => Promise.resolve(++loads));
    later.polling = { firstMs: 30_000, growth: 1, maxMs: 30_000 };
    later.subscribe(() => undefined);
    await browser.advance(120);
    assert.ok(loads >= 4, `${loads}`);
  });

  it('start once where the session ended before they had loaded, and went on with a new token', async (test) => {
    const browser = await openBrowser(test, { events: true, locks: false });
    const { session } = browser.open();
    await session.loadCompanyId();
    session.end();
    await browser.settle();

    assert.equal(browser.streams.size, 1);
  });

  it('end with the session: no lock, no stream, no listener on the page', async (test) => {
    const { browser, page, tab } = await atRest(test, 1, { events: true });
    page.unsubscribe();
    page.session.end();
    await browser.settle();

    assert.deepEqual([browser.locks.held, browser.streams.size, tab.listenerCount], [[], 0, 0]);
  });

  it('use a channel named after the company, and post only what to refetch', async (test) => {
    const { browser, connection } = await atRest(test, 2);
    const messages: unknown[] = [];
    const channel = new BroadcastChannel(`codat-connect-elements:${browser.lender.companyId}`);
    channel.addEventListener('message', ({ data }) => messages.push(data));
    test.after(() => channel.close());
    browser.lender.simulator.deauthorize(connection);
    await browser.advance(120);

    assert.deepEqual(browser.locks.held, [`codat-connect-elements:${browser.lender.companyId}:connections`]);
    assert.deepEqual(messages, [{ is: 'refetch', at: 'connections' }]);
  });
});
