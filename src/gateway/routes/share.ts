import { html } from 'hono/html';
import { seeOther } from '../answer.js';
import { page, problemPage, type Words } from '../page.js';
import type { Settings } from '../settings.js';
import type { Share, Shares } from '../shares.js';
import type { SignIn } from './sign-in.js';
import { inBackground, isPrefetch, nothingYet, part, problemIn, type Routes, type Visit } from './visit.js';

/**
 * `/share/{secret}`, for the person who has the log-in. Reading it changes nothing and asks Codat nothing, since
 * mail scanners read it as well; the button goes to sign in. Who is signed in here makes no difference.
 */
export function shareRoutes(shares: Shares, signIn: SignIn, settings: Settings): Routes {
  const forPeople =
    (handle: (visit: Visit, secret: string) => Promise<Response>) =>
    async (visit: Visit): Promise<Response> => {
      if (isPrefetch(visit)) return nothingYet();
      const secret = part(visit, 'secret');
      try {
        return await handle(visit, secret);
      } catch (thrown) {
        const problem = problemIn(visit, thrown, settings);
        const again = { href: pageOf(secret, settings), text: 'Try again' };
        const over = words[problem.status];
        return over ? problemPage(over, problem) : problemPage(unavailable, problem, again);
      }
    };

  return {
    '/share/:secret': {
      GET: forPeople(async (_visit, secret) => invitation(await shares.find(secret), settings)),
      POST: forPeople(async (visit, secret) => {
        if (isFromElsewhere(visit, settings)) return seeOther(pageOf(secret, settings));
        return shares.follow(secret, inBackground(visit), (company, connection) =>
          signIn.send({ company, connection, for: 'shared', returnTo: settings.returnTo[0] }),
        );
      }),
    },
  };
}

const pageOf = (secret: string, { baseUrl }: Settings): string =>
  `${baseUrl}/share/${encodeURIComponent(secret)}`;

/**
 * Whether a form elsewhere would get people past the page that explains. Our own form comes from a page that
 * names no referrer, so its `Origin` is `null`.
 */
function isFromElsewhere({ req }: Visit, { origin }: Settings): boolean {
  const site = req.header('Sec-Fetch-Site');
  return site === undefined
    ? ![undefined, 'null', origin].includes(req.header('Origin'))
    : site !== 'same-origin';
}

/** Who asks for what, until when, and what happens next. */
function invitation({ platformName, expires }: Share, { lender }: Settings): Promise<Response> {
  const until = new Date(expires);
  const content = html`
    <p>
      Someone who does business with ${lender} sent you this link, because you have the log-in for
      ${platformName}. If you don’t know who that may be, ask before you go on.
    </p>
    <p>
      Next, the sign-in for ${platformName} opens. Your password is typed there: neither ${lender} nor whoever
      sent you this link gets to see it. There you also decide whether ${lender} may read the data.
    </p>
    <p>This link works until <time datetime="${until.toISOString()}">${inWords.format(until)} UTC</time>.</p>
    <form method="post"><button>Continue to ${platformName}</button></form>
  `;
  return page(`${lender} asks to connect ${platformName}`, content, { forms: 'anywhere' });
}

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

const unavailable: Words = {
  title: 'Sign-in can’t be reached just now',
  next: 'Nothing is lost. Wait a minute and try again.',
};

const words: Record<number, Words> = {
  404: {
    title: 'This link does not work',
    next: 'It may have run out or been withdrawn. Ask whoever sent it to you for a new one.',
  },
  410: {
    title: 'This link has done its work',
    next: 'What it was for has been connected, and nothing is left to do here. To connect it once more, ask whoever sent you the link for a new one.',
  },
};
