/*
 * A static Storybook has no server, so each story is its own: the lender's gateway and Codat run in the story's page.
 * This service worker passes on to them what windows and images ask for below `lender/`.
 */
const lenders = `${self.registration.scope}lender/`;

/** Milliseconds after which no page has that lender any more. */
const patience = 5000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('message', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.url.startsWith(lenders)) event.respondWith(relay(event.request));
});

/** Asks every page; the one whose lender it is answers. */
async function relay(request) {
  const { url, method } = request;
  const body = method === 'GET' ? undefined : await request.arrayBuffer();
  const question = { url, method, headers: [...request.headers], body };
  const pages = await self.clients.matchAll({ type: 'window' });
  const answer = await Promise.race([gone(request), ...pages.map((page) => ask(page, question))]);
  return new Response(answer.body, answer);
}

function ask(page, question) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    page.postMessage(question, [port2]);
  });
}

/** A window is told that its story is gone; an image of a story that was left is nobody's loss. */
function gone({ mode }) {
  const body =
    '<!doctype html><meta charset="utf-8"><title>Closed</title><p>The story this belongs to is closed.</p>';
  const page = { status: 404, headers: [['Content-Type', 'text/html']], body };
  return new Promise((resolve) =>
    setTimeout(resolve, patience, mode === 'navigate' ? page : { status: 204 }),
  );
}
