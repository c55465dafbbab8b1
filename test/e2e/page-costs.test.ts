import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../tools/find-browser.js';
import { bundle, openBenchSite } from '../bench/bench-site.js';
import { subjects, type SubjectName } from '../bench/subjects.js';
import { type, visit, type Visited } from '../bench/visit.js';

/** What a page with one of our elements costs. */
interface Costs {
  /** DOM nodes of the page, those that only scripts hold on to included. */
  readonly nodes: number;
  /** Brotli bytes of the scripts asked for before the element is usable: what has not arrived by then competes for the network. */
  readonly scriptBytes: number;
  /** Requests before the element is usable, without pictures. */
  readonly requests: number;
  /** How often an element was marked to be styled again while eight keys were typed into the search. */
  readonly restyles: number;
  /** How often the box of an element was made anew meanwhile. */
  readonly boxes: number;
}

/** A page, and the most that it may cost: what it costs today. Lower it with the costs. */
interface Limits {
  readonly subject: SubjectName;
  readonly platforms: number;
  readonly most: Costs;
}

// The hashes in the names of chunks are random text: they make what is loaded first up to 180 bytes longer. On a busy
// machine one tile more is styled again.
const limits: readonly Limits[] = [
  {
    subject: 'picker',
    platforms: 60,
    most: { nodes: 881, scriptBytes: 22_080, requests: 4, restyles: 230, boxes: 317 },
  },
  {
    subject: 'picker',
    platforms: 1000,
    most: { nodes: 1_185, scriptBytes: 22_080, requests: 4, restyles: 704, boxes: 932 },
  },
  // Sixty connections. Before the rows: the page, three scripts, token, platforms and connections.
  {
    subject: 'list',
    platforms: 60,
    most: { nodes: 1_901, scriptBytes: 37_170, requests: 7, restyles: 46, boxes: 1_369 },
  },
];

const profile = { name: 'desktop', viewport: { width: 1280, height: 800 }, slower: 1 };

describe('a page with one of our elements', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch(await findBrowser());
  });
  after(() => browser.close());

  for (const { subject: subjectName, platforms, most } of limits)
    it(`costs no more than it did: the ${subjectName}, with ${platforms} platforms`, async () => {
      let sendAll = (): void => undefined;
      let usable: Promise<unknown> | undefined;
      const site = await openBenchSite(platforms, {
        secure: false,
        delay: (path) => Promise.race([usable, setTimeout(delayOf(path), undefined, { ref: false })]),
      });
      const probe = await bundle('probe.ts');
      const subject = subjects.find(({ name }) => name === subjectName);
      assert.ok(subject);

      const measure = (): Promise<Costs> => {
        usable = new Promise<void>((resolve) => (sendAll = resolve));
        const to = { url: site.urlOf(subject.name), subject, profile, probe, onUsable: sendAll };
        return visit(browser, to, async (visited) => {
          const { nodes, scriptBytes, requests } = visited.figures;
          const changes = await changesDuring(browser, visited, () => type(visited, subject));
          return { nodes, scriptBytes, requests, ...changes };
        });
      };

      try {
        const costs = await measure();
        const over = Object.entries(costs).filter(([name, cost]) => cost > most[name as keyof Costs]);
        assert.deepEqual(over, [], JSON.stringify(costs));
      } finally {
        site.close();
      }
    });

  it('asks for the rows before the script of the list is there', async () => {
    const asked: string[] = [];
    const waiting: (() => void)[] = [];
    const isAsked = (part: string): boolean => asked.some((path) => path.includes(part));
    const site = await openBenchSite(60, {
      secure: false,
      delay: async (path) => {
        asked.push(path);
        if (isAsked('/connections?')) for (const send of waiting) send();
        else if (path.includes('/connection-list-')) await new Promise<void>((send) => waiting.push(send));
      },
    });
    const page = await browser.newPage();
    try {
      await page.goto(site.urlOf('list'));
      await page.locator('connection-list [part=row]').first().waitFor();
      assert.deepEqual(
        asked.filter((path) => path.includes('/connections?') || path.endsWith('/token')).length,
        2,
        asked.join('\n'),
      );
    } finally {
      await page.close();
      site.close();
    }
  });

  it('has its platforms from the cache of the browser on a second visit', async () => {
    const asked: string[] = [];
    const site = await openBenchSite(60, {
      secure: false,
      delay: async (path) => {
        asked.push(path);
        if (asked.filter((each) => each === list).length > 1) await new Promise(() => undefined);
      },
    });
    const context = await browser.newContext();
    try {
      for (let visits = 0; visits < 2; visits++) {
        const page = await context.newPage();
        await page.goto(site.urlOf('picker'));
        await page.locator('platform-picker [part=tile]').first().waitFor();
        await page.close();
      }
      assert.deepEqual(
        asked.filter((path) => path === list),
        [list],
      );
    } finally {
      await context.close();
      site.close();
    }
  });
});

/** The list of platforms, which has no one's data, and which the gateway lets everyone keep. */
const list = '/codat/platforms';

/**
 * Milliseconds until the answer to a request, unless the element is usable before. The list of platforms comes at once, and
 * all else so late that what is asked for meanwhile is always the same.
 */
function delayOf(path: string): number {
  if (!path.slice(1).includes('/') || path === list) return 0;
  return path.endsWith('.js') ? 1_500 : 3_000;
}

/**
 * Reads from what Chromium's DevTools record how often elements were marked to be styled again, and how often their boxes
 * were made. Pictures change once more when they arrive.
 */
async function changesDuring(
  browser: Browser,
  { page }: Visited,
  work: () => Promise<unknown>,
): Promise<Pick<Costs, 'restyles' | 'boxes'>> {
  const categories = ['disabled-by-default-devtools.timeline.invalidationTracking'];
  await browser.startTracing(page, { categories });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: { name: string; args: { data?: { nodeName: string; reason: string } } }[];
  };
  const count = (event: string, isCounted: (reason: string) => boolean): number =>
    traceEvents.filter(
      ({ name, args: { data } }) =>
        name === event && data && isCounted(data.reason) && !['IMG', 'HTML', 'svg'].includes(data.nodeName),
    ).length;
  return {
    restyles: count('StyleRecalcInvalidationTracking', (reason) => reason !== 'Animation'),
    boxes: count('LayoutInvalidationTracking', (reason) => reason === 'Added to layout'),
  };
}
