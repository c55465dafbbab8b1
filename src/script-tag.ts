/** The script tag: the picker at once; the other elements at once if the page has them, else when it has loaded. */
import { lazy } from './browser/lazy.js';
import './define/platform-picker.js';

const others = {
  'connection-list': lazy(() => import('./define/connection-list.js')),
  'sync-progress': lazy(() => import('./define/sync-progress.js')),
  'connection-result': lazy(() => import('./define/connection-result.js')),
  'powered-by-codat': lazy(() => import('./define/powered-by-codat.js')),
};

/** Milliseconds before an element is asked for again that could not be loaded: until then its light DOM shows. */
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
