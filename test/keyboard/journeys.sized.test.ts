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
    let hands: KeyboardDriver;

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
      hands = new KeyboardDriver(page);
      await page.goto(demo.url);
      await hands.tabTo(/^Apply/);
      await hands.press('Enter');
      await hands.waitForText('Find your platform');
      await hands.waitForText('Someone else has the log-in?');
    });
    afterEach(async () => {
      assert.deepEqual(hands.problems, []);
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
      await hands.waitForText(organisation);
    };

    it('a search without results leads to what to do instead', async () => {
      await hands.tabTo('Find your platform');
      await hands.type('zzzz');
      await hands.waitForText('Nothing found for “zzzz”.');
      await hands.tabTo('Don’t see yours?');
      await hands.pressAndWaitFor('Enter', 'Ask Larkspur what you can send instead.');
    });

    it('the terms are read and agreed to, and whoever continues without consent gets focus on the checkbox', async () => {
      await page.evaluate(() => document.querySelector('platform-picker')?.toggleAttribute('consent'));
      await hands.tabTo(/Xero$/);
      await hands.pressAndWaitFor('Enter', 'To decide on your loan.');
      await hands.tabTo(/^Continue to Xero/);
      const box = await hands.pressAndWaitFor('Enter', 'Tick the box to go on.');
      assert.equal(box.name, 'Larkspur may read the data of my business.');

      await hands.press(' ');
      await hands.tabTo(/^Continue to Xero/);
      const waiting = await hands.pressAndWaitFor('Enter', 'Finish signing in at Xero');
      assert.equal(waiting.name, 'Finish signing in at Xero');
      await page.bringToFront();
      await hands.tabTo('Cancel');
      await hands.pressAndWaitFor('Enter', 'Xero isn’t connected');
      await hands.tabTo('Choose another platform');
      await hands.pressAndWaitFor('Enter', 'Find your platform');
    });

    it('a share link is created, copied and withdrawn', async () => {
      await page.evaluate(() => document.querySelector('platform-picker')?.toggleAttribute('consent'));
      await hands.tabTo('Someone else has the log-in?');
      await hands.pressAndWaitFor('Enter', 'Choose the platform they use. You get a link to send to them.');
      await hands.tabTo(/Xero$/);
      await hands.pressAndWaitFor('Enter', 'Send a link for Xero');
      await hands.waitForText('To decide on your loan.');
      await hands.tabTo('Larkspur may read the data of my business.');
      await hands.press(' ');
      await hands.tabTo('Get the link');
      await hands.pressAndWaitFor('Enter', 'Send this link to whoever has the Xero log-in');

      await hands.tabTo('Copy the link');
      const copying = await hands.pressAndWaitFor('Enter', 'Copied');
      assert.equal(copying.name, 'Copy the link');
      await hands.tabTo('Withdraw the link for Xero');
      await hands.pressAndWaitFor('Enter', 'The link for Xero is withdrawn');
      await hands.tabTo('Back to all platforms');
      await hands.pressAndWaitFor('Enter', 'Find your platform');
    });

    it('a row’s menu is used by arrow keys, and gives focus back to its button', async () => {
      await withConnection('Marlow Bakery');
      await hands.tabTo('More for Xero');
      await hands.pressAndWaitFor('Enter', 'Details');
      assert.equal((await hands.focused()).name, 'Details');
      const names: string[] = [];
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home'] as const) {
        await hands.press(key);
        names.push((await hands.focused()).name);
      }
      assert.deepEqual(names, ['Disconnect', 'Delete', 'Details', 'Delete', 'Details']);
      await hands.press('Escape');
      assert.equal((await hands.focused()).name, 'More for Xero');

      await hands.press('ArrowUp');
      assert.equal((await hands.focused()).name, 'Delete');
      await hands.press('Home');
      await hands.pressAndWaitFor('Enter', 'What is read');
    });

    it('a dialog is closed by Escape, and confirmed, with a way back in reach; then the connection is deleted for good', async () => {
      await withConnection('Marlow Bakery');
      const ask = async (what: string, question: string): Promise<void> => {
        await hands.tabTo('More for Xero');
        await hands.press('Enter');
        await hands.tabTo(what, 'ArrowDown');
        await hands.pressAndWaitFor('Enter', question);
      };
      await ask('Disconnect', 'Disconnect Xero?');
      const left = await hands.pressAndWaitFor('Escape', 'Your connections');
      assert.equal(left.name, 'More for Xero');

      await hands.pressAndWaitFor('Enter', 'Details');
      await hands.tabTo('Disconnect', 'ArrowDown');
      await hands.pressAndWaitFor('Enter', 'Disconnect Xero?');
      await hands.tabTo('Disconnect');
      await hands.pressAndWaitFor('Enter', 'Disconnected');

      await hands.tabTo(/^Reconnect Xero/, 'Shift+Tab');
      const again = await hands.pressAndWaitFor('Enter', 'Sign in for Marlow Bakery, as before.');
      assert.equal(again.name, 'Finish signing in at Xero');
      await page.bringToFront();
      await hands.tabTo('Cancel');
      await hands.pressAndWaitFor('Enter', 'Xero isn’t connected');
      await hands.tabTo('Close');
      await hands.pressAndWaitFor('Enter', 'Disconnected');

      await page.reload();
      await hands.waitForText('Disconnected');
      await ask('Delete', 'Delete the connection to Xero?');
      await hands.tabTo('Delete for good');
      await hands.pressAndWaitFor('Enter', 'Nothing is connected yet.');
    });
  });
}
