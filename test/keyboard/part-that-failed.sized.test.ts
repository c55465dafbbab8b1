import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { startDemo, type RunningDemo } from '../../demo/server/start-demo.js';
import { browsers } from './browsers.js';
import { KeyboardDriver } from './keyboard-driver.js';

/** The modules that the script tag imports lazily; their own imports have one address only. */
function partAsked(): string {
  const script = readFileSync(new URL('../../dist/connect-elements.js', import.meta.url), 'utf8');
  const requests = /import\("\.\/chunks\/(journey-[\w-]+\.js)"/.exec(script);
  return requests?.[1] ?? '';
}

for (const { name, missing, open } of browsers) {
  describe(`a module that failed to load, in ${name}`, { skip: missing }, () => {
    let browser: Browser;
    let demo: RunningDemo;
    let folder: string;
    let page: Page;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'connect-elements-'));
      demo = await startDemo({ port: 0, simulatorPort: 0, dataDir: folder });
      browser = await open();
    });
    afterEach(() => page.close());
    after(async () => {
      await browser.close();
      await demo.close();
      await rm(folder, { recursive: true });
    });

    /** Chooses Xero on a page that can't load what leads through the journey, and answers with what lets it. */
    const choose = async (
      part: string,
    ): Promise<{ driver: KeyboardDriver; mend: () => void; requests: string[] }> => {
      page = await browser.newPage();
      const driver = new KeyboardDriver(page);
      const requests: string[] = [];
      let broken = true;
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const isPart = request.url().includes(`chunks/${part}`);
        if (isPart) requests.push(request.url());
        void (isPart && broken ? request.respond({ status: 503, body: '' }) : request.continue());
      });
      await page.goto(demo.url);
      await driver.tabTo(/apply|application/i);
      await driver.press('Enter');
      await driver.waitForText('Find your platform');
      await driver.tabTo('Find your platform');
      await driver.type('xero');
      await driver.waitForText('1 platform');
      await driver.tabTo(/Xero$/);
      const stop = await driver.pressAndWaitFor('Enter', 'Try again');
      assert.equal(stop.name, 'Try again');
      return { driver, requests, mend: () => (broken = false) };
    };

    it('is requested again, at another address, and the platform stays chosen', async () => {
      const { requests, driver, mend } = await choose(partAsked());
      mend();
      const before = [...requests];
      await driver.pressAndWaitFor('Enter', 'Continue to Xero');

      assert.ok(
        requests.some((address) => !before.includes(address)),
        requests.join(),
      );
    });

    it('loads when the page is reloaded, and the platform stays chosen', async () => {
      const { driver, mend } = await choose('journey-');
      await driver.pressAndWaitFor('Enter', 'Reload the page');
      mend();
      await driver.tabTo('Reload the page');
      await driver.press('Enter');
      await driver.waitForText('Continue to Xero');
    });
  });
}
