import type { Problem } from './problem.js';

/** Words for a person whom something did not work out for, and where they can go on. */
export interface Words {
  readonly title: string;
  readonly next: string;
}

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => escaped[character] ?? '');

/** A page for a person, without script or style of its own; the browser's serve light and dark. */
export function page({ title, next }: Words, back: string, { status, headers }: Problem): Response {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<main>
<h1>${escape(title)}</h1>
<p>${escape(next)}</p>
<p><a href="${escape(back)}">Go back</a></p>
</main>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'Referrer-Policy': 'no-referrer',
    },
  });
}
