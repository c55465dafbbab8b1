import { startWebKitDriver } from '../../tools/testing/engines.js';
import { WebDriverSession } from '../../tools/testing/webdriver-session.js';
import { EnginePage, type Point } from './page.js';

/** A page of WebKitGTK's MiniBrowser. */
class WebDriverPage extends EnginePage {
  readonly #session: WebDriverSession;
  readonly #window: string;

  constructor(session: WebDriverSession, window: string) {
    super();
    this.#session = session;
    this.#window = window;
  }

  async goto(url: string): Promise<void> {
    await (await this.#front()).goto(url);
  }

  override async evaluate<Result, Arguments extends unknown[]>(
    run: (...input: Arguments) => Result,
    ...input: Arguments
  ): Promise<Result> {
    return (await this.#front()).execute(run, ...input);
  }

  async clickAt([x, y]: Point): Promise<void> {
    const session = await this.#front();
    await session.point(
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pause', duration: 30 },
      { type: 'pointerUp', button: 0 },
    );
  }

  async press(key: 'Enter' | 'Escape' | 'ArrowDown'): Promise<void> {
    await (await this.#front()).press(key);
  }

  async type(text: string): Promise<void> {
    const session = await this.#front();
    for (const character of text) await session.press(character);
  }

  async pages(): Promise<readonly EnginePage[]> {
    const windows = await this.#session.windows();
    return windows.map((window) => new WebDriverPage(this.#session, window));
  }

  isSame(other: this): boolean {
    return this.#window === other.#window;
  }

  async bringToFront(): Promise<void> {
    await (await this.#front()).url();
  }

  async close(): Promise<void> {
    await (await this.#front()).closeWindow();
  }

  /** The session, whose commands go to this page from now on. */
  async #front(): Promise<WebDriverSession> {
    await this.#session.switchTo(this.#window);
    return this.#session;
  }
}

/** Starts the driver, and opens visitors with cookies of their own: a session of WebKit's each, one at a time. */
export async function openWebKit() {
  const driver = await startWebKitDriver();
  let session: WebDriverSession | undefined;
  const end = async (): Promise<void> => {
    await session?.close();
    session = undefined;
  };
  return {
    async visit(): Promise<EnginePage> {
      await end();
      session = await WebDriverSession.open(driver);
      const [window = ''] = await session.windows();
      return new WebDriverPage(session, window);
    },
    async close(): Promise<void> {
      await end();
      await driver.stop();
    },
  };
}
