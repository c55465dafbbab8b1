import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '../../tools/find-browser.js';
import { openStaticSite, type StaticSite } from './static-site.js';

/** What Storybook tells when a story is drawn, played and looked over. */
interface Finished {
  readonly storyId: string;
  readonly status: 'success' | 'error';
  readonly reporters: readonly {
    readonly status: string;
    readonly result: { readonly violations?: readonly Violation[] };
  }[];
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

interface Index {
  readonly entries: Readonly<Record<string, { readonly type: string; readonly tags: readonly string[] }>>;
}

declare global {
  interface Window {
    /** By which Storybook and the page of a story speak. */
    __STORYBOOK_ADDONS_CHANNEL__?: {
      on(event: string, hear: (message: never) => void): void;
      emit(event: string, message: unknown): void;
    };
    /** What Storybook told this test of each story. */
    finished?: Record<string, Finished>;
  }
}

/** Milliseconds until a fact that a test waits for counts as missing. */
const patience = 15_000;

const built = fileURLToPath(new URL('../../storybook-static', import.meta.url));

describe('the stories, from a static build below some path', { concurrency: 2 }, () => {
  let site: StaticSite;
  let browser: Browser;
  let stories: string[];

  before(async () => {
    site = await openStaticSite(built, '/some/path/');
    browser = await chromium.launch(await findBrowser());
    const { entries } = JSON.parse(await readFile(`${built}/index.json`, 'utf8')) as Index;
    stories = Object.keys(entries).filter((id) => {
      const { type, tags } = entries[id] ?? { type: '', tags: [] };
      return type === 'story' && tags.includes('test');
    });
  });

  after(async () => {
    await browser.close();
    site.close();
  });

  /** A browser in which every error and every request that leaves the site is kept. */
  async function visit(): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(patience);
    const complaints: string[] = [];
    context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    context.on('weberror', (error) => complaints.push(String(error.error())));
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(site.url).origin) complaints.push(request.url());
    });
    return { context, page: await context.newPage(), complaints };
  }

  const at = (id: string, look = 'light'): string =>
    `${site.url}iframe.html?viewMode=story&id=${id}&globals=page:${look}`;

  for (const look of ['light', 'dark', 'dark-unsaid']) {
    it(`show what they say, accessibly, on a ${look} page`, async () => {
      const { context, page, complaints } = await visit();
      await page.addInitScript(listen);

      const troubles: string[] = [];
      for (const [index, id] of stories.entries()) {
        if (index === 0) await page.goto(at(id, look));
        else await page.evaluate(turnTo, id);
        const finished = await page
          .waitForFunction((id) => window.finished?.[id], id)
          .then((found) => found.jsonValue())
          .catch(() => undefined);
        const found = [...troublesOf(finished), ...complaints.splice(0)];
        troubles.push(...found.map((trouble) => `${id}: ${trouble}`));
      }
      await context.close();
      assert.deepEqual(troubles, []);
      assert.ok(stories.length > 40);
    });
  }

  it('open a real window to sign in, which ends at a real return page', async () => {
    const { context, page, complaints } = await visit();
    await page.goto(at('platform-picker--few-platforms'));
    const tile = page.getByRole('button', { name: 'Xero' });
    assert.ok(await tile.locator('img').evaluate(isDrawn));
    const [signIn] = await Promise.all([context.waitForEvent('page'), tile.click()]);
    await signIn.getByLabel('Organisation').fill('Thistle & Sons');
    await signIn.getByRole('button', { name: 'Allow' }).click();
    await signIn.getByRole('heading', { name: 'Xero is connected' }).waitFor();
    await page.getByRole('heading', { name: 'Thistle & Sons is connected' }).waitFor();
    await context.close();
    assert.deepEqual(complaints, []);
  });

  it('go on in another tab where a host’s page would go on in this one', async () => {
    const { context, page, complaints } = await visit();
    await page.goto(at('platform-picker--window-blocked'));
    const [signIn] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Continue to Xero' }).click(),
    ]);
    await signIn.getByRole('button', { name: 'Cancel' }).click();
    await signIn.getByRole('heading', { name: 'Xero isn’t connected' }).waitFor();
    await page.getByRole('heading', { name: 'Xero isn’t connected' }).waitFor();
    await context.close();
    assert.deepEqual(complaints, []);
  });
});

/** Keeps what Storybook tells of its stories, from the moment it has a channel to do so. */
function listen(): void {
  const finished: Record<string, Finished> = (window.finished = {});
  let channel: Window['__STORYBOOK_ADDONS_CHANNEL__'];
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    get() {
      return channel;
    },
    set(created: typeof channel) {
      channel = created;
      // As JSON, since nodes can't leave the page.
      channel?.on('storyFinished', (story: Finished) => {
        finished[story.storyId] = JSON.parse(JSON.stringify(story)) as Finished;
      });
    },
  });
}

/** Whether an image came, once it has come or not. */
function isDrawn(image: HTMLImageElement): Promise<boolean> {
  return image.decode().then(
    () => image.naturalWidth > 0,
    () => false,
  );
}

/** Shows another story, as a click in Storybook's list does. */
function turnTo(storyId: string): void {
  window.__STORYBOOK_ADDONS_CHANNEL__?.emit('setCurrentStory', { storyId, viewMode: 'story' });
}

function troublesOf(finished: Finished | undefined): string[] {
  if (!finished) return ['never finished'];
  const { status, reporters } = finished;
  const violations = reporters.flatMap(({ result }) => result.violations ?? []);
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
  if (reporters.length === 0) told.push('was not looked over');
  return status === 'error' ? ['did not pass', ...told] : told;
}
