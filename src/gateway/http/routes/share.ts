import { html } from 'hono/html';
import { seeOther } from '../../answer.js';
import { page, problemPage } from '../page.js';
import { spokenTo, type Spoken } from '../pages/languages.js';
import type { Settings } from '../../settings.js';
import type { Share, Shares } from '../../share-links/shares.js';
import type { SignIn } from './sign-in.js';
import {
  inBackground,
  isFormElsewhere,
  isPrefetch,
  nothingYet,
  part,
  problemIn,
  type Routes,
  type Visit,
} from '../visit.js';

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
        const spoken = spokenTo(visit, settings.languages);
        const { invitation, invitationProblems: notices } = spoken.words;
        const over = ends[problem.status];
        return over
          ? problemPage(spoken, notices[over], problem)
          : problemPage(spoken, notices.unavailable, problem, {
              href: pageOf(secret, settings),
              text: invitation.tryAgain,
            });
      }
    };

  return {
    '/share/:secret': {
      GET: forPeople(async (visit, secret) =>
        invitation(
          await shares.find(secret, 'share-page'),
          settings.lender,
          spokenTo(visit, settings.languages),
        ),
      ),
      POST: forPeople(async (visit, secret) => {
        if (isFormElsewhere(visit, settings)) return seeOther(pageOf(secret, settings));
        return shares.follow(secret, inBackground(visit), (company, connection) =>
          signIn.send({ company, connection, for: 'shared', returnTo: settings.returnTo[0] }),
        );
      }),
    },
  };
}

const pageOf = (secret: string, { baseUrl }: Settings): string =>
  `${baseUrl}/share/${encodeURIComponent(secret)}`;

/** Who asks for what, until when, and what happens next. */
function invitation({ platformName, expires }: Share, lender: string, spoken: Spoken): Promise<Response> {
  const { title, why, next, until, continueTo } = spoken.words.invitation;
  const end = new Date(expires);
  const [before, after] = until;
  const content = html`
    <p>${why(lender, platformName)}</p>
    <p>${next(lender, platformName)}</p>
    <p>${before}<time datetime="${end.toISOString()}">${inWords(end, spoken.lang)}</time>${after}</p>
    <form method="post"><button>${continueTo(platformName)}</button></form>
  `;
  return page(spoken, title(lender, platformName), content, { forms: 'anywhere' });
}

/** Where whoever was sent it is, nobody knows: it is said in UTC. */
const inWords = (date: Date, lang: string): string =>
  `${new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(date)} UTC`;

/** Where a link leads no further, whatever is done; with anything else one can try again. */
const ends: Readonly<Record<number, 'missing' | 'used'>> = { 404: 'missing', 410: 'used' };
