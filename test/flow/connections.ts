import { connection, type Connection, type ConnectionStatus } from '../../src/api/schemas/connection.js';

/** An error of a connection: `code` is Codat's, `id` tells it from others. */
export const errorOf = (code: string, id = code): Connection['errors'][number] => ({ code, id });

/** A connection to Xero that stands like this. */
export const connectionIn = (status: ConnectionStatus, errors: Connection['errors'] = []): Connection => ({
  ...connection({
    id: 'c1',
    integrationKey: 'gbol',
    platformName: 'Xero',
    status,
    linkUrl: 'https://lender.test/codat/link/x',
  }),
  errors,
});
