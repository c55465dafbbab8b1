import { startWebKitDriver } from '../../tools/testing/engines.js';
import { EnginePage, type Point } from './page.js';

/** A command of a WebDriver session (https://www.w3.org/TR/webdriver2/#endpoints). */
type Send = <Value>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<Value>;

/** A session, and which of its windows its commands go to. */
interface Session {
  readonly send: Send;
  current: string | undefined;
}

const keys = { Enter: '\uE007', Escape: '\uE00C', ArrowDown: '\uE015' } as const;

/** A page of WebKitGTK's MiniBrowser. */
class WebDriverPage extends EnginePage {
  readonly #session: Session;
  readonly #handle: string;

  constructor(session: Session, handle: string) {
    super();
    this.#session = session;
    this.#handle = handle;
  }

  async goto(url: string): Promise<void> {
    await this.#send('POST', '/url', { url });
  }

  override async evaluate<Result, Arguments extends unknown[]>(
    run: (...input: Arguments) => Result,
    ...input: Arguments
  ): Promise<Result> {
    const script = `return (${String(run)}).apply(null, arguments)`;
    return this.#send<Result>('POST', '/execute/sync', { script, args: input });
  }

  // A click on an element is refused for what is in a shadow root, so that it is a pointer's.
  async clickAt([x, y]: Point): Promise<void> {
    await this.#act({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', duration: 0, x, y, origin: 'viewport' },
        { type: 'pointerDown', button: 0 },
        { type: 'pause', duration: 30 },
        { type: 'pointerUp', button: 0 },
      ],
    });
  }

  async press(key: keyof typeof keys): Promise<void> {
    await this.#strike(keys[key]);
  }

  async type(text: string): Promise<void> {
    for (const character of text) await this.#strike(character);
  }

  async pages(): Promise<readonly EnginePage[]> {
    const handles = await this.#session.send<string[]>('GET', '/window/handles');
    return handles.map((handle) => new WebDriverPage(this.#session, handle));
  }

  isSame(other: this): boolean {
    return this.#handle === other.#handle;
  }

  async bringToFront(): Promise<void> {
    await this.#send('GET', '/url');
  }

  async close(): Promise<void> {
    await this.#send('DELETE', '/window');
    this.#session.current = undefined;
  }

  async #strike(value: string): Promise<void> {
    await this.#act({
      type: 'key',
      id: 'keyboard',
      actions: [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ],
    });
  }

  async #act(source: object): Promise<void> {
    await this.#send('POST', '/actions', { actions: [source] });
  }

  async #send<Value>(...[method, path, body]: Parameters<Send>): Promise<Value> {
    if (this.#session.current !== this.#handle) {
      await this.#session.send('POST', '/window', { handle: this.#handle });
      this.#session.current = this.#handle;
    }
    return this.#session.send<Value>(method, path, body);
  }
}

/** Starts the driver, and opens visitors with cookies of their own: a session of WebKit's each, one at a time. */
export async function openWebKit() {
  const driver = await startWebKitDriver();
  const call = async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const response = await fetch(`http://127.0.0.1:${driver.port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      signal: AbortSignal.timeout(180_000),
    });
    const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${value.error ?? ''}: ${value.message ?? ''}`);
    return value;
  };
  let opened: string | undefined;
  const end = async (): Promise<void> => {
    if (opened) await call('DELETE', `/session/${opened}`);
    opened = undefined;
  };
  return {
    async visit(): Promise<EnginePage> {
      await end();
      const { sessionId } = await call<{ sessionId: string }>('POST', '/session', {
        capabilities: { alwaysMatch: driver.capabilities },
      });
      opened = sessionId;
      const send: Send = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
      const [handle = ''] = await send<string[]>('GET', '/window/handles');
      return new WebDriverPage({ send, current: undefined }, handle);
    },
    async close(): Promise<void> {
      await end();
      await driver.stop();
    },
  };
}
