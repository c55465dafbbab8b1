import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, afterEach, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '../../tools/find-browser.js';
import { until } from '../support/until.js';
import { secrets } from './set-up.js';
import { openSite, type Site } from './site.js';

const run = promisify(execFile);

interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly errors: string[];
}

describe('an app in Python beside the server', () => {
  let site: Site;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  before(async () => {
    site = await openSite();
    browser = await chromium.launch(await findBrowser());
  });
  afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** A customer who has signed in at the lender’s, on the page to apply. */
  const visit = async (customer: string): Promise<Visitor> => {
    const context = await browser.newContext({ baseURL: site.url, locale: 'en-GB' });
    contexts.push(context);
    context.setDefaultTimeout(60_000);
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(String(error.error())));
    assert.equal((await context.request.post('/sign-in', { data: customer })).status(), 204);
    const page = await context.newPage();
    await page.goto('/apply');
    return { context, page, errors };
  };
  const choose = async ({ context, page }: Visitor, platform: string): Promise<Page> => {
    const [window] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: platform, exact: true }).first().click(),
    ]);
    return window;
  };
  const allow = async (window: Page, organisation: string): Promise<void> => {
    await window.getByLabel('Organisation').fill(organisation);
    await window.getByRole('button', { name: 'Allow' }).click();
  };
  const tokenOf = async ({ context }: Visitor) => {
    const answer = await context.request.post('/codat/token');
    return {
      status: answer.status(),
      ...((await answer.json()) as { companyId: string; accessToken: string }),
    };
  };
  const listWith = async ({ context }: Visitor, company: string, token: string) =>
    context.request.get(`/codat/api/companies/${company}/connections`, {
      headers: { Authorization: `Bearer ${token}` },
    });

  it('connects Xero for one customer, and shows nothing of it to another', async () => {
    const [mine, theirs] = [await visit('customer-1'), await visit('customer-2')];
    await allow(await choose(mine, 'Xero'), 'Marlow Bakery');
    await mine.page.getByRole('heading', { name: 'Marlow Bakery is connected' }).waitFor();
    await mine.page.getByRole('listitem').filter({ hasText: 'Marlow Bakery' }).first().waitFor();
    await site.app.wrote(/hook onWebhook/);

    await theirs.page.reload();
    await theirs.page.getByText('Nothing is connected yet.').waitFor();
    const [own, other] = [await tokenOf(mine), await tokenOf(theirs)];
    assert.notEqual(own.companyId, other.companyId);
    assert.equal((await listWith(theirs, own.companyId, own.accessToken)).status(), 401);
    assert.equal((await listWith(theirs, own.companyId, other.accessToken)).status(), 404);
    assert.deepEqual([...mine.errors, ...theirs.errors], []);

    const put = await fetch(`${site.server().internalOrigin}/companies/customer-1`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${secrets.internal}` },
    });
    assert.deepEqual(await put.json(), { companyId: own.companyId });
  });

  it('ends at once when the customer signs out in another tab', async () => {
    const mine = await visit('customer-3');
    const { companyId, accessToken } = await tokenOf(mine);
    assert.equal((await listWith(mine, companyId, accessToken)).status(), 200);
    const cookies = await mine.context.cookies();
    await mine.context.request.post('/sign-out');

    assert.equal((await listWith(mine, companyId, accessToken)).status(), 401);
    assert.equal((await mine.context.request.post('/codat/token')).status(), 401);
    const kept = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const replayed = await fetch(`${site.url}/codat/token`, { method: 'POST', headers: { Cookie: kept } });
    assert.equal(replayed.status, 401);
  });

  it('passes the conformance run that anyone can make, of the built command', async () => {
    const cookieOf = async (customer: string): Promise<string> => {
      const { headers } = await fetch(`${site.url}/sign-in`, { method: 'POST', body: customer });
      return headers.get('Set-Cookie')?.split(';')[0] ?? '';
    };
    const people = ['--cookie', await cookieOf('customer-5'), '--other-cookie', await cookieOf('customer-6')];
    const command = ['dist/cli/index.js', 'conform', `${site.url}/codat`, ...people, '--connect', 'gbol'];
    // It rejects with what the command printed when that exits with anything but 0.
    const { stdout } = await run(process.execPath, command, {
      env: { CODAT_API_KEY: site.simulator.apiKey },
    });
    assert.match(stdout, /: \d+ right, 0 wrong, 0 unsafe, /);
  });

  it('loses nothing of a journey when the server is replaced in its middle', async () => {
    const mine = await visit('customer-4');
    await mine.page.getByRole('button', { name: 'Xero', exact: true }).first().waitFor();
    // Codat takes its time to create the connection: the server gets its SIGTERM meanwhile.
    const remove = site.simulator.faults.add({
      method: 'POST',
      path: /\/connections$/,
      trouble: { is: 'slow', ms: 3_000 },
    });
    const creations = () =>
      site.simulator.requests.filter(
        (request) => request.method === 'POST' && request.path.endsWith('/connections'),
      );
    const before = creations().length;
    const opening = choose(mine, 'Xero');
    await until(() => creations().length > before);
    const first = await site.replaceServer();
    const ended = first.terminate();
    const window = await opening;
    await window.getByRole('button', { name: 'Allow' }).waitFor();
    assert.equal(await ended, 0, first.output);
    assert.match(first.output, /^Stopped\.$/m);
    remove();

    // And once more while the person is at the platform.
    const second = await site.replaceServer();
    assert.equal(await second.terminate(), 0, second.output);
    await allow(window, 'Bracken Farm');
    await mine.page.getByRole('heading', { name: 'Bracken Farm is connected' }).waitFor();

    const { companyId, accessToken } = await tokenOf(mine);
    const list = (await (await listWith(mine, companyId, accessToken)).json()) as { results: object[] };
    assert.equal(list.results.length, 1);
    assert.deepEqual(mine.errors, []);
  });
});
