import { html, raw } from 'hono/html';
import type { Spoken } from './pages/languages.js';
import type { Notice } from './pages/page-words.js';
import type { Problem } from '../problem.js';

/** What stands on a page, every text in it escaped. */
type Content = ReturnType<typeof html>;

/** Where a person can go on. */
export interface Way {
  readonly href: string;
  readonly text: string;
}

interface PageInit {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Where its forms may lead. Browsers hold the redirect after a form against the policy, so only none can say so. */
  readonly forms?: 'none' | 'anywhere';
}

const style = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif }
main { max-width: 34rem; margin: 0 auto; padding: 2rem 1rem }
h1 { font-size: 1.5rem; line-height: 1.25 }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: 0.5rem 1.25rem; cursor: pointer }
`;

/** A page for a person, in a language they read: without script, loading nothing, kept by nobody, telling the next page nothing. */
export async function page(
  { lang, dir }: Spoken,
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

/** The same for what did not work out, with a way to go on where there is one. */
export function problemPage(
  spoken: Spoken,
  { title, next }: Notice,
  { status, headers }: Problem,
  way?: Way,
): Promise<Response> {
  const content = html`
    <p>${next}</p>
    ${way && html`<p><a href="${way.href}">${way.text}</a></p>`}
  `;
  return page(spoken, title, content, { status, headers });
}

/** As a Content Security Policy names what it lets stand in a page. */
async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
