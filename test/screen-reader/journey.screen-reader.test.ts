import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { startDemo, type RunningDemo } from '../../demo/server/start-demo.js';
import { eventually } from '../keyboard/eventually.js';
import { startDesktop, type Desktop } from './desktop.js';
import { Listener, openFirefox } from './listener.js';

const consents = [
  {
    version: '1',
    locale: 'en-GB',
    sections: [{ title: 'Purpose', body: 'To decide on your loan.' }],
    agree: 'Larkspur may read the data of my business.',
  },
];

/** The last words of each page of the demo. Orca reads a new page to its end, and stands there; keys pressed before that go elsewhere. */
const endOfPage = 'Powered by Codat';

/** The gateway of these tests has terms; the demo's own has none. */
const askForConsent = (page: Page): Promise<unknown> =>
  page.evaluate(() => document.querySelector('platform-picker')?.toggleAttribute('consent', true));

/** One person goes all the way, so each test begins where the one before ended. */
describe('Orca with Firefox says, to a person who presses keys,', () => {
  let folder: string;
  let demo: RunningDemo;
  let desktop: Desktop;
  let browser: Browser;
  let page: Page;
  let person: Listener;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connect-elements-'));
    demo = await startDemo({ port: 0, simulatorPort: 0, dataDir: folder, consents });
    desktop = await startDesktop(folder);
    person = new Listener(desktop);
    await person.hears('Screen reader on.');
    browser = await openFirefox(desktop);
    [page] = (await browser.pages()) as [Page];
    await person.hears('Search or enter address');
    await person.open(demo.url);
    await person.hears('Larkspur Lending', endOfPage);
  });
  let lost: string | undefined;
  beforeEach(() => {
    if (lost) throw new Error(`The walk ended at «${lost}».`);
  });
  afterEach((test) => {
    if (!('passed' in test && test.passed)) lost ??= test.name;
  });
  after(async () => {
    const { TRANSCRIPT } = process.env;
    if (TRANSCRIPT) await copyFile(desktop.transcript, TRANSCRIPT);
    await browser.close();
    await desktop.close();
    await demo.close();
    await rm(folder, { recursive: true });
  });

  it('the example of a loan, a line at a time', async () => {
    await person.press('ctrl+Home');
    await person.hears('Skip to the page link.');
    await person.readTo(page, 'An example, not an offer');
  });

  it('how many platforms a search has found, once it is typed', async () => {
    await person.tabTo(page, /^Apply/, 'shift+Tab');
    await person.press('Return');
    await person.hears('Your application', endOfPage);
    await askForConsent(page);
    await person.tabTo(page, 'Find your platform');
    await person.hears('Find your platform entry.');
    await person.type('sage');
    await person.hears('4 platforms for sage');
  });

  it('that a search has found nothing, and what to do', async () => {
    await person.press('ctrl+a');
    await person.type('zzzz');
    await person.hears('Nothing found for “zzzz”. Check the spelling, or try a shorter name.');
  });

  it('what comes after a tile, and after Back', async () => {
    await person.press('ctrl+a');
    await person.type('quickbooks');
    await person.hears('2 platforms for quickbooks');
    await person.tabTo(page, /QuickBooks Desktop/);
    await person.hears('QuickBooks Desktop');
    await person.press('Return');
    await person.hears('Connect QuickBooks Desktop');
    await person.readTo(page, 'Before you start');
    await person.tabTo(page, 'Back to all platforms', 'shift+Tab');
    await person.press('Return');
    await person.hears('Connect your accounting software');
  });

  it('what is agreed to, and that it has not been yet', async () => {
    await person.tabTo(page, 'Find your platform', 'shift+Tab');
    await person.press('ctrl+a');
    await person.type('xero');
    await person.hears('1 platform for xero');
    await person.tabTo(page, /Xero$/);
    await person.press('Return');
    await person.hears('Connect Xero');
    await person.readTo(page, 'To decide on your loan.');
    await person.tabTo(page, /^Continue to Xero/);
    await person.press('Return');
    await person.hears('Larkspur may read the data of my business.', 'not checked', 'Tick the box to go on.');
    await person.press('space');
    await person.hears('checked');
  });

  it('that it waits for the sign-in, to whoever comes back too early', async () => {
    await person.tabTo(page, /^Continue to Xero/);
    await person.press('Return');
    await person.hears('Sign in to Xero', 'Not supported');
    await person.switchWindow();
    await person.hears('Finish signing in at Xero');
    // The policy of the sign-in page hides the window from this one, so that there is no «Show the window».
    await person.tabTo(page, 'Open a new sign-in window');
    await person.hears('Open a new sign-in window push button.');
    await person.switchWindow();
    await person.hears('Sign in to Xero — Mozilla Firefox frame.');
  });

  it('that it is connected, as the page has focus again', async () => {
    const window = await eventually(
      async () => (await browser.pages()).find((each) => each !== page),
      () => 'There is no sign-in window.',
    );
    await person.tabTo(window, 'Organisation');
    await person.hears('Organisation');
    await person.type('Marlow Bakery');
    await person.tabTo(window, 'Allow');
    await person.press('Return');
    // The window closes by itself.
    await person.hears('Your application · Larkspur Lending', 'Marlow Bakery is connected');
  });

  it('how far its data is read, without a key', async () => {
    // The page looks every ten seconds; of the types that end by themselves it may see none until it sees all.
    const { simulator } = demo;
    const [connection] = simulator?.snapshot().companies.flatMap(({ connections }) => connections) ?? [];
    simulator?.endPull(connection?.id ?? '', 'company', 'Complete');
    await person.hears('of 8 ready.', 'Everything that can be read has been read.');
  });

  it('what a row of the list has, and its menu', async () => {
    await person.tabTo(page, 'Account', 'shift+Tab');
    await person.press('Return');
    await person.hears('Everything Larkspur can read', endOfPage);
    await person.press('ctrl+Home');
    await person.hears('Skip to the page link.');
    await person.readTo(page, 'Marlow Bakery');
    await person.readTo(page, 'Connected');
    await person.tabTo(page, 'More for Xero');
    await person.hears('More for Xero', 'opens menu');
    await person.press('Return');
    await person.hears('menu', 'Details');
    await person.press('Down');
    await person.hears('Disconnect');
  });

  it('the question and the consequence before it disconnects, and what is so afterwards', async () => {
    await person.press('Return');
    await person.hears(
      'Keep connected push button.',
      'Disconnect Xero? Larkspur keeps what it has already read, and reads nothing new.',
    );
    await person.press('Escape');
    await person.hears('More for Xero');
    await person.press('Return');
    await person.tabTo(page, 'Disconnect', 'Down');
    await person.press('Return');
    await person.hears('Disconnect Xero?');
    await person.press('Tab');
    await person.hears('Disconnect push button.');
    await person.press('Return');
    await person.hears(
      'Xero is disconnected. Larkspur keeps what it has already read, and reads nothing new.',
    );
  });

  it('the question and the consequence before it deletes, and what is so afterwards', async () => {
    await person.tabTo(page, 'More for Xero');
    await person.press('Return');
    await person.tabTo(page, 'Delete', 'Down');
    await person.press('Return');
    await person.hears(
      'Keep it push button.',
      'Delete the connection to Xero? Larkspur can no longer read this connection’s data through Codat. This can’t be undone.',
    );
    await person.tabTo(page, 'Delete for good');
    await person.press('Return');
    await person.hears('The connection to Xero is deleted.');
  });

  it('what to do with a link for someone else', async () => {
    await person.tabTo(page, 'Application', 'shift+Tab');
    await person.press('Return');
    await person.hears('Your application', endOfPage);
    await askForConsent(page);
    await person.tabTo(page, 'Someone else signs in to it?');
    await person.press('Return');
    await person.hears('Choose the platform they use. You get a link to send to them.');
    await person.tabTo(page, /Xero$/);
    await person.press('Return');
    await person.hears('Send a link for Xero');
    await person.tabTo(page, 'Larkspur may read the data of my business.');
    await person.press('space');
    await person.hears('checked');
    await person.tabTo(page, 'Get the link');
    await person.press('Return');
    await person.hears('Send this link to whoever has the Xero log-in');
    await person.tabTo(page, 'Copy the link');
    await person.press('Return');
    await person.hears('Copied');
  });
});
