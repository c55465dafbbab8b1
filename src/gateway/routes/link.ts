import { problemPage } from '../page.js';
import type { PageWords } from '../pages/page-words.js';
import { spokenTo } from '../pages/languages.js';
import { Problem } from '../problem.js';
import type { Settings } from '../settings.js';
import { attempt, type Signer } from '../signer.js';
import type { SignIn } from './sign-in.js';
import { isPrefetch, nothingYet, part, problemIn, type Routes, type Visit } from './visit.js';

/** `GET /link/{signed}`: sends a person to sign in, by a link of Codat's that no page, log or cache has seen. */
export function linkRoutes(signIn: SignIn, signer: Signer, settings: Settings): Routes {
  const send = async (visit: Visit): Promise<Response> => {
    const claims = await signer.verify('link', part(visit, 'signed'));
    if (!claims) throw new Problem(410, 'This link is not one of ours, or has run out.');
    visit.set('company', claims.company);
    const returnTo = readReturnTo(visit, settings);
    const visitor = await settings.company(visit.req.raw, visit.env.context);
    if (visitor !== null && visitor !== claims.company) {
      throw new Problem(403, 'This link is for another company.');
    }
    return signIn.send({
      ...claims,
      for: 'own',
      returnTo,
      attempt: attempt.safeParse(visit.req.query('attempt')).data,
    });
  };

  return {
    '/link/:signed': {
      async GET(visit) {
        // A link opens once: what only looks ahead must not use it up.
        if (visit.req.method === 'HEAD' || isPrefetch(visit)) return nothingYet();
        try {
          return await send(visit);
        } catch (thrown) {
          const problem = problemIn(visit, thrown, settings);
          const spoken = spokenTo(visit, settings.languages);
          const { signInProblems: notices, goBack } = spoken.words;
          return problemPage(spoken, notices[notes[problem.status] ?? 'unavailable'], problem, {
            href: settings.returnTo[0],
            ...goBack,
          });
        }
      },
    },
  };
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
