import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Subject } from './subjects.js';

/** What a page is opened with. */
export interface Profile {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** How many times slower scripts and layout are. */
  readonly slower: number;
  /** Bytes a second, and milliseconds that each request takes at least. */
  readonly network?: { readonly down: number; readonly up: number; readonly latency: number };
}

/** What one visit costs. */
export interface Figures {
  /** Milliseconds from setting out for the page until the last of the tiles in view was painted. */
  readonly usable: number;
  /** Milliseconds that the page's main thread has computed. */
  readonly cpu: number;
  /** The brotli bytes of scripts that were asked for before the page was usable. */
  readonly scriptBytes: number;
  /** Requests before it was usable, without pictures: the page's own, scripts and data. */
  readonly requests: number;
  /** DOM nodes that the browser has after a garbage collection. */
  readonly nodes: number;
  /** Bytes of JavaScript's heap after it. */
  readonly heap: number;
  /** Milliseconds from a key going down to its results, where there is a search. */
  readonly keystroke?: number;
}

/** A page as somebody sees it who comes for the first time, once it is usable and nothing loads any more. */
export interface Visited {
  readonly page: Page;
  readonly figures: Figures;
  /** Resolves once nothing was loaded for half a second. */
  readonly settle: () => Promise<void>;
}

/** Where to go, and how. */
interface VisitOptions {
  readonly url: string;
  readonly subject: Subject;
  readonly profile: Profile;
  /** The script of `in-page/probe.ts`. */
  readonly probe: string;
  readonly onUsable?: () => void;
}

/** Opens a subject in a browser that has nothing of ours yet, and calls `use` while the page is open. */
export async function visit<Result>(
  browser: Browser,
  { url, subject, profile, probe, onUsable }: VisitOptions,
  use: (visited: Visited) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: profile.viewport, ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const settle = settling(page);
    await page.addInitScript({ content: `selectors = ${JSON.stringify(subject.selectors)};${probe}` });
    const session = await context.newCDPSession(page);
    await slowDown(session, profile);
    // By the time that the thread was at work, which a busy machine changes least.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });

    await page.goto(url, { waitUntil: 'commit' });
    const usable = await page.evaluate(() => window.probe.usable);
    onUsable?.();
    await settle();
    if (errors.length > 0) throw new Error(`${subject.name}: ${errors.join('\n')}`);

    const cpu = 1000 * (await metric(session, 'TaskDuration'));
    for (let times = 0; times < 2; times++) await session.send('HeapProfiler.collectGarbage');
    const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
    const { nodes } = await session.send('Memory.getDOMCounters');
    const loaded = await page.evaluate(loadedBefore, usable);
    return await use({ page, settle, figures: { usable, cpu, nodes, heap, ...loaded } });
  } finally {
    await context.close();
  }
}

/** Milliseconds from each key that changed the tiles in view until the change was painted. */
export async function type({ page, settle }: Visited, { selectors }: Subject): Promise<number[]> {
  const { host = 'body', search } = selectors;
  if (search === undefined) return [];
  await page.locator(`${host} ${search}`).focus();
  await settle();
  const took: number[] = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    const results = await page.evaluate(() => window.probe.results);
    if (results !== undefined) took.push(results);
  }
  return took;
}

/** Four letters, which find some, and back again. */
const keys = ['s', 'i', 'l', 'v', 'Backspace', 'Backspace', 'Backspace', 'Backspace'];

/** Counts what the page is waiting for, from now on. */
function settling(page: Page): () => Promise<void> {
  let [asked, waiting] = [0, 0];
  page.on('request', () => {
    asked++;
    waiting++;
  });
  const onEnd = (): void => void waiting--;
  page.on('requestfinished', onEnd);
  page.on('requestfailed', onEnd);
  return async () => {
    await page.waitForLoadState('load');
    for (let quiet = 0, before = asked; quiet < 5; quiet++) {
      await delay(100);
      if (waiting > 0 || asked !== before) quiet = 0;
      before = asked;
    }
  };
}

async function slowDown(session: CDPSession, { slower, network }: Profile): Promise<void> {
  if (slower > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  if (!network) return;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latency,
    downloadThroughput: network.down,
    uploadThroughput: network.up,
  });
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((each) => each.name === name)?.value ?? NaN;
}

/** What the page asked for before it was usable. Runs in the page. */
function loadedBefore(usable: number): { scriptBytes: number; requests: number } {
  const loads = performance
    .getEntriesByType('resource')
    .filter(
      (entry): entry is PerformanceResourceTiming =>
        entry instanceof PerformanceResourceTiming &&
        entry.startTime < usable &&
        !entry.name.startsWith('data:') &&
        !entry.name.includes('/assets/'),
    );
  return {
    scriptBytes: loads
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    requests: 1 + loads.length,
  };
}
