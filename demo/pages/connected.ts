import { html, raw } from 'hono/html';
import type { Customer } from '../server/customers.js';
import { page, type Markup } from './page.js';

/** Where people come back to after signing in to a platform, in whichever window or browser that was. */
export const connected = (customer: Customer | null): Markup => {
  const next = customer?.sent ? '/account' : '/apply';
  const elements = `
<connection-result
  token-endpoint="/codat/token" lender="Larkspur" heading-level="1" continue-to="${next}">
  <h1>You’re back at Larkspur</h1>
  <p>You can close this window, or <a href="${next}">carry on here</a>.</p>
</connection-result>
`.trim();
  return page({
    title: 'Back at Larkspur Lending',
    customer,
    elements,
    main: html`
      <div class="notice">
        <!-- Connect Elements: tells the person how signing in went, and tells the page they came from. -->
        ${raw(elements)}
      </div>
    `,
  });
};
