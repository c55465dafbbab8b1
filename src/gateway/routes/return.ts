import { answer, seeOther } from '../answer.js';
import type { Connections } from '../connections.js';
import type { MergedReads } from '../merged-reads.js';
import { Problem } from '../problem.js';
import type { Connection } from '../schemas.js';
import type { Settings } from '../settings.js';
import { returned, type Signer } from '../signer.js';
import { bearer, type Routes } from './visit.js';

/**
 * `GET /return`, where Codat sends people back to, and `GET /return/status`, where the page they end on learns
 * how it went, with a ticket from its fragment instead of a sign-in.
 */
export function returnRoutes(
  connections: Connections,
  reads: MergedReads,
  signer: Signer,
  settings: Settings,
): Routes {
  return {
    '/return': {
      async GET(visit) {
        const { state = '', statusCode, connectionId } = visit.req.query();
        const claims = await signer.verify('state', state);
        if (!claims || (connectionId && connectionId !== claims.connection)) {
          return seeOther(`${settings.returnTo[0]}#codat=unknown`);
        }
        const { company, connection, for: wanted, returnTo } = claims;
        reads.forget(company);
        const hint = returned.safeParse(statusCode).data ?? 'unknown';
        visit.set('company', company);
        settings.tell({ type: 'returned', company, connection, said: hint });
        const ticket = await signer.sign('ticket', { company, connection, for: wanted, returned: hint });
        const page = settings.returnTo.includes(returnTo) ? returnTo : settings.returnTo[0];
        return seeOther(`${page}#codat=${ticket}`);
      },
    },
    '/return/status': {
      async GET(visit) {
        const claims = await signer.verify('ticket', bearer(visit));
        if (!claims) throw new Problem(401, 'This ticket is not valid here, or no longer.');
        const { company, connection } = claims;
        visit.set('company', company);
        reads.refresh(company);
        const read = await connections.read(company, connection);
        return answer({
          companyId: company,
          connectionId: connection,
          platformKey: read.integrationKey ?? null,
          platformName: read.platformName,
          sourceType: read.sourceType ?? null,
          status: read.status,
          for: claims.for,
          returned: claims.returned === 'unknown' ? null : Number(claims.returned),
          error: activeError(read),
        });
      },
    },
  };
}

/** The newest error that still stands. Codat's `statusCode` is text. */
function activeError({ dataConnectionErrors = [] }: Connection): { statusCode: string | null } | null {
  const [newest] = dataConnectionErrors
    .filter(({ status }) => status !== 'Resolved')
    .sort((one, other) => (other.erroredOnUtc ?? '').localeCompare(one.erroredOnUtc ?? ''));
  return newest ? { statusCode: newest.statusCode ?? null } : null;
}
