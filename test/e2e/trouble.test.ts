import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { beginToApply, choose, openSite, type Site } from './site.js';

describe('when something fails', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  it('a page without a network says so, and continues when it is back', async () => {
    const visit = await site.visit();
    await beginToApply(visit);
    // What leads through the journey is there too.
    await visit.page.getByRole('button', { name: 'Someone else signs in to it?' }).waitFor();

    await visit.context.setOffline(true);
    await visit.page.getByRole('button', { name: 'Xero', exact: true }).click();
    await visit.page.getByRole('heading', { name: 'There is no connection to the internet' }).waitFor();

    await visit.context.setOffline(false);
    const [window] = await Promise.all([
      visit.context.waitForEvent('page'),
      visit.page.getByRole('button', { name: 'Start again' }).click(),
    ]);
    await window.getByRole('button', { name: 'Allow' }).click();
    await visit.page.getByRole('heading', { name: /is connected$/ }).waitFor();
  });

  it('a person who was signed out elsewhere is asked to sign in again, and no exception reaches the page', async () => {
    const visit = await site.visit();
    await beginToApply(visit);
    await visit.page.getByRole('button', { name: 'Xero', exact: true }).waitFor();
    await visit.context.clearCookies();

    await visit.page.getByRole('button', { name: 'Xero', exact: true }).click();
    await visit.page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    assert.deepEqual(
      visit.pageErrors.filter((error) => !error.includes('401')),
      [],
    );
  });

  for (const [name, trouble] of [
    ['429', { is: 'refused', status: 429, retryAfter: 2 }],
    ['500', { is: 'refused', status: 500 }],
    ['a page of HTML', { is: 'html', status: 200 }],
    ['no answer', { is: 'reset' }],
  ] as const) {
    it(`Codat responding ${name} to a new connection ends in a message and a next step, and nothing is lost`, async () => {
      const visit = await site.visit();
      await beginToApply(visit);
      await visit.page.getByRole('button', { name: 'Xero', exact: true }).waitFor();
      const restore = site.simulator.faults.add({
        method: 'POST',
        path: '/companies/*/connections',
        trouble,
      });

      await visit.page.getByRole('button', { name: 'Xero', exact: true }).click();
      await visit.page.getByRole('heading', { name: /can’t be reached right now|This is busy/ }).waitFor();
      restore();
      const [window] = await Promise.all([
        visit.context.waitForEvent('page'),
        visit.page.getByRole('button', { name: 'Start again' }).click(),
      ]);
      await window.getByRole('button', { name: 'Allow' }).waitFor();
    });
  }

  it('a browser that refuses storage loses nothing but the draft', async () => {
    const visit = await site.visit();
    await visit.page.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage'])
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException('refused', 'SecurityError');
          },
        });
    });
    await beginToApply(visit);
    await visit.page.getByLabel('Name of the business').fill('Marlow Bakery');
    const window = await choose(visit, 'Xero');
    await window.getByRole('button', { name: 'Allow' }).click();
    await visit.page.getByRole('heading', { name: /is connected$/ }).waitFor();
    assert.deepEqual(visit.pageErrors, []);
  });

  it('a used link shows a message', async () => {
    const visit = await site.visit();
    await beginToApply(visit);
    const window = await choose(visit, 'Xero');
    const spent = window.url();

    const response = await visit.page.goto(spent);
    assert.equal(response?.status(), 401);
    await visit.page.getByRole('heading', { name: /used/ }).waitFor();
  });

  it('Codat’s one-time link is nowhere on the lender’s pages, in its responses or in its logs', async () => {
    const visit = await site.visit();
    const seen: Promise<string>[] = [];
    visit.context.on('response', (response) => {
      // The stream of events never ends; what it says is tested where it is made.
      const isStream = response.headers()['content-type']?.startsWith('text/event-stream');
      if (response.url().startsWith(site.url) && response.status() === 200 && !isStream)
        seen.push(response.text().catch(() => ''));
    });
    const printed: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (chunk: string | Uint8Array) => printed.push(chunk.toString()) > 0;
    try {
      await beginToApply(visit);
      const window = await choose(visit, 'Xero');
      const oneTime = new URL(window.url()).searchParams.get('otp');
      assert.ok(oneTime);
      await window.getByRole('button', { name: 'Allow' }).click();
      await visit.page.getByRole('heading', { name: /is connected$/ }).waitFor();
      seen.push(visit.page.content(), window.content());
      const everything = [...(await Promise.all(seen)), ...printed, ...visit.pageErrors].join('\n');
      assert.ok(everything.includes('/codat/link/'));
      assert.ok(!everything.includes(oneTime));
      assert.ok(!everything.includes('otp='));
      assert.ok(!everything.includes(site.simulator.origin));
    } finally {
      process.stdout.write = write;
    }
  });
});

describe('a lender that is restarted', () => {
  it('keeps its customers and their connections', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'connect-elements-'));
    const first = await openSite(dataDir);
    const visit = await first.visit();
    await beginToApply(visit);
    const window = await choose(visit, 'Xero');
    await window.getByRole('button', { name: 'Allow' }).click();
    await visit.page.getByRole('heading', { name: /is connected$/ }).waitFor();
    const cookies = await visit.context.cookies();
    await first.close();

    const second = await openSite(dataDir);
    try {
      const again = await second.visit();
      await again.context.addCookies(cookies.map((cookie) => ({ ...cookie, domain: 'localhost' })));
      await again.page.goto('/account');
      await again.page.getByText('Xero · ').waitFor();
    } finally {
      await second.close();
      await rm(dataDir, { recursive: true });
    }
  });
});
