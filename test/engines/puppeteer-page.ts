import puppeteer, { type EvaluateFunc, type Page } from 'puppeteer-core';
import { findBrowser, findInstalledBrowser } from '../../tools/find-browser.js';
import { firefox } from '../../tools/testing/engines.js';
import { EnginePage, type Point } from './page.js';

/** A page of Chromium or Firefox. */
class PuppeteerPage extends EnginePage {
  readonly #page: Page;

  constructor(page: Page) {
    super();
    this.#page = page;
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url, { waitUntil: 'domcontentloaded', timeout: 120_000 });
  }

  override async evaluate<Result, Arguments extends unknown[]>(
    run: (...input: Arguments) => Result,
    ...input: Arguments
  ): Promise<Result> {
    return (await this.#page.evaluate(run as EvaluateFunc<unknown[]>, ...input)) as Result;
  }

  async clickAt([x, y]: Point): Promise<void> {
    await this.#page.mouse.click(x, y);
  }

  async press(key: 'Enter' | 'Escape' | 'ArrowDown'): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async pages(): Promise<readonly EnginePage[]> {
    const pages = await this.#page.browserContext().pages();
    return pages.map((page) => new PuppeteerPage(page));
  }

  isSame(other: this): boolean {
    return this.#page === other.#page;
  }

  async bringToFront(): Promise<void> {
    await this.#page.bringToFront();
  }

  async close(): Promise<void> {
    await this.#page.close();
  }
}

/** Starts the browser, and opens visitors with cookies of their own. */
export async function openPuppeteer(engine: 'Chromium' | 'Firefox') {
  const viewport = { width: 1280, height: 860 };
  const browser = await puppeteer.launch(
    engine === 'Firefox'
      ? {
          ...firefox,
          defaultViewport: null,
          args: [`--width=${viewport.width}`, `--height=${viewport.height}`],
        }
      : { ...(findInstalledBrowser() ?? (await findBrowser())), headless: true, defaultViewport: viewport },
  );
  return {
    async visit(): Promise<EnginePage> {
      const context = await browser.createBrowserContext();
      return new PuppeteerPage(await context.newPage());
    },
    close: () => browser.close(),
  };
}
