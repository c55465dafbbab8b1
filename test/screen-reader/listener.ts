import { appendFileSync, readFileSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { eventually } from '../keyboard/eventually.js';
import { KeyboardDriver } from '../keyboard/keyboard-driver.js';
import { run, type Desktop } from './desktop.js';

const { FIREFOX_PATH = '/usr/bin/firefox-esr' } = process.env;

/** Firefox in a window of the desktop, with nothing of its own to say. */
export const openFirefox = (desktop: Desktop): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX_PATH,
    headless: false,
    defaultViewport: null,
    env: desktop.env,
    args: ['--width=1280', '--height=960'],
    extraPrefsFirefox: { 'accessibility.force_disabled': -1 },
  });

/** Whether a line of the transcript was said, and is no note. */
const isSpoken = (line: string): boolean => !line.startsWith('\t');

/** A person with a keyboard and a screen reader, and without a screen. */
export class Listener {
  readonly #desktop: Desktop;
  /** How many lines the transcript had before the last key. */
  #from = 0;

  constructor(desktop: Desktop) {
    this.#desktop = desktop;
  }

  /** What was said since the last key. */
  get said(): readonly string[] {
    return this.#since.filter(isSpoken);
  }

  get #since(): readonly string[] {
    return this.#lines.slice(this.#from);
  }

  /** The names of the controls to which Orca has followed the focus since the last key. */
  get #followed(): readonly string[] {
    return this.#since.filter((line) => line.startsWith('\t→ ')).map((line) => line.slice(3));
  }

  get #lines(): readonly string[] {
    return readFileSync(this.#desktop.transcript, 'utf8').split('\n').filter(Boolean);
  }

  /** Notes in the transcript what the person does. From here on, only what is said next counts. */
  #note(deed: string): void {
    appendFileSync(this.#desktop.transcript, `\t» ${deed}\n`);
    this.#from = this.#lines.length;
  }

  /** Waits until Orca has done what each of the keys since the last note asks of it. */
  async #areTaken(keys: number): Promise<void> {
    const taken = (): number => this.#since.filter((line) => line === '\t✓').length;
    await eventually(
      async () => Promise.resolve(taken() >= keys),
      () => `Orca took ${String(taken())} of ${String(keys)} keys`,
    );
  }

  /** Goes to a page by the browser's address field. */
  async open(url: string): Promise<void> {
    await this.press('ctrl+l');
    await this.#type(url, 15);
    await this.press('Return');
  }

  /** Presses keys, by their X11 names, such as `shift+Tab`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.#pressUnheard(key);
      await this.#areTaken(1);
    }
  }

  /** Types as people do, 120 ms a letter. */
  async type(text: string): Promise<void> {
    await this.#type(text, 120);
  }

  /** Goes to the window before, by keys that the window manager keeps from Orca. */
  async switchWindow(): Promise<void> {
    await this.#pressUnheard('alt+Tab');
  }

  async #pressUnheard(key: string): Promise<void> {
    this.#note(key);
    await run(this.#desktop.env, 'xdotool', 'key', '--clearmodifiers', key);
  }

  async #type(text: string, msPerLetter: number): Promise<void> {
    this.#note(text);
    await run(this.#desktop.env, 'xdotool', 'type', '--delay', String(msPerLetter), text);
    await this.#areTaken(text.length);
  }

  /** Presses a key until focus is on the control of this name, unless it is there already. */
  async tabTo(page: Page, name: RegExp | string, key = 'Tab'): Promise<void> {
    const driver = new KeyboardDriver(page);
    const before: string[] = [];
    let stop = await driver.focused();
    for (let presses = 0; presses < 60; presses++) {
      if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return;
      const last = `${stop.tag} «${stop.name}»`;
      before.push(last);
      await this.press(key);
      // Until Orca has followed the focus there, it takes the next key for one in the control before.
      stop = await eventually(
        async () => {
          const next = await driver.focused();
          return `${next.tag} «${next.name}»` !== last && this.#hasFollowedTo(next.name) && next;
        },
        () =>
          `${key} did not move on from ${last}, or Orca did not follow, but to «${this.#followed.join('», «')}»`,
      );
    }
    throw new Error(`${key} never came to ${String(name)}, but to: ${before.join(', ')}`);
  }

  /** Goes along the page, a line at a time, until this is said. */
  async readTo(page: Page, phrase: string, key: 'Down' | 'Up' = 'Down'): Promise<void> {
    await new KeyboardDriver(page).waitForText(phrase);
    const from = this.#lines.length;
    const read = (): string[] => this.#lines.slice(from).filter(isSpoken);
    await eventually(
      async () => {
        await this.press(key);
        await eventually(
          async () => Promise.resolve(this.said.length > 0),
          () => `${key} said nothing after: ${read().join(' | ')}`,
        );
        return read().join(' ').includes(phrase);
      },
      () => `«${phrase}» was not said, but: ${read().join(' | ')}`,
    );
  }

  #hasFollowedTo(name: string): boolean {
    return this.#followed.some((each) => name.includes(each) || each.includes(name));
  }

  /** Waits until all of this was said since the last key. */
  async hears(...phrases: string[]): Promise<void> {
    const isSaid = (phrase: string): boolean => this.said.join(' ').includes(phrase);
    await eventually(
      async () => Promise.resolve(phrases.every(isSaid)),
      () =>
        `«${phrases.filter((phrase) => !isSaid(phrase)).join('», «')}» was not said, but: ${this.said.join(' | ') || 'nothing'}`,
    );
  }
}
