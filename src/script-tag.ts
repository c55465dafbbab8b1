/** The entry for a script tag. Registers the picker at once, and loads the other elements at once if the page has them, else after its `load` event. */
import { lazy } from './browser/lazy.js';
import './define/platform-picker.js';

const others = {
  'connection-list': lazy(() => import('./define/connection-list.js')),
  'sync-progress': lazy(() => import('./define/sync-progress.js')),
  'connection-result': lazy(() => import('./define/connection-result.js')),
  'powered-by-codat': lazy(() => import('./define/powered-by-codat.js')),
};

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

for (const [tag, load] of Object.entries(others)) {
  if (document.readyState === 'complete' || document.querySelector(tag)) void define(load);
  else window.addEventListener('load', () => void define(load), { once: true });
}
