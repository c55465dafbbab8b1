import { html } from 'hono/html';
import type { Customer } from '../server/customers.js';
import { page, type Markup } from './page.js';

/** How to complain to a fictional lender. */
export const complaints = (customer: Customer | null): Markup =>
  page({
    title: 'Complaints · Larkspur Lending',
    customer,
    at: '/complaints',
    main: html`
      <div class="intro">
        <h1>If we got something wrong</h1>
        <p class="lead">Written for a lender that does not exist, to show where yours would be.</p>
      </div>
      <div class="prose">
        <section aria-labelledby="tell">
          <h2 id="tell">Tell us</h2>
          <p>
            Email <a href="mailto:complaints@larkspur.example">complaints@larkspur.example</a>, call
            <a href="tel:+441632960123">01632 960123</a>, or write to Complaints, Larkspur Lending Ltd, 1
            Example Street, Larkspur LK1 1AA.
          </p>
        </section>
        <section aria-labelledby="then">
          <h2 id="then">What happens then</h2>
          <p>
            We confirm it within five working days, and someone who had no part in it answers within eight
            weeks.
          </p>
        </section>
        <section aria-labelledby="further">
          <h2 id="further">If you disagree</h2>
          <p>A real lender would name the ombudsman here who decides for free. This one lends no money.</p>
        </section>
      </div>
    `,
  });
