import { html, raw } from 'hono/html';
import { businessKinds, purposes, type Draft, type Field } from '../server/application.js';
import type { Customer } from '../server/customers.js';
import { terms } from '../server/quote.js';
import { page, type Markup } from './page.js';

const elements = `
<platform-picker
  name="accounting" source-types="Accounting" required accept="shared not-listed"
  token-endpoint="/codat/token" lender="Larkspur" heading-level="3">
  <p slot="not-listed">
    Send your application without it, and email your last two years’ accounts to
    <a href="mailto:books@larkspur.example">books@larkspur.example</a>.
    <a href="/help#another-way">What to send</a></p>
  <p slot="next"><strong>Next: check your answers above, then send your application.</strong></p>
  <p>Your accounting software is chosen here. If nothing appears,
    <a href="/help#another-way">send us your books another way</a>.</p>
</platform-picker>
<sync-progress token-endpoint="/codat/token" lender="Larkspur" heading-level="3"></sync-progress>
`.trim();

/** A label, its field, and the sentence that says what is wrong with it. */
const field = (name: Field, label: string, fault: string | undefined, control: Markup): Markup => html`
  <div class="field">
    <label for="${name}">${label}</label>
    ${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : ''} ${control}
  </div>
`;

const described = (name: Field, { faults }: Draft): Markup => html`
  id="${name}" name="${name}" required
  ${raw(faults[name] ? `aria-invalid="true" aria-describedby="${name}-fault"` : 'aria-invalid="false"')}
`;

const choices = (name: Field, draft: Draft, offered: readonly (readonly [string, string])[]): Markup => html`
  <select ${described(name, draft)}>
    <option value="">Choose one</option>
    ${offered.map(
      ([value, words]) =>
        html`<option value="${value}" ${draft.values[name] === value ? raw('selected') : ''}>
          ${words}
        </option>`,
    )}
  </select>
`;

const typed = (name: Field, draft: Draft, kind: Markup): Markup =>
  html`<input ${kind} ${described(name, draft)} value="${draft.values[name] ?? ''}" />`;

const same = (words: readonly string[]) => words.map((word) => [word, word] as const);

const summary = ({ faults }: Draft): Markup | '' => {
  const wrong = Object.entries(faults);
  if (wrong.length === 0) return '';
  return html`
    <div class="summary" role="group" aria-labelledby="summary-heading" tabindex="-1" autofocus>
      <h2 id="summary-heading">Not sent yet</h2>
      <ul>
        ${wrong.map(([name, fault]) => html`<li><a href="#${name}">${fault}</a></li>`)}
      </ul>
    </div>
  `;
};

/** Before anything is typed: the loan that was chosen on the front page. */
const untouched = ({ quote }: Customer): Draft => ({
  values: { amount: String(quote.amount), months: String(quote.months) },
  faults: {},
});

/** The application form, holding what the customer has typed so far. */
export const apply = (customer: Customer, draft: Draft = untouched(customer)): Markup =>
  page({
    title: `${Object.keys(draft.faults).length > 0 ? 'Not sent yet' : 'Your application'} · Larkspur Lending`,
    customer,
    at: '/apply',
    script: 'draft.js',
    elements,
    main: html`
      <div class="intro">
        <h1>Your application</h1>
        <p class="lead">
          Two minutes of questions, then your books: choosing and signing in takes about a minute. Your
          application reaches us when you press the last button.
        </p>
      </div>
      <div class="with-aside">
        <form
          class="application"
          method="post"
          action="/apply"
          data-draft="${customer.number} ${customer.quote.amount} ${customer.quote.months}"
        >
          ${summary(draft)}
          <fieldset>
            <legend><h2>The loan</h2></legend>
            ${field(
              'amount',
              'How much would you like to borrow?',
              draft.faults.amount,
              html`<span class="pounds"
                >${typed(
                  'amount',
                  draft,
                  html`type="number" inputmode="numeric" min="${terms.min}" max="${terms.max}" step="1"`,
                )}</span
              >`,
            )}
            ${field(
              'months',
              'Over how long?',
              draft.faults.months,
              choices(
                'months',
                draft,
                terms.months.map((months) => [String(months), `${months} months`]),
              ),
            )}
            ${field('purpose', 'What is it for?', draft.faults.purpose, choices('purpose', draft, same(purposes)))}
          </fieldset>
          <fieldset>
            <legend><h2>The business</h2></legend>
            ${field(
              'business',
              'Name of the business',
              draft.faults.business,
              typed('business', draft, html`type="text" autocomplete="organization" maxlength="120"`),
            )}
            ${field('kind', 'Kind of business', draft.faults.kind, choices('kind', draft, same(businessKinds)))}
            ${field(
              'person',
              'Your name',
              draft.faults.person,
              typed('person', draft, html`type="text" autocomplete="name" maxlength="120"`),
            )}
            ${field(
              'email',
              'Email address',
              draft.faults.email,
              typed('email', draft, html`type="email" autocomplete="email" maxlength="254"`),
            )}
          </fieldset>
          <fieldset>
            <legend><h2>Your books</h2></legend>
            <!-- Connect Elements: the last field of our form is the platform picker; its value is what the business
                 connected. Beneath it, sync-progress shows the first data arriving. This is all we had to write. -->
            ${raw(elements)}
          </fieldset>
          <div class="send">
            <button class="primary">Send application</button>
            <p class="note">
              We read your books to answer this application, and for nothing else.
              <a href="/privacy">How we look after your data</a>
            </p>
          </div>
        </form>
        <aside aria-labelledby="why-heading">
          <h2 id="why-heading">Why your books</h2>
          <dl>
            <dt>They are fairer than a form</dt>
            <dd>A year of invoices says more about a business than the boxes we could ask you to fill in.</dd>
            <dt>Your password never reaches us</dt>
            <dd>You sign in at your accounting software or at Codat, and are told which before you go.</dd>
            <dt>You can stop</dt>
            <dd>Disconnect on your <a href="/account">account page</a> at any time, whatever we decide.</dd>
          </dl>
        </aside>
      </div>
    `,
  });
