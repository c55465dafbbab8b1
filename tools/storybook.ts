import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { findBrowser } from './find-browser.js';
import { openStaticSite } from './static-site.js';

/** What Storybook reports when a story was rendered and played. */
export interface StoryResult {
  readonly storyId: string;
  readonly status: 'success' | 'error';
}

/** The host's page around a story, by the name the toolbar gives it. */
export type HostPageTheme = 'light' | 'dark' | 'dark-unsaid';

/** A page that loads Storybook once, and then shows one story after another, as a click in its list does. */
export interface StoryPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors, and requests that left the site, since the array was last emptied. */
  readonly pageErrors: string[];
  /** Shows a story and waits until it has been played; undefined if it never was. */
  show(id: string): Promise<StoryResult | undefined>;
}

/** Storybook as it was built, served below some path, with a browser to look at it. */
export interface Storybook {
  /** The ids of the stories that are tested, in Storybook's order. */
  readonly stories: readonly string[];
  /** The ids of the pages of documentation. */
  readonly docs: readonly string[];
  /** Where a story or a page of documentation is. */
  urlOf(id: string, theme: HostPageTheme): string;
  /** Opens a page of stories, in this language of the toolbar. Default: English. */
  open(theme: HostPageTheme, options?: BrowserContextOptions, language?: string): Promise<StoryPage>;
  close(): Promise<void>;
}

interface Index {
  readonly entries: Readonly<Record<string, { readonly type: string; readonly tags: readonly string[] }>>;
}

declare global {
  interface Window {
    /** The channel between Storybook and the page of a story. */
    __STORYBOOK_ADDONS_CHANNEL__?: {
      on(event: string, listener: (message: never) => void): void;
      emit(event: string, message: unknown): void;
    };
    /** What Storybook reported of each story. */
    storyResults?: Record<string, StoryResult>;
  }
}

/** The window in which stories are played. */
export const laptopViewport = { width: 1280, height: 900 } as const;

/** How long to wait for anything on a page, in milliseconds. */
const timeoutMs = 120_000;

const builtFolder = fileURLToPath(new URL('../storybook-static', import.meta.url));

/** How many pages are opened in parallel: as many as there are cores, or `TEST_WORKERS`. */
const workers = Number(process.env['TEST_WORKERS'] ?? availableParallelism());

/**
 * Visits each of these on pages of their own, side by side: whichever page is free takes the next. Answers in their
 * order.
 */
export async function visitEach<Id, Found>(
  ids: readonly Id[],
  open: () => Promise<StoryPage>,
  visit: (story: StoryPage, id: Id) => Promise<Found>,
): Promise<Found[]> {
  if (!(workers >= 1))
    throw new Error(`TEST_WORKERS is ${process.env['TEST_WORKERS'] ?? ''}, which is no number of pages.`);
  const found: Found[] = [];
  const queue = ids.entries();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      const story = await open();
      // All take from the one iterator, so that each is visited once.
      for (const [index, id] of queue) found[index] = await visit(story, id);
      await story.context.close();
    }),
  );
  return found;
}

/** Opens what `npm run build:storybook` built. */
export async function openStorybook(): Promise<Storybook> {
  const { entries } = JSON.parse(await readFile(`${builtFolder}/index.json`, 'utf8')) as Index;
  const stories = Object.entries(entries)
    .filter(([, { type, tags }]) => type === 'story' && tags.includes('test'))
    .map(([id]) => id);
  const docs = Object.entries(entries)
    .filter(([, { type }]) => type === 'docs')
    .map(([id]) => id);
  const site = await openStaticSite(builtFolder, '/some/path/');
  const { executablePath, args } = await findBrowser();
  // Place glyphs alike, whatever the machine's own font settings.
  const browser = await chromium.launch({ executablePath, args: [...args, '--font-render-hinting=none'] });
  // axe doesn't run by itself: a test runs it when the story has been played.
  const urlOf = (id: string, theme: HostPageTheme): string =>
    `${site.url}iframe.html?viewMode=${docs.includes(id) ? 'docs' : 'story'}&id=${id}&globals=page:${theme};a11y.manual:!true`;
  return {
    stories,
    docs,
    urlOf,
    async open(theme, options, language = 'en-GB') {
      const { context, page, pageErrors } = await openStoryPage(browser, site.url, options);
      let isOpen = false;
      return {
        context,
        page,
        pageErrors,
        async show(id) {
          if (isOpen) await page.evaluate(selectStory, id);
          else await page.goto(`${urlOf(id, theme)};language:${language}`);
          isOpen = true;
          return page
            .waitForFunction((id) => window.storyResults?.[id], id)
            .then((found) => found.jsonValue())
            .catch(() => undefined);
        },
      };
    },
    async close() {
      await browser.close();
      site.close();
    },
  };
}

async function openStoryPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Omit<StoryPage, 'show'>> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: laptopViewport,
    ...options,
  });
  context.setDefaultTimeout(timeoutMs);
  await context.addInitScript(recordResults);
  const pageErrors: string[] = [];
  context.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()));
  context.on('weberror', (error) => pageErrors.push(String(error.error())));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(url).origin) pageErrors.push(request.url());
  });
  return { context, page: await context.newPage(), pageErrors };
}

/** Records what Storybook reports of its stories, from the moment it has a channel. */
function recordResults(): void {
  const results: Record<string, StoryResult> = (window.storyResults = {});
  let channel: Window['__STORYBOOK_ADDONS_CHANNEL__'];
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    get() {
      return channel;
    },
    set(created: typeof channel) {
      channel = created;
      // Storybook calls a story a success though its play function threw.
      let threw = false;
      channel?.on('playFunctionThrewException', () => (threw = true));
      channel?.on('storyFinished', ({ storyId, status }: StoryResult) => {
        results[storyId] = { storyId, status: threw ? 'error' : status };
        threw = false;
      });
    },
  });
}

/** Shows another story, as a click in Storybook's list does. */
function selectStory(storyId: string): void {
  window.__STORYBOOK_ADDONS_CHANNEL__?.emit('setCurrentStory', { storyId, viewMode: 'story' });
}
