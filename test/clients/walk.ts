import assert from 'node:assert/strict';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page, Request } from 'playwright-core';
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
export async function walk(browser: Browser, { url, at }: ClientSite): Promise<Walked> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB' });
  context.setDefaultTimeout(timeoutMs);
  const errors: string[] = [];
  context.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  context.on('weberror', (error) => errors.push(String(error.error())));
  const scripts: Request[] = [];
  const tokenRequests: string[] = [];
  let hasPlatforms = false;
  context.on('request', (request) => {
    if (request.resourceType() === 'script' && !hasPlatforms) scripts.push(request);
    if (request.url().endsWith('/codat/token')) tokenRequests.push(request.url());
  });
  context.on('response', (response) => {
    if (response.url().endsWith('/codat/platforms')) hasPlatforms = true;
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      document.addEventListener('codat-connected', () => {
        document.documentElement.dataset['connected'] = String(
          Number(document.documentElement.dataset['connected'] ?? 0) + 1,
        );
      });
    });
    await page.goto('/sign-in');
    const xero = page.getByRole('button', { name: 'Xero', exact: true });
    await xero.waitFor();
    const loaded = await Promise.all(scripts.map(async (request) => (await request.response())?.body()));

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
  await page.getByText('Hide', { exact: true }).click();
  await list.waitFor({ state: 'detached' });
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
