import type * as z from 'zod/mini';
import { contractVersion } from '../../../contract/contract-version.js';
import { jsonResponse } from '../../responses.js';
import { HttpError } from '../../http-error.js';
import type { RateLimiter } from '../../limits/rate-limiter.js';
import type { ParsedSettings } from '../../settings.js';
import { apiTokenSeconds, type Signer } from '../../auth/signer.js';
import type { tokenAnswer } from '../../operations/schemas.js';
import {
  lookUpCompanyByCookies,
  assertAllowedOrigin,
  type HandlersByPathAndMethod,
  type RequestContext,
} from '../request-context.js';

/** `POST /token`: a token for `/api`, for the company that the host names for this request. */
export function createTokenHandlers(
  rateLimiter: RateLimiter,
  signer: Signer,
  settings: ParsedSettings,
): HandlersByPathAndMethod {
  return {
    '/token': {
      async POST(c) {
        assertAllowedOrigin(c, settings);
        assertContractVersion(c);
        const company = await settings.company(c.req.raw, c.env.context);
        if (company === null) throw new HttpError(401, 'Nobody is signed in.');
        c.set('company', company);
        rateLimiter.take('token', { company });
        const cookieBound = await isCookieBound(c, company, settings);
        settings.emit({ type: 'token-minted', company });
        return jsonResponse({
          companyId: company,
          accessToken: await signer.sign('api', { company, scope: 'api', cookieBound }),
          expiresIn: apiTokenSeconds,
          tokenType: 'Bearer',
          apiBase: './api',
          events: settings.secrets.current.webhookSecrets.length > 0 ? './events' : undefined,
        } satisfies z.input<typeof tokenAnswer>);
      },
    },
  };
}

/**
 * Throws a 410, at which a page asks the person to reload it, unless the page uses this gateway's version of the contract.
 * A page that sends no version uses 1.
 */
function assertContractVersion({ req }: RequestContext): void {
  if ((req.query('contract') ?? '1') === contractVersion) return;
  throw new HttpError(
    410,
    'This gateway serves other versions of the page: reload the page, or deploy the gateway.',
  );
}

/**
 * Whether cookies alone name the same company, so that later calls can check them again. False for someone identified
 * by an `Authorization` header, which carries our own token in later calls, and for a page of another origin, whose
 * later calls carry no cookies. Unknown when the host's function failed: it may need a header besides cookies, or be
 * down for now, and then a sign-out must still end the token later.
 */
async function isCookieBound(
  c: RequestContext,
  company: string,
  settings: ParsedSettings,
): Promise<boolean | 'unknown'> {
  const { origin } = settings;
  const isCrossOrigin = (c.req.header('Origin') ?? origin) !== origin;
  if (isCrossOrigin || c.req.header('Authorization') !== undefined) return false;
  return lookUpCompanyByCookies(c, settings).then(
    (named) => named === company,
    () => 'unknown',
  );
}
