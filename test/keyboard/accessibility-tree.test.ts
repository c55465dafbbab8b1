import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, SerializedAXNode } from 'puppeteer-core';
import { startDemo, type RunningDemo } from '../../demo/server/start-demo.js';
import { announcedOn, nodesOn } from './accessibility-tree.js';
import { browsers } from './browsers.js';
import { eventually } from './eventually.js';
import { KeyboardDriver } from './keyboard-driver.js';

describe('the accessibility tree on the way', () => {
  let browser: Browser;
  let demo: RunningDemo;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connect-elements-'));
    demo = await startDemo({ port: 0, simulatorPort: 0, dataDir: folder });
    const chromium = browsers.find(({ name }) => name === 'Chromium');
    assert.ok(chromium);
    browser = await chromium.open();
  });
  after(async () => {
    await browser.close();
    await demo.close();
    await rm(folder, { recursive: true });
  });

  it('has names, roles and values from landing to disconnected, and announces every change without focus', async () => {
    const page = await browser.newPage();
    const driver = new KeyboardDriver(page);
    /** Waits until there is something of this role and name. */
    const find = (role: string, name: string | RegExp): Promise<SerializedAXNode> => {
      const others = new Set<string | undefined>();
      return eventually(
        async () => {
          const nodes = (await nodesOn(page)).filter((node) => node.role === role);
          nodes.forEach((node) => others.add(node.name));
          return nodes.find((node) =>
            typeof name === 'string' ? node.name === name : name.test(node.name ?? ''),
          );
        },
        () => `no ${role} ${String(name)}, but ${[...others].join(', ')}`,
      );
    };
    /** Waits until something is announced. */
    const hears = (text: string): Promise<string> => {
      const received = new Set<string>();
      return eventually(
        async () => {
          const announced = await announcedOn(page);
          announced.forEach((each) => received.add(each));
          return announced.find((each) => each.includes(text));
        },
        () => `«${text}» was not announced, but: ${[...received].join(' | ')}`,
      );
    };

    await page.goto(demo.url);
    await driver.tabTo(/^Apply/);
    await driver.press('Enter');
    await driver.waitForText('Find your platform');
    await find('heading', 'Connect your accounting software');
    await find('group', 'Most used');
    await find('searchbox', 'Find your platform');
    await find('button', 'Xero');
    await driver.waitForText('16 platforms');

    await driver.tabTo('Find your platform');
    await driver.type('xero');
    await hears('1 platform for xero');
    await driver.tabTo(/Xero$/);
    const opened = new Promise<void>((resolve) => browser.once('targetcreated', () => resolve()));
    await driver.press('Enter');
    await opened;
    await driver.waitForText('Finish signing in at Xero');
    const heading = await find('heading', 'Finish signing in at Xero');
    assert.ok(heading.focused, 'the new heading has focus, so that it is read');
    await find('group', 'Finish signing in at Xero');

    const window = (await browser.pages()).at(-1);
    assert.ok(window);
    const there = new KeyboardDriver(window);
    await there.waitForText('Allow');
    await there.tabTo('Allow');
    await there.press('Enter');
    await page.bringToFront();
    await driver.waitForText('You can disconnect at any time.');
    await find('heading', /is connected$/);
    await find('progressbar', /./);

    await page.goto(`${demo.url}/account`);
    await driver.waitForText('Your connections');
    await driver.tabTo(/^More for Xero/);
    const more = await find('button', /^More for Xero/);
    assert.equal(more.haspopup, 'menu');
    assert.ok(!more.expanded);
    await driver.press('Enter');
    await find('menu', /Xero/);
    assert.ok((await find('button', /^More for Xero/)).expanded);
    await find('menuitem', 'Details');
    await driver.tabTo('Disconnect', 'ArrowDown');
    await driver.press('Enter');
    await driver.waitForText('Disconnect Xero');
    const dialog = await find('dialog', /^Disconnect Xero/);
    assert.ok(dialog.modal);
    const keep = await find('button', 'Keep connected');
    assert.ok(keep.focused);
    assert.match(keep.description ?? '', /^Disconnect Xero\? Larkspur keeps what it has already read/);

    await driver.tabTo('Disconnect');
    await driver.press('Enter');
    await hears('is disconnected. Larkspur keeps what it has already read, and reads nothing new.');
    await find('button', /^Reconnect Xero/);
  });
});
