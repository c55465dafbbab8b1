/// <reference types="vite/types/importMeta.d.ts" />
/** The entry for a script tag. Registers the picker at once, and loads the other elements at once if the page has them, else when it is idle. */
import { lazy } from './browser/loading/lazy.js';
import { trackUrgentLoad, whenIdle, whenUrgentLoaded } from './browser/loading/load-order.js';
import './define/platform-picker.js';
import { sessionForTokenEndpoint } from './session/session.js';

export type * from './elements.js';

/** By file name, such as `./connection-list.ts`. Only the names of elements have a hyphen. */
const others = import.meta.glob(['./*-*.ts', '!./platform-picker.ts'], { base: './define' });

/** Milliseconds before each further attempt to load an element's module. Until then its light DOM is shown. */
const retriesMs = [2_000, 20_000, 200_000];

async function define(load: () => Promise<unknown>): Promise<void> {
  for (const retryMs of [...retriesMs, 0]) {
    try {
      await load();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

for (const [file, load] of Object.entries(others)) {
  const loadOnce = lazy(load);
  const start = (): void => void define(loadOnce);
  const tag = file.slice('./'.length, -'.ts'.length);
  if (document.querySelector(tag)) {
    void trackUrgentLoad(loadOnce());
    start();
  } else void whenUrgentLoaded().then(whenIdle).then(start);
}

// Requests their data while their modules load.
for (const element of document.querySelectorAll('connection-list,sync-progress')) {
  const endpoint = element.getAttribute('token-endpoint');
  if (endpoint) void sessionForTokenEndpoint(endpoint).connections.refresh();
}
