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

const page = (results: readonly unknown[]) => ({ results, totalResults: results.length, _links: {} });

/** As little of a gateway as a host's unit test needs. */
function answer({ url }: Request): Promise<Response> {
  const xero = { key: 'gbol', name: 'Xero', enabled: true, sourceType: 'Accounting' };
  return Promise.resolve(Response.json(page(url.endsWith('/platforms') ? [xero] : [])));
}

/** Draws every element, chooses Xero in the picker, and gives the name of the platform that the host heard of. */
export async function chooseXero(): Promise<string> {
  const { createSession } = await import('../../src/index.js');
  const home = 'https://lender.test/codat';
  const session = createSession({
    getToken: () =>
      Promise.resolve({ companyId: 'a', accessToken: 'b', expiresIn: 900, apiBase: `${home}/api` }),
    platforms: `${home}/platforms`,
    fetch: answer,
  });
  const tags = ['connection-list', 'sync-progress', 'connection-result', 'platform-picker'] as const;
  const [list, progress, result, picker] = tags.map((tag) =>
    document.body.appendChild(Object.assign(document.createElement(tag), { session })),
  );
  const heard = new Promise<string>((resolve) => {
    document.addEventListener('codat-connect', (event) => {
      event.preventDefault();
      resolve(event.platform.name);
    });
  });
  for (const element of [list, progress, result]) await element?.updateComplete;
  for (;;) {
    await picker?.updateComplete;
    const tile = picker?.shadowRoot?.querySelector<HTMLElement>('[part="tile"]');
    if (tile) {
      tile.click();
      return heard;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
