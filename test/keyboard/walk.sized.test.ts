import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { startDemo, type RunningDemo } from '../../demo/server/start-demo.js';
import { browsers } from './browsers.js';
import { KeyboardDriver } from './keyboard-driver.js';

for (const { name, missing, open } of browsers) {
  describe(`by keyboard alone, in ${name}`, { skip: missing }, () => {
    let browser: Browser;
    let demo: RunningDemo;
    let folder: string;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'connect-elements-'));
      demo = await startDemo({ port: 0, simulatorPort: 0, dataDir: folder });
      browser = await open();
    });
    after(async () => {
      await browser.close();
      await demo.close();
      await rm(folder, { recursive: true });
    });

    it('a person gets from the landing page to connected, and to disconnected, and always sees where they are', async () => {
      const page = await browser.newPage();
      const hands = new KeyboardDriver(page);
      await page.goto(demo.url);

      await hands.tabTo(/apply|application/i);
      await hands.press('Enter');
      await hands.waitForText('Find your platform');

      await hands.tabTo('Find your platform');
      await hands.type('xero');
      await hands.waitForText('1 platform');
      await hands.tabTo(/Xero$/);
      const opened = new Promise<void>((resolve) => browser.once('targetcreated', () => resolve()));
      await hands.press('Enter');
      await opened;
      await hands.waitForText('Finish signing in at Xero');
      assert.ok(!(await hands.focused()).isNowhere, 'focus went nowhere when the window opened');

      const window = (await browser.pages()).at(-1);
      assert.ok(window);
      await window.bringToFront();
      const there = new KeyboardDriver(window);
      await there.waitForText('Allow');
      await there.tabTo('Allow');
      await there.press('Enter');

      await page.bringToFront();
      await hands.waitForText('You can disconnect at any time.');
      assert.match((await hands.focused()).name, /is connected/);

      await hands.tabTo('Done');
      await page.goto(`${demo.url}/account`);
      await hands.waitForText('Your connections');
      await hands.tabTo(/^More for Xero/);
      await hands.press('Enter');
      assert.equal((await hands.focused()).name, 'Details');
      await hands.tabTo('Disconnect', 'ArrowDown');
      await hands.press('Enter');
      await hands.waitForText('Disconnect Xero');
      // Focus begins at the answer that changes nothing.
      assert.equal((await hands.focused()).name, 'Keep connected');
      await hands.tabTo('Disconnect');
      await hands.press('Enter');
      await hands.waitForText('Disconnected');
      assert.ok(!(await hands.focused()).isNowhere, 'focus went nowhere when the dialog closed');
      await hands.tabTo(/^Reconnect Xero/, 'Shift+Tab');

      assert.deepEqual(hands.problems, []);
    });
  });
}
