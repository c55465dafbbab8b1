import { html, raw } from 'hono/html';
import type { Customer } from '../server/customers.js';
import { annualPercentageRate, paymentPerPound, repaymentOf, terms, type Quote } from '../server/quote.js';
import { pounds, rate, wholePounds } from './figures.js';
import { page, type Markup } from './page.js';

const term = (months: number, chosen: number): Markup => html`
  <label>
    <input
      type="radio"
      name="months"
      value="${months}"
      data-per-pound="${paymentPerPound(months)}"
      ${months === chosen ? raw('checked') : ''}
    />
    <span>${months}</span>
  </label>
`;

const calculator = (quote: Quote): Markup => {
  const { monthly, interest, total } = repaymentOf(quote);
  return html`
    <form class="quote" action="/#quote" method="get" id="quote" aria-labelledby="quote-heading">
      <h2 id="quote-heading">An example</h2>
      <div class="figures">
        <div class="choice">
          <label for="amount">Borrow</label>
          <strong class="figure" data-figure="amount">${wholePounds(quote.amount)}</strong>
          <input
            type="range"
            id="amount"
            name="amount"
            min="${terms.min}"
            max="${terms.max}"
            step="${terms.step}"
            value="${quote.amount}"
            aria-valuetext="${wholePounds(quote.amount)}"
          />
        </div>
        <fieldset class="choice">
          <legend>Repay over, in months</legend>
          <div class="segments">${terms.months.map((months) => term(months, quote.months))}</div>
        </fieldset>
        <button class="quiet without-script">Work it out</button>
        <dl class="ledger">
          <div>
            <dt>Each month</dt>
            <dd data-figure="monthly">${pounds(monthly)}</dd>
          </div>
          <div>
            <dt>Interest in all</dt>
            <dd data-figure="interest">${pounds(interest)}</dd>
          </div>
          <div class="sum">
            <dt>To repay in all</dt>
            <dd data-figure="total">${pounds(total)}</dd>
          </div>
        </dl>
      </div>
      <button class="primary" formaction="/begin" formmethod="post">Apply for this amount</button>
      <p class="note">
        <span data-sentence
          >An example, not an offer: <span data-figure="amount">${wholePounds(quote.amount)}</span> repaid in
          <span data-figure="months">${quote.months}</span> equal payments of
          <span data-figure="monthly">${pounds(monthly)}</span>.</span
        >
        Interest of ${rate(terms.yearlyRate)} a year, fixed (${rate(annualPercentageRate)} APR), and no fees.
        Your own rate depends on your books.
      </p>
      <output class="unseen"></output>
    </form>
  `;
};

const steps: readonly (readonly [string, string])[] = [
  [
    'Say what you need',
    'An amount, what it is for, and the name of the business. It takes about two minutes.',
  ],
  [
    'Connect your books',
    'Choose your accounting software and sign in to it. We never see your password, and there is nothing to print, scan or post.',
  ],
  [
    'Read our answer',
    'A person reads your figures and writes back within two working days: yes, no, or less than you asked for, and why.',
  ],
];

/** The front page, with the example worked out for `quote`. */
export const landing = (customer: Customer | null, quote: Quote): Markup =>
  page({
    title: 'Larkspur Lending: borrow against the business you run',
    customer,
    script: 'quote.js',
    styles: 'landing.css',
    main: html`
      <section class="hero">
        <div>
          <h1>Borrow against the business you run.</h1>
          <p class="lead">
            Not the house you live in. Larkspur lends ${wholePounds(terms.min)} to ${wholePounds(terms.max)}
            on the strength of your books: what you sell, what you are owed, what you keep.
          </p>
          <ul class="ticks">
            <li>No security over your home</li>
            <li>Nothing to pay for repaying early</li>
            <li>An answer from a person, in two working days</li>
          </ul>
        </div>
        ${calculator(quote)}
      </section>

      <section class="band" id="how" aria-labelledby="how-heading">
        <h2 id="how-heading">Three steps, no paperwork</h2>
        <ol class="steps">
          ${steps.map(
            ([heading, words]) => html`
              <li>
                <h3>${heading}</h3>
                <p>${words}</p>
              </li>
            `,
          )}
        </ol>
      </section>

      <section class="band sides" aria-labelledby="books-heading">
        <div>
          <h2 id="books-heading">Your books stay yours</h2>
          <p>
            We read them through Codat, which connects lenders to accounting software. You decide what is
            connected, see it on your account page, and can stop it there at any time.
          </p>
          <p><a href="/help">What we read, and how to stop it</a></p>
        </div>
        <dl class="promises">
          <div>
            <dt>We read</dt>
            <dd>
              Profit and loss, balance sheet, invoices and bills. Your bank and your shop only if you add
              them.
            </dd>
          </div>
          <div>
            <dt>We never</dt>
            <dd>See your password, write anything into your books, or sell what we have read.</dd>
          </div>
          <div>
            <dt>When you disconnect</dt>
            <dd>We read nothing new from that moment. What we read before stays with your application.</dd>
          </div>
        </dl>
      </section>

      <section class="closing" aria-labelledby="closing-heading">
        <div>
          <h2 id="closing-heading">The figures are already in your books. Let them speak for you.</h2>
          <form method="post" action="/begin"><button class="primary">Start your application</button></form>
        </div>
        <img src="/assets/stem.svg" alt="" width="280" height="420" loading="lazy" />
      </section>
    `,
  });
