import { html, raw } from 'hono/html';
import { page, type Markup } from './page.js';

/** Why a person is looking at the sign-in page. */
export type Reason =
  | { readonly is: 'chosen' | 'application' | 'account' }
  | { readonly is: 'signed-out'; readonly number: string }
  | { readonly is: 'unknown'; readonly number: string };

const openings: Record<Reason['is'], readonly [heading: string, words: string]> = {
  chosen: ['Sign in', 'Come back to your application or your account.'],
  application: ['Your application is yours alone', 'Sign in to carry on with it, or start a new one.'],
  account: ['Your account is yours alone', 'Sign in to see it, or start with an application.'],
  'signed-out': ['You are signed out', 'Keep your customer number: it is how you sign in again.'],
  unknown: ['No customer has that number', 'Check the letters and digits, and try again.'],
};

/** The way in: for someone we know, and for someone new. */
export const signIn = (reason: Reason): Markup => {
  const [heading, words] = openings[reason.is];
  const number = 'number' in reason ? reason.number : '';
  return page({
    title: `${heading} · Larkspur Lending`,
    customer: null,
    at: '/sign-in',
    main: html`
      <div class="intro">
        <h1>${heading}</h1>
        <p class="lead">${words}</p>
      </div>
      <div class="ways">
        <form method="post" action="/sign-in" aria-labelledby="known-heading">
          <h2 id="known-heading">You’ve been here before</h2>
          <div class="field">
            <label for="number">Customer number</label>
            <p class="note" id="number-hint">It begins with LL and is on your account page.</p>
            <input
              id="number"
              name="number"
              type="text"
              value="${number}"
              autocomplete="username"
              autocapitalize="characters"
              spellcheck="false"
              required
              aria-describedby="number-hint"
              ${raw(reason.is === 'unknown' ? 'aria-invalid="true" autofocus' : 'aria-invalid="false"')}
            />
          </div>
          <button class="primary">Sign in</button>
          <p class="note">This is a demonstration. A lender would ask for more than a number.</p>
        </form>
        <form method="post" action="/begin" aria-labelledby="new-heading">
          <h2 id="new-heading">You’re new here</h2>
          <p>Start an application and you have a customer number. There is nothing to set up first.</p>
          <button class="quiet">Start an application</button>
        </form>
      </div>
    `,
  });
};
