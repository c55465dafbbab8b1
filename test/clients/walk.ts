import assert from 'node:assert/strict';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page, Request } from 'playwright-core';
import type { Client } from './clients.js';
import type { ClientSite } from './site.js';

/** How often the elements are removed and put back. */
const mounts = 20;

/** Milliseconds until something that a page shows counts as missing. */
const timeoutMs = 60_000;

/** What a walk found out. */
export interface Walked {
  /** The scripts that the page asked for until it had the list of platforms, each compressed with brotli. */
  readonly scriptBytes: number;
}

/**
 * Walks a client as its customer: connects, reads what the client's own handler of `codat-connected` says, finds the
 * connection in the list, has the elements removed and put back, and signs out.
 */
export async function walk(
  browser: Browser,
  { isRenderedOnServer }: Client,
  { url, at }: ClientSite,
): Promise<Walked> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB' });
  context.setDefaultTimeout(timeoutMs);
  const errors: string[] = [];
  context.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  context.on('weberror', (error) => errors.push(String(error.error())));
  const scripts: Request[] = [];
  const tokenRequests: string[] = [];
  context.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request);
    if (request.url().endsWith('/codat/token')) tokenRequests.push(request.url());
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      document.addEventListener('codat-connected', () => {
        document.documentElement.dataset['connected'] = String(
          Number(document.documentElement.dataset['connected'] ?? 0) + 1,
        );
      });
      new PerformanceObserver((list) => {
        const { dataset } = document.documentElement;
        dataset['shifts'] = String(Number(dataset['shifts'] ?? 0) + list.getEntries().length);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const opened = await page.goto('/sign-in');
    const html = (await opened?.text()) ?? '';
    const xero = page.getByRole('button', { name: 'Xero', exact: true });
    await xero.waitFor();
    if (isRenderedOnServer) {
      for (const [tag, attributes] of Object.entries(rendered))
        assert.deepEqual(attributesIn(html, tag), attributes);
      assert.equal(await shiftsOn(page), undefined, 'Something on the page moved.');
    }
    const early = await requestedBeforePlatforms(page);
    const loaded = await Promise.all(
      scripts
        .filter((request) => early.includes(request.url()))
        .map(async (request) => (await request.response())?.body()),
    );

    await connect(page);
    const row = page.getByRole('listitem').filter({ hasText: 'Xero · Marlow Bakery' });
    await row.getByText('Connected', { exact: true }).waitFor();

    const requestedBefore = tokenRequests.length;
    for (let mount = 0; mount < mounts; mount++) await mountAgain(page);
    await row.getByText('Connected', { exact: true }).waitFor();
    assert.equal(tokenRequests.length, requestedBefore, 'Mounting asks for no token.');
    assert.equal(await page.locator('html').getAttribute('data-connected'), '1');
    assert.deepEqual(errors, []);

    await signOut(page, at);
    const sizes = loaded.map((script) => (script ? brotliCompressSync(script).length : 0));
    return { scriptBytes: sizes.reduce((sum, size) => sum + size, 0) };
  } catch (reason) {
    throw new Error(`${String(reason)}\nThe page's errors: ${errors.join('\n') || 'none'}`, {
      cause: reason,
    });
  } finally {
    await context.close();
  }
}

const common = { 'token-endpoint': '/codat/token', lender: 'Larkspur' };

/** The attributes that the tags of each client have before any script runs. */
const rendered = {
  'platform-picker': { ...common, 'source-types': 'Accounting' },
  'connection-list': common,
};

/** The attributes of the first such tag in a server's HTML, but for those that frameworks add. */
function attributesIn(html: string, tag: string): Record<string, string> {
  const [, written = ''] = new RegExp(`<${tag}\\b([^>]*)>`).exec(html) ?? [];
  const all = [...written.matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(
    all
      .map(([, name = '', value = '']) => [name, value] as const)
      .filter(([name]) => name in rendered['platform-picker']),
  );
}

/**
 * The URLs that a page asked for before it had the list of platforms, by its own clock: the driver learns of requests
 * and responses in another order, and what the list's arrival starts is not needed to show it.
 */
const requestedBeforePlatforms = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const requests = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const platforms = requests.find(({ name }) => name.endsWith('/codat/platforms'));
    if (!platforms) throw new Error('The page has no list of platforms.');
    return requests.filter(({ startTime }) => startTime < platforms.responseEnd).map(({ name }) => name);
  });

/** How often something on the page moved, once the browser has drawn what it shows now. */
const shiftsOn = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(document.documentElement.dataset['shifts'])),
        );
      }),
  );

async function connect(page: Page): Promise<void> {
  const [window] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Xero', exact: true }).click(),
  ]);
  await window.getByLabel('Organisation').fill('Marlow Bakery');
  await window.getByRole('button', { name: 'Allow' }).click();
  await page.getByText('Xero is connected', { exact: true }).waitFor();
  if (!window.isClosed()) await window.close();
}

async function mountAgain(page: Page): Promise<void> {
  const list = page.locator('connection-list');
  // Turbo has an unhandled rejection when a click gives up a page whose body is still arriving.
  const idle = page.locator('html:not([aria-busy])');
  await idle.waitFor();
  await page.getByText('Hide', { exact: true }).click();
  await list.waitFor({ state: 'detached' });
  await idle.waitFor();
  await page.getByText('Show', { exact: true }).click();
  await list.waitFor({ state: 'attached' });
  assert.equal(await page.locator('platform-picker').count(), 1);
}

/** Some clients sign out by a form, which loads another page, and some by `fetch` and `session.end()`. */
async function signOut(page: Page, at: string): Promise<void> {
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === '/sign-out');
  await page.getByText('Sign out', { exact: true }).click();
  const loadsPage = (await answered).request().isNavigationRequest();
  if (loadsPage) {
    await page.getByRole('heading', { name: 'Signed out' }).waitFor();
    await page.goto(at);
  }
  await page.getByText('You are signed out').first().waitFor();
  assert.equal(await page.getByText('Marlow Bakery').count(), 0);
}
