import type { WebKitDriver } from './engines.js';

/** Where a pointer is in the page, in CSS pixels from its top left. */
export type Position = readonly [x: number, y: number];

/** A step of a pointer (https://www.w3.org/TR/webdriver2/#actions). */
export type PointerStep =
  | { readonly type: 'pointerMove'; readonly x: number; readonly y: number }
  | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: number }
  | { readonly type: 'pause'; readonly duration: number };

/** Keys that are no character, by their names in the DOM (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const codes: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** The outer size of a window (https://www.w3.org/TR/webdriver2/#set-window-rect). */
interface WindowRect {
  readonly width: number;
  readonly height: number;
}

/** A session of a WebDriver: a browser with cookies of its own, whose commands go to one of its windows at a time. */
export class WebDriverSession {
  readonly #address: string;
  #window: string | undefined;

  private constructor(address: string) {
    this.#address = address;
  }

  /** Starts a browser. The driver allows one at a time. */
  static async open({ port, capabilities }: WebKitDriver): Promise<WebDriverSession> {
    const driver = `http://127.0.0.1:${port}/session`;
    const { sessionId } = await call<{ sessionId: string }>('POST', driver, {
      capabilities: { alwaysMatch: capabilities },
    });
    return new WebDriverSession(`${driver}/${sessionId}`);
  }

  windows(): Promise<readonly string[]> {
    return this.#call('GET', '/window/handles');
  }

  async switchTo(window: string): Promise<void> {
    if (this.#window === window) return;
    await this.#call('POST', '/window', { handle: window });
    this.#window = window;
  }

  async closeWindow(): Promise<void> {
    await this.#call('DELETE', '/window');
    this.#window = undefined;
  }

  /** Opens an address, and waits until it has loaded. */
  async goto(url: string): Promise<void> {
    await this.#call('POST', '/url', { url });
  }

  url(): Promise<string> {
    return this.#call('GET', '/url');
  }

  /** Runs a function in the page. It may refer to nothing outside of itself; arguments and result are JSON. */
  execute<Result, Arguments extends unknown[]>(
    run: (...input: Arguments) => Result,
    ...input: Arguments
  ): Promise<Result> {
    const script = `return (${String(run)}).apply(null, arguments)`;
    return this.#call<Result>('POST', '/execute/sync', { script, args: input });
  }

  /** Strikes one key after the other: characters, or names as in {@link codes}. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const value = codes[key] ?? key;
      if (value.length > 1) throw new Error(`There is no code for the key ${key} yet.`);
      await this.#act({
        type: 'key',
        id: 'keyboard',
        actions: [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ],
      });
    }
  }

  /** What a mouse does: a click on an element is refused for what is in a shadow root. */
  async point(...steps: readonly PointerStep[]): Promise<void> {
    const actions = steps.map((step) =>
      step.type === 'pointerMove' ? { ...step, duration: 0, origin: 'viewport' } : step,
    );
    await this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  /**
   * Gives the page a size in CSS pixels, as far as a window goes. Resolves once the page has it: the driver answers
   * before, and what the page said of its size meanwhile would be taken for the one to go back to.
   */
  async resize(width: number, height: number): Promise<void> {
    const [across, down] = await this.execute((): [number, number] => [
      outerWidth - innerWidth,
      outerHeight - innerHeight,
    ]);
    const outer = await this.#call<WindowRect>('POST', '/window/rect', {
      width: width + across,
      height: height + down,
    });
    const hasSize = (expected: WindowRect, frame: number): boolean =>
      outerWidth === expected.width && outerWidth - innerWidth === frame;
    while (!(await this.execute(hasSize, outer, across)));
  }

  /** Ends the browser. */
  async close(): Promise<void> {
    await this.#call('DELETE', '');
  }

  async #act(source: object): Promise<void> {
    await this.#call('POST', '/actions', { actions: [source] });
  }

  #call<Value>(method: Method, path: string, body?: object): Promise<Value> {
    return call<Value>(method, this.#address + path, body);
  }
}

type Method = 'GET' | 'POST' | 'DELETE';

async function call<Value>(method: Method, url: string, body?: object): Promise<Value> {
  const response = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    signal: AbortSignal.timeout(180_000),
  });
  const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${value.error ?? ''}: ${value.message ?? ''}`);
  return value;
}
