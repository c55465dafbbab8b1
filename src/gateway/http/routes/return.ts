import type * as z from 'zod/mini';
import { jsonResponse, seeOther } from '../../responses.js';
import type { Connections } from '../../connections/connections.js';
import type { ChangeFeed } from '../../changes/change-feed.js';
import { HttpError } from '../../http-error.js';
import type { RateLimiter } from '../../limits/rate-limiter.js';
import type { Connection } from '../../codat/schemas.js';
import type { ParsedSettings } from '../../settings.js';
import { signInRedirectStatusCodeSchema, type Signer } from '../../auth/signer.js';
import type { returnedConnection } from '../../operations/schemas.js';
import { codatQuotaUserBySignInKind } from '../sign-in-redirector.js';
import {
  bearerTokenOrEmpty,
  isOtherCompanySignedIn,
  assertAllowedOrigin,
  type HandlersByPathAndMethod,
  type RequestContext,
} from '../request-context.js';

interface ReturnDeps {
  readonly connections: Connections;
  readonly changeFeed: ChangeFeed;
  readonly rateLimiter: RateLimiter;
  readonly settings: ParsedSettings;
  readonly signer: Signer;
}

/**
 * `GET /return`, to which Codat redirects people after sign-in, and `GET /return/status`, from which the page they
 * return to reads the result; it sends the ticket from its fragment and needs no signed-in person.
 */
export function createReturnHandlers({
  connections,
  changeFeed,
  rateLimiter,
  settings,
  signer,
}: ReturnDeps): HandlersByPathAndMethod {
  return {
    '/return': {
      async GET(c) {
        const { state = '', statusCode, connectionId } = c.req.query();
        const claims = await signer.verify('state', state);
        const isOurs =
          claims &&
          (!connectionId || connectionId === claims.connection) &&
          !(await isForOtherCompany(c, claims, settings));
        if (!isOurs) return seeOther(`${settings.returnTo[0]}#codat=unknown`);
        const { attempt, company, connection, for: signInFor, returnTo } = claims;
        const quotaUser = codatQuotaUserBySignInKind[signInFor];
        // Each notice makes the company's pages refetch, which uses up its calls to Codat. Pages that get none find out when they poll.
        if (rateLimiter.tryTake('return', { company, target: connection, quotaUser }))
          await changeFeed.publish(company, { at: 'connections', connection }).catch(() => undefined);
        const hint = signInRedirectStatusCodeSchema.safeParse(statusCode).data ?? 'unknown';
        c.set('company', company);
        settings.emit({ type: 'returned', company, connection, said: hint });
        const ticket = await signer.sign('ticket', {
          attempt,
          company,
          connection,
          for: signInFor,
          returned: hint,
        });
        const page = settings.returnTo.includes(returnTo) ? returnTo : settings.returnTo[0];
        return seeOther(`${page}#codat=${ticket}`);
      },
    },
    '/return/status': {
      async GET(c) {
        assertAllowedOrigin(c, settings);
        const claims = await signer.verify('ticket', bearerTokenOrEmpty(c));
        if (!claims || (await isForOtherCompany(c, claims, settings)))
          throw new HttpError(401, 'This ticket is not valid here, or no longer.');
        const { company, connection } = claims;
        c.set('company', company);
        const quotaUser = codatQuotaUserBySignInKind[claims.for];
        rateLimiter.take('return-status', { company, target: connection, quotaUser });
        const current = await connections.read(company, connection, true, quotaUser);
        return jsonResponse({
          companyId: company,
          connectionId: connection,
          platformKey: current.integrationKey ?? null,
          platformName: current.platformName,
          sourceType: current.sourceType ?? null,
          status: current.status,
          for: claims.for,
          attempt: claims.attempt,
          returned: claims.returned === 'unknown' ? null : Number(claims.returned),
          error: activeError(current),
        } satisfies z.input<typeof returnedConnection>);
      },
    },
  };
}

/** Someone who signed in for a colleague may be signed in here for another company, so only `own` sign-ins are checked. */
const isForOtherCompany = async (
  c: RequestContext,
  claims: { readonly company: string; readonly for: keyof typeof codatQuotaUserBySignInKind },
  settings: ParsedSettings,
): Promise<boolean> => claims.for === 'own' && isOtherCompanySignedIn(c, claims.company, settings);

/** The newest unresolved error. Codat's `statusCode` is text. */
function activeError({ dataConnectionErrors = [] }: Connection): { statusCode: string | null } | null {
  const newest = dataConnectionErrors.findLast(({ status }) => status !== 'Resolved');
  return newest ? { statusCode: newest.statusCode ?? null } : null;
}
