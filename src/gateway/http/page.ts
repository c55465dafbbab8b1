import { html, raw } from 'hono/html';
import type { PageLanguage } from './pages/languages.js';
import type { Notice } from './pages/page-words.js';
import type { Problem } from '../problem.js';

/** A page's HTML, with every text escaped. */
type Content = ReturnType<typeof html>;

/** A link by which a person can continue. */
export interface PageLink {
  readonly href: string;
  readonly text: string;
}

interface PageInit {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** The allowed targets of the page's forms, none by default. Browsers apply `form-action` to the redirect too, so it can't name a target. */
  readonly forms?: 'none' | 'anywhere';
}

const style = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif }
main { max-width: 34rem; margin: 0 auto; padding: 2rem 1rem }
h1 { font-size: 1.5rem; line-height: 1.25 }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: 0.5rem 1.25rem; cursor: pointer }
`;

/** An HTML page in a person's language: no scripts, no external resources, not cached, and without a referrer for the next page. */
export async function page(
  { lang, dir }: PageLanguage,
  title: string,
  content: Content,
  { status = 200, headers = {}, forms = 'none' }: PageInit = {},
): Promise<Response> {
  const body = await html`<!doctype html>
    <html lang="${lang}" dir="${dir}">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${title}</title>
      ${raw(`<style>${style}</style>`)}
      <main>
        <h1>${title}</h1>
        ${content}
      </main>
    </html>`;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${await digestOf(style)}'`,
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
export function problemPage(
  language: PageLanguage,
  { title, next }: Notice,
  { status, headers }: Problem,
  link?: PageLink,
): Promise<Response> {
  const content = html`
    <p>${next}</p>
    ${link && html`<p><a href="${link.href}">${link.text}</a></p>`}
  `;
  return page(language, title, content, { status, headers });
}

/** A hash source of a Content Security Policy. */
async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
