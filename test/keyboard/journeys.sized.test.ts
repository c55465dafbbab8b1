import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { startDemo, type RunningDemo } from '../../demo/server/start-demo.js';
import { browsers } from './browsers.js';
import { KeyboardDriver } from './keyboard-driver.js';

const consents = [
  {
    version: '1',
    locale: 'en-GB',
    sections: [{ title: 'Purpose', body: 'To decide on your loan.' }],
    agree: 'Larkspur may read the data of my business.',
  },
];

for (const { name, missing, open } of browsers) {
  describe(`the side journeys, by keyboard alone, in ${name}`, { skip: missing }, () => {
    let browser: Browser;
    let demo: RunningDemo;
    let folder: string;
    let context: BrowserContext;
    let page: Page;
    let driver: KeyboardDriver;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'connect-elements-'));
      demo = await startDemo({ port: 0, simulatorPort: 0, dataDir: folder, consents });
      browser = await open();
    });
    after(async () => {
      await browser.close();
      await demo.close();
      await rm(folder, { recursive: true });
    });

    /** Someone new, at the form whose last field is the picker. */
    beforeEach(async () => {
      context = await browser.createBrowserContext();
      page = await context.newPage();
      driver = new KeyboardDriver(page);
      await page.goto(demo.url);
      await driver.tabTo(/^Apply/);
      await driver.press('Enter');
      await driver.waitForText('Find your platform');
      await driver.waitForText('Someone else signs in to it?');
    });
    afterEach(async () => {
      assert.deepEqual(driver.problems, []);
      await context.close();
    });

    /** At the account page, with one connection. */
    const withConnection = async (organisation: string): Promise<void> => {
      const { simulator } = demo;
      assert.ok(simulator);
      const companyId = await page.evaluate(async () => {
        const answer = await fetch('/codat/token', { method: 'POST' });
        return ((await answer.json()) as { companyId: string }).companyId;
      });
      const made = await simulator.fetch(`${simulator.origin}/companies/${companyId}/connections`, {
        method: 'POST',
        headers: { Authorization: `Basic ${btoa(simulator.apiKey)}` },
        body: JSON.stringify({ platformKey: 'gbol' }),
      });
      simulator.authorize(((await made.json()) as { id: string }).id, organisation);
      await page.goto(`${demo.url}/account`);
      await driver.waitForText(organisation);
    };

    it('a search without results leads to what to do instead', async () => {
      await driver.tabTo('Find your platform');
      await driver.type('zzzz');
      await driver.waitForText('Nothing found for “zzzz”.');
      await driver.tabTo('Don’t see yours?');
      await driver.pressAndWaitFor('Enter', 'Send your application without it');
    });

    it('the terms are read and agreed to, and whoever continues without consent gets focus on the checkbox', async () => {
      await page.evaluate(() => document.querySelector('platform-picker')?.toggleAttribute('consent'));
      await driver.tabTo(/Xero$/);
      await driver.pressAndWaitFor('Enter', 'To decide on your loan.');
      await driver.tabTo(/^Continue to Xero/);
      const box = await driver.pressAndWaitFor('Enter', 'Tick the box to go on.');
      assert.equal(box.name, 'Larkspur may read the data of my business.');

      await driver.press(' ');
      await driver.tabTo(/^Continue to Xero/);
      const waiting = await driver.pressAndWaitFor('Enter', 'Finish signing in at Xero');
      assert.equal(waiting.name, 'Finish signing in at Xero');
      await page.bringToFront();
      await driver.tabTo('Cancel');
      await driver.pressAndWaitFor('Enter', 'Xero isn’t connected');
      await driver.tabTo('Choose another platform');
      await driver.pressAndWaitFor('Enter', 'Find your platform');
    });

    it('a share link is created, copied and withdrawn', async () => {
      await page.evaluate(() => document.querySelector('platform-picker')?.toggleAttribute('consent'));
      await driver.tabTo('Someone else signs in to it?');
      await driver.pressAndWaitFor('Enter', 'Choose the platform they use. You get a link to send to them.');
      await driver.tabTo(/Xero$/);
      await driver.pressAndWaitFor('Enter', 'Send a link for Xero');
      await driver.waitForText('To decide on your loan.');
      await driver.tabTo('Larkspur may read the data of my business.');
      await driver.press(' ');
      await driver.tabTo('Get the link');
      await driver.pressAndWaitFor('Enter', 'Send this link to whoever has the Xero log-in');

      await driver.tabTo('Copy the link');
      const copying = await driver.pressAndWaitFor('Enter', 'Copied');
      assert.equal(copying.name, 'Copy the link');
      await driver.tabTo('Withdraw the link for Xero');
      await driver.pressAndWaitFor('Enter', 'The link for Xero is withdrawn');
      await driver.tabTo('Back to all platforms', 'Shift+Tab');
      await driver.pressAndWaitFor('Enter', 'Find your platform');
    });

    it('a row’s menu is used by arrow keys, and gives focus back to its button', async () => {
      await withConnection('Marlow Bakery');
      await driver.tabTo('More for Xero');
      await driver.pressAndWaitFor('Enter', 'Details');
      assert.equal((await driver.focused()).name, 'Details');
      const names: string[] = [];
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home'] as const) {
        await driver.press(key);
        names.push((await driver.focused()).name);
      }
      assert.deepEqual(names, ['Disconnect', 'Delete', 'Details', 'Delete', 'Details']);
      await driver.press('Escape');
      assert.equal((await driver.focused()).name, 'More for Xero');

      await driver.press('ArrowUp');
      assert.equal((await driver.focused()).name, 'Delete');
      await driver.press('Home');
      await driver.pressAndWaitFor('Enter', 'What is read');
    });

    it('a dialog is closed by Escape, and confirmed, with a way back in reach; then the connection is deleted for good', async () => {
      await withConnection('Marlow Bakery');
      const request = async (what: string, question: string): Promise<void> => {
        await driver.tabTo('More for Xero');
        await driver.press('Enter');
        await driver.tabTo(what, 'ArrowDown');
        await driver.pressAndWaitFor('Enter', question);
      };
      await request('Disconnect', 'Disconnect Xero?');
      const focused = await driver.pressAndWaitFor('Escape', 'Your connections');
      assert.equal(focused.name, 'More for Xero');

      await driver.pressAndWaitFor('Enter', 'Details');
      await driver.tabTo('Disconnect', 'ArrowDown');
      await driver.pressAndWaitFor('Enter', 'Disconnect Xero?');
      await driver.tabTo('Disconnect');
      await driver.pressAndWaitFor('Enter', 'Disconnected');

      await driver.tabTo(/^Reconnect Xero/, 'Shift+Tab');
      const again = await driver.pressAndWaitFor('Enter', 'Sign in for Marlow Bakery, as before.');
      assert.equal(again.name, 'Finish signing in at Xero');
      await page.bringToFront();
      await driver.tabTo('Cancel');
      await driver.pressAndWaitFor('Enter', 'Xero isn’t connected');
      await driver.tabTo('Close');
      await driver.pressAndWaitFor('Enter', 'Disconnected');

      await page.reload();
      await driver.waitForText('Disconnected');
      await request('Delete', 'Delete the connection to Xero?');
      await driver.tabTo('Delete for good');
      await driver.pressAndWaitFor('Enter', 'Nothing is connected yet.');
    });
  });
}
