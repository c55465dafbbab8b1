import type { Page } from 'puppeteer-core';
import { eventually } from './eventually.js';

/** Where a person's focus is: what it is called, and whether they can see that it is there. */
export interface FocusStop {
  readonly tag: string;
  readonly name: string;
  /** Nothing has focus: a person would have to begin at the top of the page again. */
  readonly isNowhere: boolean;
  /** All of it is within the window (WCAG 2.2, 2.4.11). */
  readonly inView: boolean;
  /** It looks different from what has no focus (WCAG 2.2, 2.4.7). */
  readonly hasRing: boolean;
  /** Its width and height in CSS pixels (WCAG 2.2, 2.5.8). */
  readonly size: readonly [width: number, height: number];
}

/** A person at a keyboard, without a mouse. */
export class KeyboardDriver {
  readonly page: Page;
  /** What was wrong with the controls that had focus. */
  readonly problems: string[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses a key until focus is on the control of this name; every stop on the way must be visible and large enough. */
  async tabTo(name: RegExp | string, key: 'Tab' | 'Shift+Tab' | 'ArrowDown' = 'Tab'): Promise<FocusStop> {
    const before: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      if (key === 'Shift+Tab') await this.#pressShifted('Tab');
      else await this.press(key);
      const stop = await this.#settled();
      this.#check(stop);
      if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return stop;
      before.push(`${stop.tag} «${stop.name}»`);
    }
    throw new Error(`Tab never came to ${String(name)}, but to: ${before.join(', ')}`);
  }

  /** Waits until this text is on the page, or in an element of ours. */
  async waitForText(text: string): Promise<void> {
    // Puppeteer's own wait needs eval in Firefox 140, which the page's policy forbids; and no page answers while it is left.
    await eventually(
      () => this.page.evaluate(isOnPage, text).catch(() => false as const),
      () => `«${text}» never came at ${this.page.url()}.`,
    );
  }

  /** Presses a key, waits for this text, and checks that focus is somewhere, and in view. */
  async pressAndWaitFor(key: Parameters<Page['keyboard']['press']>[0], says: string): Promise<FocusStop> {
    await this.press(key);
    await this.waitForText(says);
    const stop = await this.#settled();
    if (stop.isNowhere) this.problems.push(`focus went nowhere when the page said «${says}»`);
    else if (!stop.inView) this.problems.push(`${stop.tag} «${stop.name}» is out of view at «${says}»`);
    return stop;
  }

  async focused(): Promise<FocusStop> {
    return this.page.evaluate(stopAt);
  }

  async #pressShifted(key: 'Tab'): Promise<void> {
    await this.page.keyboard.down('Shift');
    await this.press(key);
    await this.page.keyboard.up('Shift');
  }

  /** Where focus is once the page has scrolled there. */
  async #settled(): Promise<FocusStop> {
    let stop = await this.focused();
    for (let frames = 0; !stop.inView && frames < 60; frames++) {
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
      stop = await this.focused();
    }
    return stop;
  }

  #check({ tag, name, isNowhere, inView, hasRing, size }: FocusStop): void {
    const at = `${tag} «${name}»`;
    // After the last stop of a page the browser's own controls follow, and the page has no focus.
    if (isNowhere) return;
    if (!inView) this.problems.push(`${at} is out of view`);
    if (!hasRing) this.problems.push(`${at} does not show that it has focus`);
    if (Math.min(...size) < 24) this.problems.push(`${at} is only ${size.join(' by ')} px`);
  }
}

function stopAt(): FocusStop {
  let focused: Element | null = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const target = focused ?? document.body;
  const hasLabels = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  const label = hasLabels ? target.labels?.[0] : undefined;
  const name = target.getAttribute('aria-label') ?? (label ?? target).textContent;
  const { left, top, right, bottom } = target.getBoundingClientRect();
  // A box is pressed by its label as well.
  const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(target);
  const isInline = getComputedStyle(target).display === 'inline';
  return {
    tag: target.localName,
    name: name.replace(/\s+/g, ' ').trim().slice(0, 80),
    isNowhere: target === document.body || target === document.documentElement,
    inView: top > -1 && left > -1 && bottom < innerHeight + 1 && right < innerWidth + 1,
    hasRing:
      (outlineStyle !== 'none' && outlineWidth !== '0px') ||
      boxShadow !== 'none' ||
      target.localName === 'main',
    // A link in a sentence may be as high as its line.
    size: isInline ? [24, 24] : [Math.round(width), Math.round(height)],
  };
}

/** Whether a text is visible on the page, in any shadow root. */
function isOnPage(text: string): boolean {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      const says = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.includes(text),
      );
      if (says && element.checkVisibility()) return true;
    }
  }
  return false;
}
