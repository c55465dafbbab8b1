import { html, raw } from 'hono/html';
import type { Customer } from '../server/customers.js';
import { onDay, wholePounds } from './figures.js';
import { page, type Markup } from './page.js';

const list = `
<connection-list token-endpoint="/codat/token" lender="Larkspur" heading-level="2">
  <p slot="empty">Nothing is connected yet. <a href="/apply">Connect your accounting software</a></p>
  <p>What you have connected is listed here. If nothing appears,
    <a href="/help#stop">stop a connection another way</a>.</p>
</connection-list>
`.trim();

const picker = `
<platform-picker
  source-types="Banking,Commerce" token-endpoint="/codat/token" lender="Larkspur" heading-level="2">
  <h2 slot="heading">Add your bank or your shop</h2>
  <p slot="not-listed">
    Email six months of statements to <a href="mailto:books@larkspur.example">books@larkspur.example</a>.
    <a href="/help#another-way">What to send</a></p>
  <p>Banks and shops are chosen here. If nothing appears,
    <a href="/help#another-way">send us statements another way</a>.</p>
</platform-picker>
`.trim();

const application = ({ sent }: Customer): Markup =>
  sent
    ? html`<p>
          ${wholePounds(sent.application.amount)} over ${sent.application.months} months, sent
          ${onDay(sent.at)}. With our readers.
        </p>
        <p><a href="/apply">See your application</a></p>`
    : html`<p>Not sent yet.</p>
        <p><a href="/apply">Carry on with your application</a></p>`;

/** The account page: what is connected, what Larkspur reads, and how to connect more or stop. */
export const account = (customer: Customer): Markup =>
  page({
    title: 'Your account · Larkspur Lending',
    customer,
    at: '/account',
    elements: `${list}\n${picker}`,
    main: html`
      <div class="intro">
        <h1>${customer.sent?.application.business ?? 'Your account'}</h1>
        <p class="lead">Everything Larkspur can read, and the switch for each.</p>
      </div>
      <div class="with-aside">
        <div class="stack">
          <!-- Connect Elements: see, reconnect, disconnect and delete connections. -->
          ${raw(list)}
          <!-- Connect Elements: the same picker, for other kinds of source. -->
          ${raw(picker)}
        </div>
        <aside>
          <h2>Your application</h2>
          ${application(customer)}
          <h2>What Larkspur reads</h2>
          <dl>
            <dt>Accounting</dt>
            <dd>Profit and loss, balance sheet, invoices, bills, customers and suppliers</dd>
            <dt>Banking</dt>
            <dd>Accounts, balances and transactions</dd>
            <dt>Shop</dt>
            <dd>Orders, payments and payouts</dd>
          </dl>
          <p class="note">Never your passwords, and nothing is written to your books.</p>
          <h2>Your customer number</h2>
          <p><strong class="number">${customer.number}</strong></p>
          <p class="note">Keep it: it is how you sign in again.</p>
        </aside>
      </div>
    `,
  });
