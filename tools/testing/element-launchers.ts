import { chromeLauncher } from '@web/test-runner-chrome';
import type { BrowserLauncher } from '@web/test-runner-core';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../find-browser.js';
import { firefox, startWebKitDriver, type Engine } from './engines.js';
import { WebDriverLauncher } from './webdriver-launcher.js';

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

  WebKit: () => Promise.resolve(new WebDriverLauncher('WebKit', startWebKitDriver)),
};

/** The command of `test/support/viewport.ts`: WebDriver only knows the size of the window. */
export const windowSize = {
  name: 'window-size',
  async executeCommand({ command, payload, session }: ResizeCommand): Promise<boolean | undefined> {
    if (command !== 'resize-window' || !(session.browser instanceof WebDriverLauncher)) return undefined;
    await session.browser.session.resize(payload.width, payload.height);
    return true;
  },
};

interface ResizeCommand {
  readonly command: string;
  readonly payload: { readonly width: number; readonly height: number };
  readonly session: { readonly browser: BrowserLauncher };
}
