import { html } from 'hono/html';
import type { Customer } from '../server/customers.js';
import { page, type Markup } from './page.js';

/** The privacy notice of a fictional lender: what is kept, why, for how long and who else sees it. */
export const privacy = (customer: Customer | null): Markup =>
  page({
    title: 'Privacy notice · Larkspur Lending',
    customer,
    at: '/privacy',
    main: html`
      <div class="intro">
        <h1>Privacy notice</h1>
        <p class="lead">Written for a lender that does not exist, to show where yours would be.</p>
      </div>
      <div class="prose">
        <section aria-labelledby="who">
          <h2 id="who">Who we are</h2>
          <p>
            Larkspur Lending Ltd, 1 Example Street, Larkspur LK1 1AA, is responsible for your data. Our data
            protection officer reads <a href="mailto:privacy@larkspur.example">privacy@larkspur.example</a>.
          </p>
        </section>
        <section aria-labelledby="what">
          <h2 id="what">What we use, and why</h2>
          <p>
            <strong>What you tell us:</strong> the loan you ask for, your business, your name and your email
            address, to answer you.
          </p>
          <p>
            <strong>What we read from your books, bank or shop:</strong>
            <a href="/help#read">the data we list</a>, because you connect it, to decide on your loan. We
            write nothing.
          </p>
        </section>
        <section aria-labelledby="others">
          <h2 id="others">Who else sees it</h2>
          <p>
            Codat Limited reads the data for us, under contract, and uses it for nothing else. We sell nothing
            to anyone.
          </p>
        </section>
        <section aria-labelledby="long">
          <h2 id="long">How long we keep it</h2>
          <p>
            Six years after your loan ends, or one year if there is none. When you
            <a href="/help#stop">disconnect</a>, we read nothing new from that moment.
          </p>
        </section>
        <section aria-labelledby="rights">
          <h2 id="rights">Your rights</h2>
          <p>
            Ask us for a copy, for a correction, or to delete what we no longer need. If you are not content
            with our answer, <a href="/complaints">complain to us</a>, or to the data protection authority of
            your country.
          </p>
        </section>
      </div>
    `,
  });
