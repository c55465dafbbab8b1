import { failures, type SignInFailure } from './failures.js';
import type { Found } from './memory.js';
import { idsOf } from './platforms/platforms.js';

/** How a sign-in ended: 200 linked, 201 left as it was, or a failure (docs.codat.io, set-up-redirects). */
export type SignInStatus = '200' | '201' | SignInFailure;

/** The only platforms that hand over the organisation's name: Business Central, NetSuite, QuickBooks Online, Intacct, Xero. */
const namesTheCompany = new Set(['trji', 'akxx', 'qhyg', 'knfz', 'gbol']);

/** The lender's redirect URL with Codat's placeholders filled; what was added to the link fills the lender's own. */
export function fillRedirect(
  redirectUrl: string,
  { company, connection, platform }: Found,
  statusCode: SignInStatus,
  extras: Readonly<Record<string, string>>,
): string {
  const { sourceId, integrationId } = idsOf(platform);
  const companyName =
    namesTheCompany.has(platform.key) && statusCode === '200' ? connection.organisation : '';
  const failure = statusCode === '200' || statusCode === '201' ? undefined : failures[statusCode];
  const values: Readonly<Record<string, string | undefined>> = {
    ...extras,
    clientId: '00000000-0000-4000-8000-000000000000',
    companyId: company.id,
    connectionId: connection.id,
    integrationId,
    sourceId,
    platform: platform.key,
    platformName: platform.name,
    sourceType: platform.sourceType,
    statusCode,
    // A redirect ends the sentence that a connection's errors leave open.
    errorMessage: failure && `${failure.errorMessage}.`,
    statusText: failure?.statusText,
    'data.company.companyName': companyName,
  };
  return redirectUrl.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent((Object.hasOwn(values, name) && values[name]) || ''),
  );
}
