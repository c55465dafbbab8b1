import { html, raw } from 'hono/html';
import type { PageLocalization } from './pages/page-localizations.js';
import type { LenderBranding } from './pages/lender-branding.js';
import type { ProblemNotice } from './pages/page-words.js';
import type { HttpError } from '../http-error.js';

/** A page's HTML, with every text escaped. */
type Content = ReturnType<typeof html>;

/** A link by which a person can continue. */
interface PageLink {
  readonly href: string;
  readonly text: string;
}

interface PageInit {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** The allowed targets of the page's forms, none by default. Browsers apply `form-action` to the redirect too, so it can't name a target. */
  readonly forms?: 'none' | 'anywhere';
}

const styleOf = ({ accent, onAccent }: LenderBranding): string => `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif }
body { margin: 0 }
header, main, footer { box-sizing: border-box; max-width: 36rem; margin: 0 auto; padding: 0 1.25rem; overflow-wrap: anywhere }
header { display: flex; align-items: center; gap: 0.75rem; padding-block: 1.5rem; font-weight: 600 }
header img { max-width: 10rem; height: 2.5rem; object-fit: contain }
main { padding-block: 1rem 2rem }
h1 { margin: 0 0 1rem; font-size: 1.625rem; line-height: 1.2; text-wrap: balance }
h2 { margin: 1.5rem 0 0.5rem; font-size: 1.0625rem }
p { margin: 0 0 1rem; text-wrap: pretty }
ul { margin: 0 0 1.5rem; padding-inline-start: 1.25rem }
button { min-height: 3rem; margin: 0.5rem 0; padding: 0.5rem 1.5rem; border: 1px solid transparent; border-radius: 0.5rem;
  background: ${accent}; color: ${onAccent}; font: inherit; font-weight: 600; cursor: pointer }
a { color: inherit }
:focus-visible { outline: 2px solid; outline-offset: 2px }
footer { padding-block: 1rem 2rem }
footer p { margin: 0; padding-top: 1rem; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent) }
@media (max-width: 30rem) { button { width: 100% } }
@media (prefers-color-scheme: dark) { header img { padding: 0.25rem; border-radius: 0.375rem; background: #fff } }
`;

/** Writes each time in the reader's own time zone and format; without scripts it stays in UTC. */
const localTimes = `
const { lang } = document.documentElement;
const own = navigator.languages.find((each) => each.split('-')[0] === lang.split('-')[0]) ?? lang;
const options = { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' };
for (const time of document.querySelectorAll('time'))
  time.textContent = new Intl.DateTimeFormat(own, options).format(new Date(time.dateTime));
`;

/**
 * An HTML page of the lender's in a person's language: not cached, and without a referrer for the next page. Its
 * Content-Security-Policy allows only its style, the script that formats times, and the lender's logo.
 */
export async function pageResponse(
  { lang, dir, words }: PageLocalization,
  branding: LenderBranding,
  title: string,
  content: Content,
  { status = 200, headers = {}, forms = 'none' }: PageInit = {},
): Promise<Response> {
  const style = styleOf(branding);
  const { lender, mark, helpUrl } = branding;
  const body = await html`<!doctype html>
    <html lang="${lang}" dir="${dir}">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${title}</title>
      ${raw(`<style>${style}</style>`)}
      <header>${mark && html`<img src="${mark}" alt="" />`}<span dir="auto">${lender}</span></header>
      <main>
        <h1>${title}</h1>
        ${content}
      </main>
      ${
        helpUrl &&
        html`<footer>
          <p><a href="${helpUrl}">${words.help.from(lender)}</a></p>
        </footer>`
      }
      ${raw(`<script>${localTimes}</script>`)}
    </html>`;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${await sha256Base64(style)}'`,
    `script-src 'sha256-${await sha256Base64(localTimes)}'`,
    ...(mark ? [`img-src ${new URL(mark).origin}`] : []),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(forms === 'none' ? ["form-action 'none'"] : []),
  ];
  return new Response(body.toString(), {
    status,
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': lang,
      Vary: 'Accept-Language',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    },
  });
}

/** An HTML page for a failure, with a link to continue if there is one. */
export function errorPageResponse(
  localization: PageLocalization,
  branding: LenderBranding,
  { title, next }: ProblemNotice,
  { status, headers }: HttpError,
  link?: PageLink,
): Promise<Response> {
  const content = html`
    <p>${next}</p>
    ${link && html`<p><a href="${link.href}">${link.text}</a></p>`}
  `;
  return pageResponse(localization, branding, title, content, { status, headers });
}

/** The SHA-256 in base64, as a hash source of a Content Security Policy has it. */
async function sha256Base64(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
