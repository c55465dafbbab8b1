import { answer } from '../answer.js';
import { Problem } from '../problem.js';
import type { Settings } from '../settings.js';
import { tokenSeconds, type Signer } from '../signer.js';
import { askWithCookies, type Routes, type Visit } from './visit.js';

/** `POST /token`: who the host says this person acts for, as a token the page can use at `/api`. */
export function tokenRoutes(signer: Signer, settings: Settings): Routes {
  return {
    '/token': {
      async POST(visit) {
        refuseOtherSites(visit, settings.origin);
        const company = await settings.company(visit.req.raw, visit.env.context);
        if (company === null) throw new Problem(401, 'Nobody is signed in.');
        visit.set('company', company);
        const ambient = await isAmbient(visit, company, settings);
        settings.tell({ type: 'token-minted', company });
        return answer({
          companyId: company,
          accessToken: await signer.sign('api', { company, scope: 'api', ambient }),
          expiresIn: tokenSeconds,
          tokenType: 'Bearer',
          apiBase: './api',
        });
      },
    },
  };
}

/** Cookies come along from anywhere; a page elsewhere must not make use of them (https://web.dev/articles/fetch-metadata). */
function refuseOtherSites(visit: Visit, origin: string): void {
  const asker = visit.req.header('Origin') ?? origin;
  if (visit.req.header('Sec-Fetch-Site') === 'cross-site' || asker !== origin) {
    throw new Problem(403, 'Tokens are for pages of the lender’s own site.');
  }
}

/**
 * Whether cookies alone name the same company, so that they can be asked again with every later call. Someone
 * known by an `Authorization` header is not: our calls carry a token of ours there.
 */
async function isAmbient(visit: Visit, company: string, settings: Settings): Promise<boolean> {
  if (visit.req.header('Authorization') !== undefined) return false;
  // A host may well throw at a request that lacks the header it knows people by.
  return (await askWithCookies(visit, settings).catch(() => null)) === company;
}
