import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser, findInstalledBrowser } from '../../tools/find-browser.js';

const { FIREFOX_PATH = '/usr/bin/firefox-esr' } = process.env;

const viewport = { width: 1280, height: 800 };

interface KeyboardBrowser {
  readonly name: 'Chromium' | 'Firefox';
  readonly missing: string | false;
  readonly open: () => Promise<Browser>;
}

/** Browsers a person may use, and why one can't be had here. */
const all: readonly KeyboardBrowser[] = [
  {
    name: 'Chromium',
    missing: false,
    open: async () =>
      puppeteer.launch({
        ...(findInstalledBrowser() ?? (await findBrowser())),
        headless: true,
        defaultViewport: viewport,
      }),
  },
  {
    name: 'Firefox',
    missing: existsSync(FIREFOX_PATH)
      ? false
      : 'there is no Firefox on this machine (Debian: apt-get install firefox-esr; elsewhere set FIREFOX_PATH)',
    open: () =>
      puppeteer.launch({
        browser: 'firefox',
        executablePath: FIREFOX_PATH,
        headless: true,
        // With a viewport Puppeteer sets a screen's orientation too, which Firefox 140 does not know.
        defaultViewport: null,
        args: [`--width=${viewport.width}`, `--height=${viewport.height}`],
      }),
  },
];

const ofSize: Readonly<Record<string, KeyboardBrowser['name']>> = { test: 'Chromium', deep: 'Firefox' };

/** Those of this run: `npm test` walks in Chromium, `npm run test:deep` in Firefox, a file by itself in both. */
export const browsers = all.filter(({ name }) => (ofSize[process.env['TEST_SIZE'] ?? ''] ?? name) === name);
