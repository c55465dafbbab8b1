/** The script tag: the picker at once; the other elements at once if the page has them, else when it has loaded. */
import './define/platform-picker.js';

const others = {
  'connection-list': () => import('./define/connection-list.js'),
  'sync-progress': () => import('./define/sync-progress.js'),
  'connection-result': () => import('./define/connection-result.js'),
  'powered-by-codat': () => import('./define/powered-by-codat.js'),
};

for (const [tag, load] of Object.entries(others)) {
  if (document.readyState === 'complete' || document.querySelector(tag)) void load();
  else window.addEventListener('load', () => void load(), { once: true });
}
