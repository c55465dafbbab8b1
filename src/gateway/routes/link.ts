import { seeOther } from '../answer.js';
import type { Connections } from '../connections.js';
import { page, type Words } from '../page.js';
import { Problem, problemOf } from '../problem.js';
import type { Settings } from '../settings.js';
import type { Signer } from '../signer.js';
import { part, type Routes, type Visit } from './visit.js';

/** `GET /link/{signed}`: sends a person to sign in, by a link of Codat's that no page, log or cache has seen. */
export function linkRoutes(connections: Connections, signer: Signer, settings: Settings): Routes {
  const send = async (visit: Visit): Promise<Response> => {
    const claims = await signer.verify('link', part(visit, 'signed'));
    if (!claims) throw new Problem(410, 'This link is not one of ours, or has run out.');
    const returnTo = readReturnTo(visit, settings);
    const visitor = await settings.company(visit.req.raw, visit.env.context);
    if (visitor !== null && visitor !== claims.company) {
      throw new Problem(403, 'This link is for another company.');
    }
    const link = readLink(await connections.oneTimeLink(claims.company, claims.connection), settings);
    link.searchParams.set('state', await signer.sign('state', { ...claims, returnTo }));
    return seeOther(link.href);
  };

  return {
    '/link/:signed': {
      async GET(visit) {
        if (isLookingAhead(visit))
          return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
        try {
          return await send(visit);
        } catch (thrown) {
          const problem = problemOf(thrown);
          return page(words[problem.status] ?? unavailable, settings.returnTo[0], problem);
        }
      },
    },
  };
}

/** A link opens once: what only looks ahead must not use it up. */
function isLookingAhead({ req }: Visit): boolean {
  const purpose = req.header('Sec-Purpose') ?? req.header('Purpose') ?? req.header('X-Moz') ?? '';
  return req.method === 'HEAD' || purpose.includes('prefetch');
}

function readReturnTo(visit: Visit, { returnTo, origin }: Settings): string {
  const asked = visit.req.query('returnTo');
  if (asked === undefined) return returnTo[0];
  const href = URL.canParse(asked, origin) ? new URL(asked, origin).href : '';
  if (!returnTo.includes(href)) throw new Problem(400, 'The page to return to is not on the lender’s list.');
  return href;
}

/** Only Codat's own pages may be opened in its name. */
function readLink(linkUrl: string, { codatUrl }: Settings): URL {
  const url = URL.canParse(linkUrl) ? new URL(linkUrl) : undefined;
  const isCodats = url?.protocol === 'https:' && url.host.endsWith('.codat.io');
  const isOurCodats = url?.origin === codatUrl.origin;
  if (!url || url.username || url.password || !(isCodats || isOurCodats)) {
    throw new Problem(502, 'Codat’s link could not be used.');
  }
  return url;
}

const unavailable: Words = {
  title: 'Sign-in can’t be reached just now',
  next: 'Nothing is lost. Wait a minute, go back and try again.',
};

const words: Record<number, Words> = {
  400: {
    title: 'This link is not complete',
    next: 'Go back and choose what you want to connect again.',
  },
  403: {
    title: 'You can’t use this link',
    next: 'It may belong to another business than the one you are signed in for. Go back and start from your own page.',
  },
  404: {
    title: 'This connection no longer exists',
    next: 'It may have been deleted since. Go back to connect again.',
  },
  410: {
    title: 'This link no longer works',
    next: 'Links to sign in work for ten minutes. Go back and choose what you want to connect again.',
  },
};
