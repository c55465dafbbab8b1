import { answer } from '../../answer.js';
import { Problem } from '../../problem.js';
import type { RateLimiter } from '../../limits/rate-limiter.js';
import type { Settings } from '../../settings.js';
import { tokenSeconds, type Signer } from '../../auth/signer.js';
import { askWithCookies, refuseOtherSites, type Routes, type Visit } from '../visit.js';

/** `POST /token`: who the host says this person acts for, as a token the page can use at `/api`. */
export function tokenRoutes(rateLimiter: RateLimiter, signer: Signer, settings: Settings): Routes {
  return {
    '/token': {
      async POST(visit) {
        refuseOtherSites(visit, settings);
        const company = await settings.company(visit.req.raw, visit.env.context);
        if (company === null) throw new Problem(401, 'Nobody is signed in.');
        visit.set('company', company);
        rateLimiter.take('token', { company });
        const ambient = await isAmbient(visit, company, settings);
        settings.tell({ type: 'token-minted', company });
        return answer({
          companyId: company,
          accessToken: await signer.sign('api', { company, scope: 'api', ambient }),
          expiresIn: tokenSeconds,
          tokenType: 'Bearer',
          apiBase: './api',
          ...(settings.webhookSecrets.length > 0 && { events: './events' }),
        });
      },
    },
  };
}

/**
 * Whether cookies alone name the same company, so that they can be asked again with every later call. Someone
 * known by an `Authorization` header is not: our calls carry a token of ours there. Calls of a page of another
 * origin carry no cookies. Unknown when the host failed: it may throw at a request that lacks the header it knows
 * people by, or its sign-in may be away, and then the token must not outlive a sign-out once that is back.
 */
async function isAmbient(visit: Visit, company: string, settings: Settings): Promise<boolean | 'unknown'> {
  const { origin } = settings;
  const isElsewhere = (visit.req.header('Origin') ?? origin) !== origin;
  if (isElsewhere || visit.req.header('Authorization') !== undefined) return false;
  return askWithCookies(visit, settings).then(
    (named) => named === company,
    () => 'unknown',
  );
}
