import { html, raw } from 'hono/html';
import type { Customer } from '../server/customers.js';
import { onDay, wholePounds } from './figures.js';
import { page, type Markup } from './page.js';

const elements = `
<sync-progress token-endpoint="/codat/token" lender="Larkspur" heading-level="2"></sync-progress>
`.trim();

/** What a customer sees once their application is with Larkspur. */
export const sent = (customer: Customer, { at, application }: NonNullable<Customer['sent']>): Markup =>
  page({
    title: 'We have your application · Larkspur Lending',
    customer,
    at: '/apply',
    elements,
    main: html`
      <div class="intro">
        <h1>We have your application.</h1>
        <p class="lead">
          ${application.business}, ${wholePounds(application.amount)} over ${application.months} months, sent
          ${onDay(at)}. Your customer number is <strong class="number">${customer.number}</strong>.
        </p>
      </div>
      <div class="with-aside">
        <div>
          <!-- Connect Elements: the first data keeps arriving after the form is sent. -->
          ${raw(elements)}
          <section aria-labelledby="next-heading">
            <h2 id="next-heading">What happens next</h2>
            <ol class="next">
              <li>Your books finish arriving, here or by email. You can close this page meanwhile.</li>
              <li>A person reads them, and your application, within two working days.</li>
              <li>We write to ${application.email} with an answer and the reasons for it.</li>
            </ol>
            <p class="note">In this demonstration nobody reads it and no email is sent.</p>
          </section>
        </div>
        <aside aria-labelledby="change-heading">
          <h2 id="change-heading">Changed your mind?</h2>
          <p>See and manage what you have connected on your <a href="/account">account page</a>.</p>
          <form method="post" action="/withdraw">
            <button class="quiet">Withdraw this application</button>
          </form>
        </aside>
      </div>
    `,
  });
