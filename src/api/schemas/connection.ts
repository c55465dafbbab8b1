import { known } from './parsing/known.js';
import { moment } from './parsing/moment.js';
import { list, maybe, object, read, text } from './parsing/shape.js';
import { sourceTypes } from './source-type.js';
import { webAddress } from './parsing/web-address.js';

const perhaps = maybe(text);

const wire = object({
  id: text,
  integrationKey: perhaps,
  platformName: text,
  sourceType: perhaps,
  status: text,
  linkUrl: perhaps,
  created: perhaps,
  lastSync: perhaps,
  dataConnectionErrors: maybe(
    list(object({ statusCode: perhaps, erroredOnUtc: perhaps, errorMessage: perhaps, status: perhaps })),
  ),
  connectionInfo: maybe(object({ companyName: perhaps })),
  can: maybe(list(text)),
});

const statuses = ['PendingAuth', 'Linked', 'Unlinked', 'Deauthorized'] as const;

/** Where a connection stands at Codat (docs.codat.io, core concepts, connections). */
export type ConnectionStatus = (typeof statuses)[number] | 'Unknown';

/** What the gateway may let this page's person do with a connection, what helps first. */
export const actions = ['reconnect', 'disconnect', 'delete'] as const;

export type Action = (typeof actions)[number];

/** A company's link to one platform: Codat's shape in, ours out. */
export const connection = read(wire, (wire) => ({
  id: wire.id,
  platformKey: wire.integrationKey ?? '',
  platformName: wire.platformName,
  sourceType: known(sourceTypes, wire.sourceType),
  status: known(statuses, wire.status),
  /** Where a person signs in, by way of the gateway; good for ten minutes. */
  linkUrl: webAddress(wire.linkUrl),
  created: moment(wire.created),
  lastSync: moment(wire.lastSync),
  /** What went wrong and isn't resolved, the oldest first; `id` tells each from every other one of this connection. */
  errors: (wire.dataConnectionErrors ?? [])
    .filter(({ status }) => known(['Resolved'], status) === 'Unknown')
    .map(({ statusCode, erroredOnUtc, errorMessage }) => ({
      code: statusCode ?? '500',
      id: [statusCode, erroredOnUtc, errorMessage].join(),
    })),
  /** The organisation's name at the platform, where the platform tells. */
  organisation: wire.connectionInfo?.companyName ?? undefined,
  can: actions.filter((action) => wire.can?.includes(action)),
}));

export type Connection = ReturnType<typeof connection>;
