import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../../tools/find-browser.js';

const { FIREFOX_PATH = '/usr/bin/firefox-esr' } = process.env;

/** The oldest Firefox that Puppeteer sets a viewport of: Debian 12 has an older one. */
const oldest = 153;

/** Why Firefox can't be driven here, or false. */
function firefoxMissing(): string | false {
  if (!existsSync(FIREFOX_PATH))
    return 'there is no Firefox on this machine (Debian: apt-get install firefox-esr; elsewhere set FIREFOX_PATH)';
  const [version = ''] = /\d+/.exec(execFileSync(FIREFOX_PATH, ['--version'], { encoding: 'utf8' })) ?? [];
  return Number(version) < oldest && `Puppeteer drives Firefox ${oldest} or newer, and this is ${version}`;
}

/** The browsers a person may use, and why one can't be had here. */
export const browsers: readonly {
  readonly name: 'Chromium' | 'Firefox';
  readonly missing: string | false;
  readonly open: () => Promise<Browser>;
}[] = [
  {
    name: 'Chromium',
    missing: false,
    open: async () => puppeteer.launch({ ...(await findBrowser()), headless: true }),
  },
  {
    name: 'Firefox',
    missing: firefoxMissing(),
    open: () => puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX_PATH, headless: true }),
  },
];
