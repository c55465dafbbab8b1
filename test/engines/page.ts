import { eventually } from '../keyboard/eventually.js';

/** Where a control is in the window, in CSS pixels from its top left. */
export type Point = readonly [x: number, y: number];

/** One page of a browser, with what all three engines can be asked for. */
export abstract class EnginePage {
  abstract goto(url: string): Promise<void>;
  /** Runs a function in the page. It may refer to nothing outside of itself; arguments and result are JSON. */
  abstract evaluate<Result, Arguments extends unknown[]>(
    run: (...input: Arguments) => Result,
    ...input: Arguments
  ): Promise<Result>;
  abstract clickAt(point: Point): Promise<void>;
  abstract press(key: 'Enter' | 'Escape' | 'ArrowDown'): Promise<void>;
  abstract type(text: string): Promise<void>;
  /** All pages of this browser. */
  abstract pages(): Promise<readonly EnginePage[]>;
  abstract isSame(other: this): boolean;
  /** Brings it to the front: pages behind others rest. */
  abstract bringToFront(): Promise<void>;
  abstract close(): Promise<void>;

  /** Presses a button, link or field by its name, once it stands still and nothing covers it. */
  async click(name: string): Promise<void> {
    let before: Point | undefined;
    const point = await eventually(
      async () => {
        const now = await this.evaluate(pointOf, name).catch(() => undefined);
        const isStill = now && before && now[0] === before[0] && now[1] === before[1];
        before = now ?? undefined;
        return isStill ? now : undefined;
      },
      () => `There is no control «${name}».`,
    );
    await this.clickAt(point);
  }

  /** Waits until a text is visible. */
  async waitFor(text: string): Promise<void> {
    // A page that is being left doesn't answer.
    await eventually(
      () => this.evaluate(isVisible, text).catch(() => false as const),
      () => `«${text}» never came.`,
    );
  }

  /** Does something that opens a page, and waits for that page. */
  async opened(open: () => Promise<void>): Promise<EnginePage> {
    const before = await this.pages();
    await open();
    return eventually(
      async () => (await this.pages()).find((page) => !before.some((one) => one.isSame(page))),
      () => 'No page was opened.',
    );
  }

  focused(): Promise<string> {
    return this.evaluate(focusedName);
  }
}

function pointOf(name: string): Point | undefined {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (!element.matches('button, a, input') || !element.checkVisibility({ opacityProperty: true }))
        continue;
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
      const named = label ?? element.querySelector('[part="name"]') ?? element;
      const text = element.getAttribute('aria-label') ?? named.textContent;
      if (text.replace(/\s+/g, ' ').trim() !== name) continue;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const [box] = element.getClientRects();
      if (!box) continue;
      const x = Math.round(box.left + box.width / 2);
      const y = Math.round(box.top + box.height / 2);
      let hit = document.elementFromPoint(x, y);
      for (let inner = hit; inner?.shadowRoot; hit = inner) {
        const next = inner.shadowRoot.elementFromPoint(x, y);
        if (!next || next === inner) break;
        inner = next;
      }
      if (element.contains(hit)) return [x, y];
    }
  }
  return undefined;
}

function isVisible(text: string): boolean {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (
        element.checkVisibility() &&
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.includes(text))
      )
        return true;
    }
  }
  return false;
}

function focusedName(): string {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return (focused?.getAttribute('aria-label') ?? focused?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
