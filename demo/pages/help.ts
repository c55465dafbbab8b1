import { html } from 'hono/html';
import type { Customer } from '../server/customers.js';
import { page, type Markup } from './page.js';

/** What Larkspur reads and how to stop it, in words a business owner can hold it to. */
export const help = (customer: Customer | null): Markup =>
  page({
    title: 'Help and your data · Larkspur Lending',
    customer,
    at: '/help',
    main: html`
      <div class="intro">
        <h1>Help and your data</h1>
        <p class="lead">What we read, who is involved, and how to stop it.</p>
      </div>
      <div class="prose">
        <section aria-labelledby="codat">
          <h2 id="codat">Who is Codat?</h2>
          <p>
            Codat is the company that connects your accounting software, bank or shop to us. You sign in to
            the platform you choose and agree that Codat may read your data for Larkspur; Codat passes it to
            us. Most platforms ask you to sign in on their own page, a few on Codat’s. Your password never
            reaches us.
          </p>
        </section>
        <section aria-labelledby="read">
          <h2 id="read">What do you read?</h2>
          <p>
            From your books: profit and loss, balance sheet, invoices, bills, customers and suppliers. From
            your bank, if you add it: accounts, balances and transactions. From your shop, if you add it:
            orders, payments and payouts. We read, and never write.
          </p>
        </section>
        <section aria-labelledby="stop">
          <h2 id="stop">How do I stop it?</h2>
          <p>
            On your <a href="/account">account page</a>, choose a connection and disconnect it. From that
            moment we read nothing new; what we have already read stays with your application. You can also
            remove Codat’s access in the settings of the platform itself.
          </p>
        </section>
        <section aria-labelledby="accountant">
          <h2 id="accountant">My accountant has the log-in</h2>
          <p>
            Start the application yourself. Where you choose your accounting software, press
            <strong>Someone else signs in to it?</strong>, choose the software, and send your accountant the
            link. They see that it is for Larkspur and what we read, sign in themselves, and need no account
            with us. The link works for a week; your application shows when they have used it, and you can
            withdraw it until then.
          </p>
        </section>
        <section aria-labelledby="another-way">
          <h2 id="another-way">Another way to send your books</h2>
          <p>
            Choosing a platform needs JavaScript. If your browser does without it, or your platform isn’t
            listed, email your last two years’ accounts and six months of bank statements to
            <a href="mailto:books@larkspur.example">books@larkspur.example</a> with your customer number. It
            takes us about a week longer to answer.
          </p>
        </section>
        <section aria-labelledby="contact">
          <h2 id="contact">Talk to us</h2>
          <p>
            <a href="mailto:help@larkspur.example">help@larkspur.example</a>, or
            <a href="tel:+441632960123">01632 960123</a> on weekdays from nine to five. If we got something
            wrong, <a href="/complaints">here is how to complain</a>.
          </p>
        </section>
      </div>
    `,
  });
