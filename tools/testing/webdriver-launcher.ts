import type { BrowserLauncher } from '@web/test-runner-core';
import type { WebKitDriver } from './engines.js';
import { WebDriverSession, type PointerStep } from './webdriver-session.js';

const buttons = { left: 0, middle: 1, right: 2 } as const;
type Button = keyof typeof buttons;

const down = (button: Button): PointerStep => ({ type: 'pointerDown', button: buttons[button] });
const up = (button: Button): PointerStep => ({ type: 'pointerUp', button: buttons[button] });
const move = (x: number, y: number): PointerStep => ({ type: 'pointerMove', x, y });

/** Loads one page of tests after the other in the window of a WebDriver; `sendKeys` and `sendMouse` act upon it. */
export class WebDriverLauncher implements BrowserLauncher {
  readonly name: string;
  /** By this name `@web/test-runner-commands` knows which methods there are. */
  readonly type = 'webdriver';
  /** A window in the background rests. */
  readonly concurrency = 1;
  readonly #start: () => Promise<WebKitDriver>;
  #driver: WebKitDriver | undefined;
  #session: WebDriverSession | undefined;
  #tests: string | undefined;

  constructor(name: string, start: () => Promise<WebKitDriver>) {
    this.name = name;
    this.#start = start;
  }

  async initialize(): Promise<void> {
    this.#driver = await this.#start();
    this.#session = await WebDriverSession.open(this.#driver);
  }

  async stop(): Promise<void> {
    await this.#session?.close();
    await this.#driver?.stop();
  }

  async startSession(id: string, url: string): Promise<void> {
    this.#tests = id;
    await this.session.goto(url);
  }

  isActive(id: string): boolean {
    return this.#tests === id;
  }

  getBrowserUrl(): Promise<string> {
    return this.session.url();
  }

  async stopSession(): Promise<object> {
    // Nothing of these tests runs beside the next.
    await this.session.goto('about:blank');
    this.#tests = undefined;
    return {};
  }

  startDebugSession(): Promise<void> {
    return Promise.reject(new Error('Debug in Chromium: this browser has no tools that a driver may open.'));
  }

  /** The browser's session, which commands of our own act upon too. */
  get session(): WebDriverSession {
    if (!this.#session) throw new Error(`${this.name} has not started.`);
    return this.#session;
  }

  sendKeys(_id: string, keys: readonly string[]): Promise<void> {
    return this.session.press(...keys);
  }

  sendMouseMove(_id: string, x: number, y: number): Promise<void> {
    return this.session.point(move(x, y));
  }

  sendMouseClick(_id: string, x: number, y: number, button: Button = 'left'): Promise<void> {
    return this.session.point(move(x, y), down(button), up(button));
  }

  sendMouseDown(_id: string, button: Button = 'left'): Promise<void> {
    return this.session.point(down(button));
  }

  sendMouseUp(_id: string, button: Button = 'left'): Promise<void> {
    return this.session.point(up(button));
  }

  resetMouse(): Promise<void> {
    return this.session.point(up('left'), up('middle'), up('right'), move(0, 0));
  }
}
