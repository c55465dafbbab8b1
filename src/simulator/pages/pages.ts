import type { ConnectionWithRelations } from '../database.js';
import { markup, type Markup } from './markup.js';
import { idsOfPlatform } from '../platforms/platforms.js';
import type { SignInStatusCode } from '../sign-in-redirect.js';
import type { SignIn } from '../state.js';

/**
 * The headers of a careful sign-in page, but for `form-action`: Chrome would apply it to the redirect after the form,
 * too, which leads to the lender's site.
 */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The page in place of a platform's own sign-in. */
export function respondWithSignInPage(
  { platform }: ConnectionWithRelations,
  signIn: SignIn,
  organisation: string,
): Response {
  const heading = `Sign in to ${platform.name}`;
  return page(
    heading,
    200,
    markup`
      <p class="pretend">This is a pretend page of the Codat simulator. ${platform.name} is not involved, and there is
        nothing to sign in with.</p>
      <img src="/public/officialLogos/Square/${idsOfPlatform(platform).logoGuid}.svg" alt="" width="64" height="64" />
      <h1>${heading}</h1>
      <p><strong>Codat</strong>, on behalf of your lender, asks to read the data of one organisation.</p>
      <form method="post" action="start">
        <input type="hidden" name="signIn" value="${signIn.id}" />
        <label for="organisation">Organisation</label>
        <input id="organisation" name="organisation" value="${organisation}" maxlength="100" autocomplete="off" />
        <div class="actions">
          <button class="primary" name="outcome" value="allow">Allow</button>
          <button name="outcome" value="cancel">Cancel</button>
        </div>
        <p class="aside">Other ways this can end</p>
        <div class="actions">
          <button name="outcome" value="error">Report an error</button>
          <button name="outcome" value="unsupported">Not supported</button>
        </div>
      </form>`,
  );
}

const endings: Readonly<Record<SignInStatusCode, string>> = {
  200: 'You are connected',
  201: 'Nothing has changed',
  403: 'You did not connect',
  500: 'Something went wrong',
  501: 'This platform is not supported',
};

/** The last page when the lender has set no redirect, like Codat's own. */
export function respondWithEndPage(status: SignInStatusCode): Response {
  return page(
    endings[status],
    200,
    markup`<h1>${endings[status]}</h1><p>You can close this window.</p><p class="aside">Codat simulator</p>`,
  );
}

/** The page for a link that was opened before, or is more than a day old. */
export function respondWithUnusableLinkPage(): Response {
  return page(
    'This link has been used',
    401,
    markup`<h1>This link has been used</h1>
      <p>It works once, and for one day. Go back to where you came from and start again.</p>
      <p class="aside">Codat simulator</p>`,
  );
}

/** The page for a connection that does not exist, or a form that the sign-in page can't have submitted. */
export function respondWithErrorPage(status: number): Response {
  return page(
    'This page can’t be shown',
    status,
    markup`<h1>This page can’t be shown</h1><p>The connection may have been deleted. Go back to where you came from.</p>
      <p class="aside">Codat simulator</p>`,
  );
}

function page(title: string, status: number, content: Markup): Response {
  const { text } = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="../../../../public/sign-in.css" />
      </head>
      <body><main>${content}</main></body>
    </html>`;
  return new Response(text.trim(), { status, headers });
}

/** The stylesheet of these pages. */
export const stylesheet = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem 1rem;
  background: light-dark(#f2f4f7, #14171c); color: light-dark(#1c1f26, #eceef2); }
main { width: 100%; max-width: 26rem; padding: 2rem; border-radius: 12px;
  background: light-dark(#fff, #1e222a); border: 1px solid light-dark(#dde1e8, #363c48); }
h1 { font-size: 1.375rem; line-height: 1.25; margin: 1rem 0 0.5rem; text-wrap: balance; }
p { margin: 0.5rem 0; }
img { display: block; border-radius: 12px; }
.pretend { margin: 0 0 1.5rem; padding: 0.75rem 1rem; border-radius: 8px; font-size: 0.875rem;
  background: light-dark(#fff4d6, #3a3112); color: light-dark(#5a4200, #ffe7a3); }
label { display: block; margin: 1.25rem 0 0.25rem; font-weight: 600; }
input { width: 100%; min-height: 44px; padding: 0.5rem 0.75rem; font: inherit; color: inherit; border-radius: 8px;
  background: light-dark(#fff, #14171c); border: 1px solid light-dark(#767d8a, #7d8594); }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1rem 0 0; }
button { flex: 1 1 9.5rem; min-height: 44px; padding: 0.5rem; font: inherit; font-weight: 600; border-radius: 8px;
  color: inherit; background: transparent; border: 1px solid light-dark(#767d8a, #7d8594); cursor: pointer; }
.primary { color: #fff; background: #1f4bd8; border-color: #1f4bd8; }
.aside { margin-top: 1.75rem; font-size: 0.875rem; color: light-dark(#545b68, #a9b0bd); }
:focus-visible { outline: 2px solid light-dark(#1f4bd8, #8fabff); outline-offset: 2px; }
@media (forced-colors: active) { .pretend { border: 1px solid; } }
`;
