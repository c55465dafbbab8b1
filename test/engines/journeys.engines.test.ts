import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startDemo, type RunningDemo } from '../../demo/server/start-demo.js';
import { engineOfRun, reasonMissing } from '../../tools/testing/engines.js';
import { eventually } from '../keyboard/eventually.js';
import type { EnginePage } from './page.js';
import { openPuppeteer } from './puppeteer-page.js';
import { openWebKit } from './webdriver-page.js';

const engine = engineOfRun();

describe(`the main journeys in ${engine}`, { skip: reasonMissing(engine) }, () => {
  let demo: RunningDemo;
  let folder: string;
  let browser: Awaited<ReturnType<typeof openPuppeteer>>;
  let page: EnginePage;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connect-elements-'));
    demo = await startDemo({ port: 0, simulatorPort: 0, dataDir: folder });
    browser = engine === 'WebKit' ? await openWebKit() : await openPuppeteer(engine);
  });
  after(async () => {
    await browser.close();
    await demo.close();
    await rm(folder, { recursive: true });
  });

  /** Someone new, at the form whose last field is the picker. */
  beforeEach(async () => {
    page = await browser.visit();
    await page.goto(demo.url);
    await page.click('Apply for this amount');
    await page.waitFor('Find your platform');
    await page.waitFor('Someone else signs in to it?');
  });

  const allow = async (window: EnginePage): Promise<void> => {
    await window.bringToFront();
    await window.click('Allow');
    await page.bringToFront();
  };

  it('search, sign-in in a window, the list, disconnecting and reconnecting', async () => {
    await page.click('Find your platform');
    await page.type('xero');
    await page.waitFor('1 platform');
    const window = await page.opened(() => page.click('Xero'));
    await window.waitFor('Allow');
    assert.equal(await window.evaluate(() => globalThis.opener === null), true);
    await page.waitFor('Finish signing in at Xero');
    await allow(window);
    await page.waitFor('is connected');

    await page.goto(`${demo.url}/account`);
    await page.waitFor('Connected');
    await page.click('More for Xero');
    await page.click('Disconnect');
    await page.waitFor('Disconnect Xero?');
    assert.equal(await page.focused(), 'Keep connected');
    await page.press('Escape');
    assert.equal(await page.focused(), 'More for Xero');
    await page.click('More for Xero');
    await page.click('Disconnect');
    await page.click('Disconnect');
    await page.waitFor('Disconnected');

    await allow(await page.opened(() => page.click('Reconnect Xero')));
    await page.waitFor('Connected');
  });

  it('sign-in in this tab', async () => {
    await page.evaluate(() => document.querySelector('platform-picker')?.setAttribute('opens', 'same-tab'));
    await page.click('Xero');
    await page.click('Allow');
    await page.waitFor('Xero is connected');
    await page.click('Continue to Larkspur');
    await page.waitFor('is connected');
  });

  it('a window that is blocked becomes a link in this tab', async () => {
    await page.evaluate(() => void (globalThis.open = () => null));
    await page.click('Xero');
    await page.click('Continue to Xero');
    await page.click('Allow');
    await page.waitFor('Xero is connected');
  });

  it('a form that requires a connection stays, and focus is in the picker', async () => {
    await page.evaluate(() => document.querySelector('platform-picker')?.reportValidity());
    await eventually(
      () => page.evaluate(() => document.activeElement?.localName === 'platform-picker'),
      () => 'Focus is not in the picker.',
    );
  });

  it('a page from right to left mirrors the picker, and nothing is wider than it', async () => {
    await page.evaluate(() => void (document.documentElement.dir = 'rtl'));
    const direction = await page.evaluate(() => {
      const tile = document.querySelector('platform-picker')?.shadowRoot?.querySelector('[part~="tile"]');
      return tile && getComputedStyle(tile).direction;
    });
    assert.equal(direction, 'rtl');
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px in ${clientWidth}`);
  });
});
