import { readFileSync } from 'node:fs';

/** Makes the globals of a host's unit tests out of a window that Node runs, as Vitest and Jest do. */
export function useWindow(window: object): void {
  const takes = /^(?:window|document|Event|EventTarget|CustomEvent|FormData|AbortController|AbortSignal)$/;
  for (const name of Object.getOwnPropertyNames(window))
    if (!(name in globalThis) || takes.test(name)) {
      const value: unknown = Reflect.get(window, name);
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    }
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) {
    const method = Reflect.get(window, name) as () => unknown;
    Object.defineProperty(globalThis, name, { value: method.bind(window), configurable: true });
  }
}

/** What `docs/testing.md` has hosts write into their own unit tests, as a module. */
function snippet(): string {
  const page = readFileSync(new URL('../../docs/testing.md', import.meta.url), 'utf8');
  const [, code] = /## By hand.*?```js\n(.*?)```/s.exec(page) ?? [];
  if (!code) throw new Error('docs/testing.md has no code.');
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/** Tries until nothing is thrown, as Vitest's does. */
async function waitFor(attempt: () => unknown): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      attempt();
      return;
    } catch (thrown) {
      if (tries === 200) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
}

/** Draws the picker of that code, and chooses what that chooses. */
export async function drawPicker(): Promise<HTMLElementTagNameMap['platform-picker']> {
  // Runners of unit tests take what is for development.
  await import('../../src/development/print-warnings.js');
  const { createSession } = await import('../../src/index.js');
  Object.assign(globalThis, { createSession, vi: { waitFor } });
  await import(snippet());
  const picker = document.querySelector('platform-picker');
  if (!picker) throw new Error('The code of docs/testing.md draws no picker.');
  return picker;
}

/**
 * Renders every element, chooses a platform as that code does, and returns the platform's name from `codat-connect`.
 * Rejects with what a callback threw.
 */
export async function chooseXero(): Promise<string> {
  const errors: unknown[] = [];
  window.addEventListener('error', ({ error }) => errors.push(error));
  document.documentElement.style.setProperty('--codat-color-accent', 'rebeccapurple');
  const received = new Promise<string>((resolve) => {
    document.addEventListener('codat-connect', (event) => {
      event.preventDefault();
      resolve(event.platform.name);
    });
  });
  const { session } = await drawPicker();
  for (const tag of ['connection-list', 'sync-progress', 'connection-result'] as const)
    await document.body.appendChild(Object.assign(document.createElement(tag), { session })).updateComplete;
  const name = await received;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  if (errors.length > 0) throw new AggregateError(errors);
  return name;
}
