import type { Found } from './memory.js';
import { idsOf } from './platforms.js';
import type { SignInFailure } from './state.js';

/** How a sign-in ended: 200 linked, 201 left as it was, or a failure (docs.codat.io, set-up-redirects). */
export type SignInStatus = '200' | '201' | SignInFailure;

const words: Readonly<Record<SignInStatus, { errorMessage: string; statusText: string }>> = {
  200: { errorMessage: '', statusText: '' },
  201: { errorMessage: '', statusText: '' },
  403: { errorMessage: 'User cancelled.', statusText: 'User cancelled linking' },
  500: { errorMessage: 'Unknown error occurred.', statusText: 'The platform answered with an error' },
  501: { errorMessage: 'Not supported.', statusText: 'This platform is not supported' },
};

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
    ...words[statusCode],
    'data.company.companyName': companyName,
  };
  return redirectUrl.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent((Object.hasOwn(values, name) && values[name]) || ''),
  );
}
