import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach } from 'node:test';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Request,
} from 'playwright-core';
import { startDemo, type DemoSettings } from '../../demo/server/start-demo.js';
import type { Simulator } from '../../src/simulator/index.js';
import { PickerPage } from '../../src/testing/index.js';
import { findBrowser } from '../../tools/find-browser.js';

/** Milliseconds until a fact that a test waits for counts as missing. */
const timeoutMs = 60_000;

/** The demo lender on free ports, Codat's simulator on another origin, and a browser. */
export interface Site {
  readonly url: string;
  readonly simulator: Simulator;
  readonly dataDir: string;
  visit(options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** A visitor with cookies of their own. The errors and the requests of their pages are kept. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors and policy violations of every page of the visit. */
  readonly pageErrors: string[];
  readonly requests: Request[];
}

let launched: Promise<Browser> | undefined;

/** The one browser of a process, for every site that doesn't bring its own. */
const sharedBrowser = (): Promise<Browser> =>
  (launched ??= findBrowser().then(({ args, ...found }) =>
    // The windows of a visitor share a process, which takes a tenth less.
    chromium.launch({ ...found, args: [...args, '--renderer-process-limit=1'] }),
  ));

after(async () => (await launched)?.close());

/** Each visitor of a test leaves at its end: pages that stay open keep working. */
let visitors: BrowserContext[] = [];
beforeEach(() => void (visitors = []));
afterEach(() => Promise.all(visitors.map((context) => context.close())));

export async function openSite(
  dataDir?: string,
  settings: Pick<DemoSettings, 'consents' | 'permit' | 'webhooks'> = {},
  browser?: Browser,
): Promise<Site> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'connect-elements-')));
  const demo = await startDemo({ port: 0, simulatorPort: 0, dataDir: folder, ...settings });
  if (!demo.simulator) throw new Error('The demo started without its simulator.');
  const opened = browser ?? (await sharedBrowser());
  return {
    url: demo.url,
    simulator: demo.simulator,
    dataDir: folder,
    visit: (options) => visit(opened, { baseURL: demo.url, locale: 'en-GB', ...options }),
    async close() {
      await demo.close();
      if (!dataDir) await rm(folder, { recursive: true });
    },
  };
}

async function visit(browser: Browser, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext(options);
  visitors.push(context);
  context.setDefaultTimeout(timeoutMs);
  const pageErrors: string[] = [];
  const requests: Request[] = [];
  context.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()));
  context.on('weberror', (error) => pageErrors.push(String(error.error())));
  context.on('request', (request) => requests.push(request));
  return { context, page: await context.newPage(), pageErrors, requests };
}

/** From the landing page to the form whose last field is the picker. */
export async function beginToApply({ page }: Visit): Promise<void> {
  await page.goto('/');
  await page
    .getByRole('button', { name: /apply|application/i })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Your application' }).waitFor();
}

/** Picks a platform and waits for the window in which one signs in. */
export async function choose({ page }: Visit, platform: string): Promise<Page> {
  return (await new PickerPage(page).choose(platform)).page;
}

/** A connection of the visitor's company at Codat, made beforehand: pending, or linked if an organisation is named; its id. */
export async function addConnection(
  { simulator }: Site,
  { page }: Visit,
  platformKey: string,
  organisation?: string | null,
): Promise<string> {
  const token = (await (await page.request.post('/codat/token')).json()) as { companyId: string };
  const answer = await simulator.fetch(`${simulator.origin}/companies/${token.companyId}/connections`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(simulator.apiKey)}` },
    body: JSON.stringify({ platformKey }),
  });
  const { id } = (await answer.json()) as { id: string };
  if (organisation !== undefined) simulator.authorize(id, organisation);
  return id;
}
