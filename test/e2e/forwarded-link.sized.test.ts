import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createAdaptorServer, getRequestListener } from '@hono/node-server';
import { createServer } from 'node:http';
import type { Browser, Page } from 'puppeteer-core';
import { createGateway, type Gateway } from '../../src/gateway/index.js';
import { createSimulator } from '../../src/simulator/index.js';
import { browsers } from '../keyboard/browsers.js';
import { eventually } from '../keyboard/eventually.js';
import { KeyboardDriver } from '../keyboard/keyboard-driver.js';

/** Opens the address of `?to=` as our elements do: in an empty window, or in this tab. */
const lendersPage = `<!doctype html><title>Lender</title>
<button id="window">In a window</button><button id="tab">In this tab</button>
<script>
  const to = new URLSearchParams(location.search).get('to');
  document.getElementById('window').onclick = async () => {
    const handle = window.open('', '', 'popup,width=560,height=760');
    handle.opener = null;
    await Promise.resolve();
    handle.location.replace(to);
  };
  document.getElementById('tab').onclick = () => location.assign(to);
</script>`;

for (const { name, missing, open } of browsers) {
  describe(`a lender who authenticates by a header, in ${name}`, { skip: missing }, () => {
    let browser: Browser;
    let gateway: Gateway;
    let origin = '';
    let company = '';
    const closing: (() => void)[] = [];

    before(async () => {
      const codat = createAdaptorServer({ fetch: (request) => simulator.fetch(request) });
      const answer = getRequestListener((request) => gateway.fetch(request), {
        overrideGlobalObjects: false,
      });
      const site = createServer((incoming, outgoing) => {
        if (incoming.url?.startsWith('/codat/')) void answer(incoming, outgoing);
        else outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end(lendersPage);
      });
      for (const server of [codat, site]) {
        server.listen(0, '127.0.0.1');
        await once(server, 'listening');
        closing.push(() => server.close());
      }
      // A server on a port, rather than a pipe, has an address of this kind.
      const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;
      origin = `http://127.0.0.1:${portOf(site)}`;
      const simulator = createSimulator({ apiKey: 'key', origin: `http://127.0.0.1:${portOf(codat)}` });
      gateway = createGateway({
        apiKey: 'key',
        baseUrl: `${origin}/codat`,
        signingKeys: ['a-signing-key-of-thirty-two-chars-or-more'],
        // No browser sends it when it opens a page.
        company: ({ headers }) => (headers.get('X-User') === 'one' ? company : null),
        codatUrl: simulator.origin,
      });
      company = await gateway.ensureCompany({ reference: 'customer-1' });
      browser = await open();
    });
    after(async () => {
      await browser.close();
      for (const close of closing) close();
    });

    /** A link as a page of theirs has it. */
    const linkUrl = async (): Promise<string> => {
      const asks = async <Answer>(path: string, headers: Record<string, string>, body?: string) => {
        const init = { method: 'POST', headers: { 'X-User': 'one', ...headers }, ...(body && { body }) };
        const response = await gateway.fetch(new Request(`${origin}/codat${path}`, init));
        return (await response.json()) as Answer;
      };
      const { accessToken } = await asks<{ accessToken: string }>('/token', {});
      const bearer = { Authorization: `Bearer ${accessToken}` };
      const body = JSON.stringify({ platformKey: 'gbol' });
      return (await asks<{ linkUrl: string }>(`/api/companies/${company}/connections`, bearer, body)).linkUrl;
    };
    /** Waits until one of these pages is the sign-in page. */
    const signsIn = (pages: () => Page[] | Promise<Page[]>) =>
      eventually(
        async () => (await pages()).some((page) => page.url().includes('/start?')),
        () => 'Nobody was sent to sign in.',
      );

    it('sends people directly to the sign-in page from its own page, in a window and in the same tab', async () => {
      const page = await browser.newPage();
      await page.goto(`${origin}/apply?to=${encodeURIComponent(await linkUrl())}`);
      await page.click('#window');
      await signsIn(async () => (await browser.pages()).filter((each) => each !== page));
      await page.bringToFront();
      await page.click('#tab');
      await signsIn(() => [page]);
    });

    it('shows a page first to whoever was sent the address, from the address bar and from another site’s page', async () => {
      const typed = await browser.newPage();
      await typed.goto(await linkUrl());
      await new KeyboardDriver(typed).waitForText('Continue to Xero');

      const elsewhere = await browser.newPage();
      const otherSite = origin.replace('127.0.0.1', 'localhost');
      await elsewhere.goto(`${otherSite}/mail?to=${encodeURIComponent(await linkUrl())}`);
      await elsewhere.click('#tab');
      const driver = new KeyboardDriver(elsewhere);
      await driver.waitForText('Continue to Xero');
      await driver.tabTo('Continue to Xero');
      await driver.press('Enter');
      await signsIn(() => [elsewhere]);
    });
  });
}
