/** What the service worker asks on behalf of a window or an image. */
interface Question {
  readonly url: string;
  readonly method: string;
  readonly headers: [string, string][];
  readonly body?: ArrayBuffer;
}

let relay: Promise<ServiceWorkerContainer> | undefined;

/**
 * Answers what this page's images and the windows it opens ask for below an address of this Storybook, as a server
 * would. Ends when the signal does. Rejects where there are no service workers: not on localhost, and not over https.
 */
export async function serve(
  home: string,
  answer: (request: Request) => Promise<Response>,
  signal: AbortSignal,
): Promise<void> {
  const container = await (relay ??= start());
  const onMessage = async ({ data, ports: [port] }: MessageEvent<Question>): Promise<void> => {
    const { url, method, headers, body = null } = data;
    if (!url.startsWith(`${home}/`)) return;
    const response = await answer(new Request(url, { method, headers, body }));
    port?.postMessage({
      status: response.status,
      headers: [...response.headers],
      body: response.body && (await response.arrayBuffer()),
    });
  };
  container.addEventListener('message', (event) => void onMessage(event as MessageEvent<Question>), {
    signal,
  });
  container.startMessages();
  // Before the element hears of it, which would leave this tab.
  addEventListener('click', (event) => openBeside(home, event), { signal, capture: true });
}

/** The lender is gone once its page is left, so what a host's page opens in this tab opens in another one here. */
function openBeside(home: string, event: Event): void {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (!link?.href.startsWith(`${home}/`)) return;
  event.preventDefault();
  open(link.href, '_blank', 'noopener');
}

async function start(): Promise<ServiceWorkerContainer> {
  if (!('serviceWorker' in navigator)) {
    throw new Error('Stories need a service worker: open Storybook on localhost or over https.');
  }
  const container = navigator.serviceWorker;
  await container.register(new URL('relay.js', document.baseURI));
  const { active } = await container.ready;
  const controlled = new Promise((resolve) => container.addEventListener('controllerchange', resolve));
  if (container.controller) return container;
  // A page that was there first, or was reloaded by force, asks to be served too.
  active?.postMessage('claim');
  await controlled;
  return container;
}
