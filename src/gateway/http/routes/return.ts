import { answer, seeOther } from '../../answer.js';
import type { Connections } from '../../connections/connections.js';
import type { News } from '../../changes/news.js';
import { Problem } from '../../problem.js';
import type { RateLimiter } from '../../limits/rate-limiter.js';
import type { Connection } from '../../codat/schemas.js';
import type { Settings } from '../../settings.js';
import { returned, type Signer } from '../../auth/signer.js';
import { bearer, isAnothers, refuseOtherSites, type Routes, type Visit } from '../visit.js';

interface ReturnParts {
  readonly connections: Connections;
  readonly news: News;
  readonly rateLimiter: RateLimiter;
  readonly settings: Settings;
  readonly signer: Signer;
}

/**
 * `GET /return`, where Codat sends people back to, and `GET /return/status`, where the page they end on learns
 * how it went, with a ticket from its fragment instead of a sign-in.
 */
export function returnRoutes({ connections, news, rateLimiter, settings, signer }: ReturnParts): Routes {
  return {
    '/return': {
      async GET(visit) {
        const { state = '', statusCode, connectionId } = visit.req.query();
        const claims = await signer.verify('state', state);
        const isOurs =
          claims &&
          (!connectionId || connectionId === claims.connection) &&
          !(await isForAnother(visit, claims, settings));
        if (!isOurs) return seeOther(`${settings.returnTo[0]}#codat=unknown`);
        const { attempt, company, connection, for: wanted, returnTo } = claims;
        // Each time the company's pages read again, which costs it calls. Those who aren't told find out when they look.
        if (rateLimiter.allows('return', { company, target: connection, by: payers[wanted] }))
          await news.tell(company, { at: 'connections', connection }).catch(() => undefined);
        const hint = returned.safeParse(statusCode).data ?? 'unknown';
        visit.set('company', company);
        settings.tell({ type: 'returned', company, connection, said: hint });
        const ticket = await signer.sign('ticket', {
          attempt,
          company,
          connection,
          for: wanted,
          returned: hint,
        });
        const page = settings.returnTo.includes(returnTo) ? returnTo : settings.returnTo[0];
        return seeOther(`${page}#codat=${ticket}`);
      },
    },
    '/return/status': {
      async GET(visit) {
        refuseOtherSites(visit, settings);
        const claims = await signer.verify('ticket', bearer(visit));
        if (!claims || (await isForAnother(visit, claims, settings)))
          throw new Problem(401, 'This ticket is not valid here, or no longer.');
        const { company, connection } = claims;
        visit.set('company', company);
        const by = payers[claims.for];
        rateLimiter.take('return-status', { company, target: connection, by });
        const read = await connections.read(company, connection, true, by);
        return answer({
          companyId: company,
          connectionId: connection,
          platformKey: read.integrationKey ?? null,
          platformName: read.platformName,
          sourceType: read.sourceType ?? null,
          status: read.status,
          for: claims.for,
          attempt: claims.attempt,
          returned: claims.returned === 'unknown' ? null : Number(claims.returned),
          error: activeError(read),
        });
      },
    },
  };
}

/** Who reads what became of a sign-in. */
const payers = { own: 'company', shared: 'recipients' } as const;

/** Whoever signed in for someone who shared a link may well be signed in here for a company of their own. */
const isForAnother = async (
  visit: Visit,
  claims: { readonly company: string; readonly for: 'own' | 'shared' },
  settings: Settings,
): Promise<boolean> => claims.for === 'own' && isAnothers(visit, claims.company, settings);

/** The newest error that still stands. Codat's `statusCode` is text. */
function activeError({ dataConnectionErrors = [] }: Connection): { statusCode: string | null } | null {
  const [newest] = dataConnectionErrors
    .filter(({ status }) => status !== 'Resolved')
    .sort((one, other) => (other.erroredOnUtc ?? '').localeCompare(one.erroredOnUtc ?? ''));
  return newest ? { statusCode: newest.statusCode ?? null } : null;
}
