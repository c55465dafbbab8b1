import { html, raw } from 'hono/html';
import type { Customer } from '../server/customers.js';
import { mark } from './mark.js';

/** A piece of a page in which everything from outside is escaped. */
export type Markup = ReturnType<typeof html>;

/** What may draw a page and bring the elements to it, where that is not the script tag. */
export type Framework = 'react' | 'vue';

/** What every page says of itself. */
export interface Page {
  readonly title: string;
  readonly main: Markup;
  readonly customer: Customer | null;
  /** The address of the entry in the navigation that is this page. */
  readonly at?: string;
  /** The lines of Connect Elements on this page, shown again at its foot for whoever wonders how it is done. */
  readonly elements?: string;
  readonly made?: Framework;
  /** A script and a style sheet of the page's own. */
  readonly script?: string;
  readonly styles?: string;
}

const link = (href: string, words: string, at: string | undefined): Markup =>
  html`<li><a href="${href}" ${href === at ? raw('aria-current="page"') : ''}>${words}</a></li>`;

const navigation = (customer: Customer | null, at: string | undefined): Markup =>
  customer
    ? html`${link('/apply', 'Application', at)} ${link('/account', 'Account', at)}
        <li>
          <form method="post" action="/sign-out"><button class="link">Sign out</button></form>
        </li>`
    : html`${link('/#how', 'How it works', at)} ${link('/help', 'Help', at)}
      ${link('/sign-in', 'Sign in', at)}`;

const lines = (code: string): Markup => html`
  <details class="lines">
    <summary>How this page connects your books</summary>
    <pre tabindex="0" role="region" aria-label="Code of this page"><code>${code}</code></pre>
    <p>And on our server, one line: <code>app.all('/codat/*', (c) => gateway.fetch(c.req.raw));</code></p>
  </details>
`;

const script = '<script type="module" src="/vendor/connect-elements/connect-elements.js"></script>';

/** The whole document around a page's own part. */
export const page = ({
  title,
  main,
  customer,
  at,
  elements,
  made,
  script: own,
  styles = 'forms.css',
}: Page): Markup =>
  html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          name="description"
          content="Loans of £5,000 to £250,000 for businesses that keep their books."
        />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="stylesheet" href="/assets/frame.css" />
        <link rel="stylesheet" href="/assets/${styles}" />

        <!-- Connect Elements: one script, from our own host. It defines the elements used below. -->
        ${raw(made ? `<script type="module" src="/built/${made}.js"></script>` : script)}
        ${own ? html`<script type="module" src="/assets/${own}"></script>` : ''}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the page</a>
        <header class="top">
          <a class="wordmark" href="/"
            >${mark}<span>Larkspur <span>Lending</span></span></a
          >
          <nav aria-label="Main">
            <ul>
              ${navigation(customer, at)}
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">${main}</main>
        <footer class="foot">
          ${elements ? lines(made ? elements : `${script}\n${elements}`) : ''}
          <div class="columns">
            <p>
              <strong>Larkspur Lending is a demonstration</strong> of Connect Elements. It lends no money, and
              what you enter stays on the computer that runs it. Larkspur Lending Ltd is fictional; so are its
              registered office, 1 Example Street, Larkspur LK1 1AA, and its company number, 00000000.
            </p>
            <ul>
              <li><a href="/">Borrowing</a></li>
              <li><a href="/help">Help and your data</a></li>
              <li><a href="/account">Account</a></li>
              <li><a href="/privacy">Privacy</a></li>
              <li><a href="/complaints">Complaints</a></li>
            </ul>
            <!-- Connect Elements: says whose service carries the data. -->
            <powered-by-codat href="https://www.codat.io/"
              ><a href="https://www.codat.io/">Powered by Codat</a></powered-by-codat
            >
          </div>
        </footer>
      </body>
    </html>`;
