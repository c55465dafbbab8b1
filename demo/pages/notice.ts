import { html } from 'hono/html';
import type { Customer } from '../server/customers.js';
import { page, type Markup } from './page.js';

/** One thing to say and one thing to do: a page that isn't there, or something that can't be done just now. */
export const notice = (
  customer: Customer | null,
  heading: string,
  words: Markup | string,
  action: Markup,
): Markup =>
  page({
    title: `${heading} · Larkspur Lending`,
    customer,
    main: html`
      <div class="notice">
        <h1>${heading}</h1>
        <p class="lead">${words}</p>
        ${action}
      </div>
    `,
  });

/** Nothing lives at this address. */
export const notFound = (customer: Customer | null): Markup =>
  notice(
    customer,
    'There is no page here',
    'The address may be mistyped, or the page may have moved.',
    html`<p><a class="button" href="/">Go to the front page</a></p>`,
  );

/** Codat did not answer while an application was being opened. */
export const notNow = (customer: Customer): Markup =>
  notice(
    customer,
    'We can’t open your application right now',
    html`The service that connects your books is not answering. What you chose is kept under your customer
      number, <span class="number">${customer.number}</span>.`,
    html`<form method="post" action="/begin"><button class="primary">Try again</button></form>`,
  );

/** Something went wrong on our side. */
export const broken = (): Markup =>
  notice(
    null,
    'That didn’t work',
    'Something went wrong at our end and has been written down. Nothing you sent before was lost.',
    html`<p><a class="button" href="/">Go to the front page</a></p>`,
  );

/** A form that was not sent from one of our own pages. */
export const notFromHere = (): Markup =>
  notice(
    null,
    'We did not act on that',
    'It came from a page that is not ours. If you meant to do this, do it from our own page.',
    html`<p><a class="button" href="/account">Go to your account</a></p>`,
  );

/** A form with far more in it than any of ours can hold. */
export const tooLong = (customer: Customer | null): Markup =>
  notice(
    customer,
    'That was too long to send',
    'Go back, shorten what you entered, and send it again.',
    html`<p><a class="button" href="/apply">Go to your application</a></p>`,
  );
