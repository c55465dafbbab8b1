import { html } from 'hono/html';
import { seeOther } from '../../answer.js';
import { page, problemPage } from '../page.js';
import type { PageWords } from '../pages/page-words.js';
import { spokenTo, type Spoken } from '../pages/languages.js';
import { Problem } from '../../problem.js';
import type { RateLimiter } from '../../limits/rate-limiter.js';
import type { Settings } from '../../settings.js';
import { attempt, type Signer } from '../../auth/signer.js';
import type { SignIn } from './sign-in.js';
import {
  isFormElsewhere,
  isFromOwnPage,
  isPrefetch,
  nothingYet,
  part,
  problemIn,
  type Routes,
  type Visit,
} from '../visit.js';

interface LinkParts {
  readonly rateLimiter: RateLimiter;
  readonly settings: Settings;
  readonly signer: Signer;
  readonly signIn: SignIn;
}

/**
 * `/link/{signed}`: sends a person to sign in, by a link of Codat's that no page, log or cache has seen. Reading it
 * does so for the company's own people, and for whoever comes from a page of the lender's: our elements open it in a
 * click. Anyone else was handed the address, and is shown first who asks for what; the button of that page posts.
 */
export function linkRoutes({ rateLimiter, settings, signer, signIn }: LinkParts): Routes {
  const forPeople =
    (handle: (visit: Visit, link: Link) => Promise<Response>) =>
    async (visit: Visit): Promise<Response> => {
      // A link opens once: what only looks ahead must not use it up.
      if (visit.req.method === 'HEAD' || isPrefetch(visit)) return nothingYet();
      try {
        return await handle(visit, await readLink(visit));
      } catch (thrown) {
        const problem = problemIn(visit, thrown, settings);
        const spoken = spokenTo(visit, settings.languages);
        const { signInProblems: notices, goBack } = spoken.words;
        return problemPage(spoken, notices[notes[problem.status] ?? 'unavailable'], problem, {
          href: settings.returnTo[0],
          ...goBack,
        });
      }
    };
  const readLink = async (visit: Visit): Promise<Link> => {
    const signed = part(visit, 'signed');
    const claims = await signer.verify('link', signed);
    if (!claims) throw gone();
    visit.set('company', claims.company);
    const returnTo = readReturnTo(visit, settings);
    const visitor = await settings.company(visit.req.raw, visit.env.context);
    if (visitor !== null && visitor !== claims.company) {
      throw new Problem(403, 'This link is for another company.');
    }
    return {
      ...claims,
      returnTo,
      attempt: attempt.safeParse(visit.req.query('attempt')).data,
      signature: signatureOf(signed),
      isSignedIn: visitor !== null,
    };
  };

  return {
    '/link/:signed': {
      GET: forPeople(async (visit, link) => {
        const { attempt, company, connection, platform, returnTo, signature: target, isSignedIn } = link;
        if (isSignedIn || isFromOwnPage(visit, settings)) {
          rateLimiter.take('link', { company, target });
          return signIn.send({ attempt, company, connection, for: 'own', returnTo });
        }
        rateLimiter.take('link-page', { company, target });
        if (platform === undefined) throw gone();
        return handedOnPage(platform, settings.lender, spokenTo(visit, settings.languages));
      }),
      POST: forPeople(async (visit, { company, connection, returnTo, signature: target }) => {
        if (isFormElsewhere(visit, settings)) return seeOther(addressOf(visit, settings));
        rateLimiter.take('link-open', { company, target });
        return signIn.send({ company, connection, for: 'shared', returnTo });
      }),
    },
  };
}

/** A link that is ours and in time. */
interface Link {
  readonly company: string;
  readonly connection: string;
  readonly platform?: string | undefined;
  readonly returnTo: string;
  readonly attempt: string | undefined;
  /** What tells it from others. */
  readonly signature: string;
  /** Whether the visitor is signed in here for its company. */
  readonly isSignedIn: boolean;
}

const signatureOf = (signed: string): string => signed.slice(signed.lastIndexOf('.') + 1);

const gone = (): Problem => new Problem(410, 'This link is not one of ours, or has run out.');

/** The same address once more, to be read. */
const addressOf = (visit: Visit, { origin }: Settings): string => {
  const { pathname, search } = new URL(visit.req.url);
  return origin + pathname + search;
};

/** Who asks for what, and for whose sake it would be. */
function handedOnPage(platform: string, lender: string, spoken: Spoken): Promise<Response> {
  const { title, next, continueTo } = spoken.words.invitation;
  const content = html`
    <p>${spoken.words.handedOn.why(lender, platform)}</p>
    <p>${next(lender, platform)}</p>
    <form method="post"><button>${continueTo(platform)}</button></form>
  `;
  return page(spoken, title(lender, platform), content, { forms: 'anywhere' });
}

function readReturnTo(visit: Visit, { returnTo, origin }: Settings): string {
  const asked = visit.req.query('returnTo');
  if (asked === undefined) return returnTo[0];
  const href = URL.canParse(asked, origin) ? new URL(asked, origin).href : '';
  if (!returnTo.includes(href)) throw new Problem(400, 'The page to return to is not on the lender’s list.');
  return href;
}

const notes: Readonly<Record<number, keyof PageWords['signInProblems']>> = {
  400: 'incomplete',
  403: 'anothers',
  404: 'missing',
  410: 'expired',
};
