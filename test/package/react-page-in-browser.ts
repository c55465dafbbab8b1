import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { ReactPage } from './react-page.js';

declare global {
  interface Window {
    /** What happens, oldest first: requests by their paths, `hydrated`, and what React says of the server’s page. */
    happened: string[];
    hydrate: () => void;
  }
}

window.hydrate = () => {
  const container = document.querySelector('#root');
  if (!container) throw new Error('The server rendered nothing.');
  window.happened.push('hydrated');
  hydrateRoot(container, createElement(ReactPage), {
    onRecoverableError: (error) => window.happened.push(String(error)),
  });
};
