import { chromeLauncher } from '@web/test-runner-chrome';
import type { BrowserLauncher } from '@web/test-runner-core';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../find-browser.js';
import { firefox, startWebKitDriver, type Engine } from './engines.js';

/** What opens the pages of the element tests in an engine. */
export const launchers: Readonly<Record<Engine, () => Promise<BrowserLauncher>>> = {
  Chromium: async () =>
    chromeLauncher({
      launchOptions: { ...(await findBrowser()), headless: true },
      // A browser context each, since pages of one share channels and locks.
      createBrowserContext: ({ browser }) => browser.createBrowserContext(),
      // Each page takes itself for the one in front: hidden pages rest.
      async createPage({ context }) {
        const page = await context.newPage();
        const client = await page.createCDPSession();
        await client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return page;
      },
    }),

  Firefox: () =>
    Promise.resolve(
      chromeLauncher({
        puppeteer: puppeteer as never,
        launchOptions: firefox,
      }),
    ),

  async WebKit() {
    const driver = await startWebKitDriver();
    const launcher = webdriverLauncher({
      hostname: '127.0.0.1',
      port: driver.port,
      path: '/',
      logLevel: 'error',
      capabilities: driver.capabilities,
    });
    const stop = launcher.stop.bind(launcher);
    launcher.stop = async () => {
      await stop();
      await driver.stop();
    };
    // Its optional properties may be undefined too.
    return launcher as BrowserLauncher;
  },
};

/** The command of `test/support/viewport.ts`: WebDriver only knows the size of the window. */
export const windowSize = {
  name: 'window-size',
  async executeCommand({ command, payload, session }: ResizeCommand): Promise<boolean | undefined> {
    const { driver } = session.browser;
    if (command !== 'resize-window' || !driver) return undefined;
    const { width, height } = payload;
    const [across, down] = await driver.execute((): [number, number] => [
      outerWidth - innerWidth,
      outerHeight - innerHeight,
    ]);
    await driver.setWindowSize(width + across, height + down);
    return true;
  },
};

interface ResizeCommand {
  readonly command: string;
  readonly payload: { readonly width: number; readonly height: number };
  readonly session: { readonly browser: { readonly driver?: WindowDriver } };
}

/** What the command takes of WebdriverIO. */
interface WindowDriver {
  execute<Result>(run: () => Result): Promise<Result>;
  setWindowSize(width: number, height: number): Promise<unknown>;
}
