import { createElement, useState, type ReactElement } from 'react';
import { ConnectionList, PlatformPicker, PoweredByCodat } from '../../src/react/index.js';

/** A host's page of components, which a server renders and a browser hydrates. */
export function ReactPage(): ReactElement {
  const [message, setMessage] = useState('Nothing chosen');
  return createElement(
    'main',
    null,
    createElement('p', { role: 'status' }, message),
    createElement(
      PlatformPicker,
      {
        tokenEndpoint: '/codat/token',
        lender: 'Larkspur',
        sourceTypes: ['Accounting'],
        featured: ['gbol', 'qhyg'],
        headingLevel: 3,
        sandbox: false,
        consent: true,
        className: 'books',
        openLink: () => undefined,
        onConnect: (event) => {
          event.preventDefault();
          setMessage(`${event.platform.name} is chosen`);
        },
        onClick: () => undefined,
      },
      createElement('a', { href: '/help' }, 'Another way'),
    ),
    createElement(ConnectionList, { tokenEndpoint: '/codat/token', sourceTypes: [] }),
    createElement(PoweredByCodat, {
      href: 'https://www.codat.io',
      hidden: false,
      translate: 'no',
      draggable: false,
      inert: true,
      'aria-hidden': true,
    }),
  );
}
