import type { ConsentText, ConsentReceipt } from '../../src/contract/consent.js';
import type { ShareLink } from '../../src/api/schemas/share-link.js';
import { parseConnection, type Connection, type ConnectionStatus } from '../../src/api/schemas/connection.js';

/** An error of a connection: `code` is Codat's, `id` distinguishes it from others. */
export const errorOf = (code: string, id = code): Connection['errors'][number] => ({ code, id });

/** A connection to Xero with this status. */
export const connectionWith = (
  status: ConnectionStatus,
  errors: Connection['errors'] = [],
  organisation?: string,
): Connection => ({
  ...parseConnection({
    id: 'c1',
    integrationKey: 'gbol',
    platformName: 'Xero',
    status,
    linkUrl: 'https://lender.test/codat/link/x',
  }),
  errors,
  organisation,
});

/** A host's terms in this version. */
export const consentVersion = (version: string): ConsentText => ({
  version,
  locale: 'en-GB',
  sections: [{ title: 'Purpose', body: 'To decide on your loan.' }],
  agree: 'Larkspur may read the data of my business.',
});

/** That someone agreed to them for Xero. */
export const receiptOf = ({ version, locale }: ConsentText): ConsentReceipt => ({
  receipt: `signed ${version}`,
  version,
  locale,
  platformKey: 'gbol',
  companyId: 'marlow',
  at: '2026-03-04T09:00:00.000Z',
  hash: 'f00d',
});

/** A share link to Xero with this status. */
export const shareLinkWith = (status: ShareLink['status'], connectionId?: string, id = 's1'): ShareLink => ({
  id,
  platformKey: 'gbol',
  platformName: 'Xero',
  status,
  expires: new Date('2026-03-11T09:00:00Z'),
  connectionId,
  url: status === 'open' ? 'https://lender.test/codat/share/secret' : undefined,
});
