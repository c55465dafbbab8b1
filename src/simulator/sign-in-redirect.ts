import {
  dataConnectionErrorTextsBySignInStatusCode,
  type SignInFailureStatus,
} from './data-connection-error-texts.js';
import type { ConnectionWithRelations } from './database.js';
import { idsOfPlatform } from './platforms/platforms.js';

/** The result of a sign-in: 200 linked, 201 unchanged, or a failure (docs.codat.io, set-up-redirects). */
export type SignInStatusCode = '200' | '201' | SignInFailureStatus;

/** The only platforms that return the organisation's name: Business Central, NetSuite, QuickBooks Online, Intacct, Xero. */
const platformKeysWithCompanyName = new Set(['trji', 'akxx', 'qhyg', 'knfz', 'gbol']);

/** Fills the placeholders of the lender's redirect URL: Codat's own, and those that the link's extra parameters name. */
export function fillRedirect(
  redirectUrl: string,
  { company, connection, platform }: ConnectionWithRelations,
  statusCode: SignInStatusCode,
  extras: Readonly<Record<string, string>>,
): string {
  const { sourceId, integrationId } = idsOfPlatform(platform);
  const companyName =
    platformKeysWithCompanyName.has(platform.key) && statusCode === '200' ? connection.organisation : '';
  const failure =
    statusCode === '200' || statusCode === '201'
      ? undefined
      : dataConnectionErrorTextsBySignInStatusCode[statusCode];
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
    // Unlike a connection's errors, the redirect's text ends with a full stop.
    errorMessage: failure && `${failure.errorMessage}.`,
    statusText: failure?.statusText,
    'data.company.companyName': companyName,
  };
  return redirectUrl.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent((Object.hasOwn(values, name) && values[name]) || ''),
  );
}
