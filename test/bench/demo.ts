import type { Page } from 'playwright-core';
import { beginToApply, addConnection, openSite, type Site, type Visit } from '../e2e/site.js';
import { spread } from './spread.js';

// How long people wait on the demo's pages, from Chromium's own clock: on this machine as it is, and as on a phone that
// computes a quarter as fast, at 1.6 Mbit/s and 150 ms to the server.

const visits = 10;
const phone = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750, offline: false };
const slower = 4;

const shops = ['fztf', 'exgd', 'zsth'];

const site = await openSite();
try {
  const measured: Readonly<Record<string, (visit: Visit) => Promise<number>>> = {
    'first visit: a platform can be picked': ({ page }) => opened(page, '/apply', 'platform-picker', 'tile'),
    'second visit: a platform can be picked': async ({ page }) => {
      await opened(page, '/apply', 'platform-picker', 'tile');
      return opened(page, '/apply', 'platform-picker', 'tile');
    },
    'a letter typed into the search': async ({ page }) => {
      await opened(page, '/apply', 'platform-picker', 'tile');
      return typed(page);
    },
    'first visit: sixty connections are listed': async (visit) => {
      for (let made = 0; made < 60; made++)
        await addConnection(site, visit, shops[made % shops.length] ?? '', `Shop ${made}`);
      return opened(visit.page, '/account', 'connection-list', 'row');
    },
  };
  const rows: Record<string, Record<string, string>> = {};
  for (const [name, measure] of Object.entries(measured)) {
    const [here, there]: [number[], number[]] = [[], []];
    for (let visit = 0; visit < visits; visit++) {
      for (const [found, prepare] of [
        [here, asIs],
        [there, onPhone],
      ] as const) {
        const visitor = await prepare(await begun(site));
        found.push(await measure(visitor));
        await visitor.context.close();
      }
    }
    rows[name] = { 'here, ms': spread(here, 0), 'like a phone, ms': spread(there, 0) };
  }
  console.log(`\n${visits} visits each: least / median / most`);
  console.table(rows);
} finally {
  await site.close();
}

/** Someone with an application begun, whose browser has nothing of ours yet. */
async function begun(site: Site): Promise<Visit> {
  const visit = await site.visit();
  await visit.page.route('**/vendor/**', (route) => route.abort());
  await beginToApply(visit);
  await visit.page.unroute('**/vendor/**');
  return visit;
}

function asIs(visit: Visit): Visit {
  return visit;
}

async function onPhone(visit: Visit): Promise<Visit> {
  const browser = await visit.context.newCDPSession(visit.page);
  await browser.send('Network.emulateNetworkConditions', phone);
  await browser.send('Emulation.setCPUThrottlingRate', { rate: slower });
  return visit;
}

/** Milliseconds from setting out for a page until a part of an element is drawn on it. */
async function opened(page: Page, path: string, tag: string, part: string): Promise<number> {
  await page.goto(path, { waitUntil: 'commit' });
  const drawn = await page.waitForFunction(
    ([tag, part]) =>
      document.querySelector(tag)?.shadowRoot?.querySelector(`[part~="${part}"]`) && performance.now(),
    [tag, part] as const,
  );
  return Number(await drawn.jsonValue());
}

/** Milliseconds from a key going down until the page is painted with fewer platforms. */
async function typed(page: Page): Promise<number> {
  const took = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener(
          'input',
          ({ timeStamp }) => {
            // The task that follows a frame comes once it is painted.
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
          },
          { once: true, capture: true },
        );
      }),
  );
  await page.getByRole('searchbox').press('q');
  return took;
}
