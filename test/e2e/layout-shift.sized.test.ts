import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { keepNames } from '../support/layout-checks.js';
import { sized } from '../support/trials.js';
import { beginToApply, addConnection, openSite, type Site, type Visit } from './site.js';

/** A part of the page that moved while nobody did anything (https://wicg.github.io/layout-instability/). */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

declare global {
  interface Window {
    /** What moved since the page began, where from and where to. */
    shifts: string[];
  }
}

/** Each answer comes alone and last of all: the next one waits until what came with it is drawn. */
async function slowly({ page, context }: Visit): Promise<void> {
  let turn: Promise<unknown> = Promise.resolve();
  await context.route(/\/(?:vendor|codat)\/(?!events)/, (route) => {
    const answer = async (): Promise<void> => {
      await route.fulfill({ response: await route.fetch() });
      await drawn(page);
    };
    // What a page asked for that was left since is of no interest.
    turn = turn.then(answer).catch(() => undefined);
    return turn;
  });
}

/** Waits for the second frame from now: by then what was known before is on screen, and its shifts are counted. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))),
  );

describe('a page whose answers come slowly', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  for (const width of sized([1280], [360])) {
    /** Someone who has begun to apply, with a window so high that all of a page is in it. */
    const setUp = async (): Promise<Visit> => {
      const visit = await site.visit({ viewport: { width, height: 4000 } });
      await beginToApply(visit);
      await visit.context.addInitScript(keepNames);
      await visit.context.addInitScript(watchShifts);
      return visit;
    };
    const style = ({ context }: Visit, css: string) =>
      context.route('**/assets/site.css', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${await response.text()} ${css}` });
      });
    /** Draws the page in letters as wide as another font's may be: which fonts a machine has is not known. */
    const spaceLetters = (visit: Visit, by: string) => style(visit, `body { letter-spacing: ${by} }`);
    /** Opens a page with every answer slow, and tells what moved until this part and all pictures are there. */
    const shiftsAt = async (visit: Visit, path: string, last: string): Promise<string[]> => {
      const { page, context } = visit;
      await slowly(visit);
      await page.goto(path, { waitUntil: 'commit' });
      await page.locator(last).first().waitFor();
      await page.waitForFunction(arePicturesThere);
      await drawn(page);
      const shifts = await page.evaluate(() => window.shifts);
      await context.close();
      return shifts;
    };

    it(`keeps everything in its place while the platforms come, ${width} px wide`, async () => {
      const visit = await setUp();
      assert.deepEqual(await shiftsAt(visit, '/apply', 'platform-picker [part="tile"]'), []);
    });

    for (const by of ['-0.04em', '0.03em'])
      it(`keeps everything in its place in letters wider by ${by}, ${width} px wide`, async () => {
        const visit = await setUp();
        await spaceLetters(visit, by);
        assert.deepEqual(await shiftsAt(visit, '/apply', 'platform-picker [part="tile"]'), []);
      });

    it(`keeps everything in its place where the text is small, ${width} px wide`, async () => {
      const visit = await setUp();
      await style(visit, 'platform-picker { font-size: 14px }');
      assert.deepEqual(await shiftsAt(visit, '/apply', 'platform-picker [part="tile"]'), []);
    });

    it(`keeps everything in its place until it is known that nothing is connected, ${width} px wide`, async () => {
      const visit = await setUp();
      assert.deepEqual(await shiftsAt(visit, '/account', 'connection-list:state(empty)'), []);
    });

    it(`keeps everything in its place while a connection comes, ${width} px wide`, async () => {
      const visit = await setUp();
      await addConnection(site, visit, 'gbol', 'Marlow Bakery');
      assert.deepEqual(await shiftsAt(visit, '/account', 'connection-list [part="row"]'), []);
    });
  }
});

function watchShifts(): void {
  const name = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    return element ? `${element.localName}[${element.part.value || element.className}]` : 'gone';
  };
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[])
      if (!hadRecentInput)
        window.shifts.push(
          `${value.toFixed(5)}: ${sources
            .map(({ node, previousRect: previous, currentRect: is }) => {
              const moved = [previous, is].map(({ x, y, width, height }) => [x, y, width, height].join(' '));
              return `${name(node)} from ${moved.join(' to ')}`;
            })
            .join('; ')}`,
        );
  }).observe({ type: 'layout-shift', buffered: true });
}

function arePicturesThere(): boolean {
  const ours = 'platform-picker, connection-list, sync-progress, connection-result, powered-by-codat';
  return [...document.querySelectorAll(ours)].every(
    (element) =>
      element.matches(':defined') &&
      [...(element.shadowRoot?.querySelectorAll('img') ?? [])].every(
        // One that isn't displayed doesn't load.
        (image) => image.complete || !image.checkVisibility(),
      ),
  );
}
