import { after, before, describe, it } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { eventually } from '../keyboard/eventually.js';
import { beginToApply, openSite, type Site } from './site.js';

/** What elements that left the page could leave behind. */
interface Leftovers {
  /** Of the whole page, as Chromium counts them after its garbage collection. */
  readonly nodes: number;
  readonly listeners: number;
  readonly heapBytes: number;
  /** Timers that have yet to run, and channels that are open. */
  readonly timers: number;
  readonly channels: number;
}

declare global {
  interface Window {
    pending: { readonly timers: Set<unknown>; readonly channels: Set<BroadcastChannel> };
  }
}

/** Counts the page's timers and channels, from its beginning. */
function keepCount(): void {
  const timers = new Set<unknown>();
  const channels = new Set<BroadcastChannel>();
  window.pending = { timers, channels };
  const setTimeout = window.setTimeout.bind(window);
  const clearTimeout = window.clearTimeout.bind(window);
  window.setTimeout = ((run: (...input: unknown[]) => void, ms?: number, ...input: unknown[]) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run(...input);
    }, ms);
    timers.add(timer);
    return timer;
  }) as typeof window.setTimeout;
  window.clearTimeout = (timer) => {
    timers.delete(timer);
    clearTimeout(timer);
  };
  window.BroadcastChannel = class extends window.BroadcastChannel {
    constructor(name: string) {
      super(name);
      channels.add(this);
    }
    override close(): void {
      channels.delete(this);
      super.close();
    }
  };
}

const tags = ['platform-picker', 'connection-list', 'sync-progress', 'connection-result', 'powered-by-codat'];

/** Adds all five elements to the page and takes them away again, so often, each time after they have rendered. */
const mount = (page: Page, times: number): Promise<void> =>
  page.evaluate(
    async ([tags, times]) => {
      for (let time = 0; time < times; time++) {
        const place = document.createElement('div');
        for (const tag of tags) {
          const element = document.createElement(tag);
          element.setAttribute('token-endpoint', '/codat/token');
          place.append(element);
        }
        document.body.append(place);
        await new Promise(requestAnimationFrame);
        while ([...place.children].some((element) => element.matches(':state(loading)')))
          await new Promise(requestAnimationFrame);
        place.remove();
        await new Promise(requestAnimationFrame);
      }
    },
    [tags, times] as const,
  );

async function leftovers(page: Page, session: CDPSession): Promise<Leftovers> {
  for (let times = 0; times < 2; times++) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  const { usedSize: heapBytes } = await session.send('Runtime.getHeapUsage');
  const { timers, channels } = await page.evaluate(() => ({
    timers: window.pending.timers.size,
    channels: window.pending.channels.size,
  }));
  return { nodes, listeners, heapBytes, timers, channels };
}

describe('a page on which elements come and go', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  it('has as many nodes, listeners, timers and channels, and as much memory, after a hundred times as after ten', async () => {
    const visit = await site.visit();
    await visit.context.addInitScript(keepCount);
    await beginToApply(visit);
    const { page, context } = visit;
    await page.getByRole('button', { name: 'Someone else signs in to it?' }).waitFor();
    const session = await context.newCDPSession(page);
    await mount(page, 10);
    const ten = await leftovers(page, session);
    await mount(page, 90);

    // The page's own elements go on loading, and Chromium keeps code that it has compiled. One element that stays each time
    // would be several times as much. The last elements to go may still wait for a response.
    let hundred = await leftovers(page, session);
    const names = Object.keys(ten) as (keyof Leftovers)[];
    await eventually(
      async () => {
        hundred = await leftovers(page, session);
        return names.every((name) => hundred[name] <= ten[name] * 1.1);
      },
      () => JSON.stringify({ ten, hundred }),
    );
  });
});
