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
      const driver = new KeyboardDriver(page);
      await page.goto(demo.url);

      await driver.tabTo(/apply|application/i);
      await driver.press('Enter');
      await driver.waitForText('Find your platform');

      await driver.tabTo('Find your platform');
      await driver.type('xero');
      await driver.waitForText('1 platform');
      await driver.tabTo(/Xero$/);
      const opened = new Promise<void>((resolve) => browser.once('targetcreated', () => resolve()));
      await driver.press('Enter');
      await opened;
      await driver.waitForText('Finish signing in at Xero');
      assert.ok(!(await driver.focused()).isNowhere, 'focus went nowhere when the window opened');

      const window = (await browser.pages()).at(-1);
      assert.ok(window);
      await window.bringToFront();
      const there = new KeyboardDriver(window);
      await there.waitForText('Allow');
      await there.tabTo('Allow');
      await there.press('Enter');

      await page.bringToFront();
      await driver.waitForText('You can disconnect at any time.');
      assert.match((await driver.focused()).name, /is connected/);

      await driver.tabTo('Change');
      await page.goto(`${demo.url}/account`);
      await driver.waitForText('Your connections');
      await driver.tabTo(/^More for Xero/);
      await driver.press('Enter');
      assert.equal((await driver.focused()).name, 'Details');
      await driver.tabTo('Disconnect', 'ArrowDown');
      await driver.press('Enter');
      await driver.waitForText('Disconnect Xero');
      // Focus begins at the answer that changes nothing.
      assert.equal((await driver.focused()).name, 'Keep connected');
      await driver.tabTo('Disconnect');
      await driver.press('Enter');
      await driver.waitForText('Disconnected');
      assert.ok(!(await driver.focused()).isNowhere, 'focus went nowhere when the dialog closed');
      await driver.tabTo(/^Reconnect Xero/, 'Shift+Tab');

      assert.deepEqual(driver.problems, []);
    });
  });
}
