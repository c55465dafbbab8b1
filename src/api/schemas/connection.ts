import { connectionActions } from '../../contract/connection-action.js';
import { array, nullish, object, createBodyParser, string } from '../../contract/shape.js';
import { findWordOrUnknown } from './parsing/find-word-or-unknown.js';
import { parseDate } from './parsing/parse-date.js';
import { tryParseHttpsOrLocalHref } from './parsing/https-or-local-href.js';
import { sourceTypes } from './source-type.js';

const nullishString = nullish(string);

const wire = object({
  id: string,
  integrationKey: nullishString,
  platformName: string,
  sourceType: nullishString,
  status: string,
  linkUrl: nullishString,
  created: nullishString,
  lastSync: nullishString,
  dataConnectionErrors: nullish(
    array(
      object({
        statusCode: nullishString,
        erroredOnUtc: nullishString,
        errorMessage: nullishString,
        status: nullishString,
      }),
    ),
  ),
  connectionInfo: nullish(object({ companyName: nullishString })),
  can: nullish(array(string)),
});

const statuses = ['PendingAuth', 'Linked', 'Unlinked', 'Deauthorized'] as const;

/** Codat's status of a connection (docs.codat.io, core concepts, connections); `Unknown` for any it adds later. */
export type ConnectionStatus = (typeof statuses)[number] | 'Unknown';

/** Parses a company's connection to one platform. */
export const parseConnection = createBodyParser(wire, (wire) => ({
  id: wire.id,
  platformKey: wire.integrationKey ?? '',
  platformName: wire.platformName,
  sourceType: findWordOrUnknown(sourceTypes, wire.sourceType),
  status: findWordOrUnknown(statuses, wire.status),
  /** The gateway's URL that leads to the platform's sign-in page; valid for ten minutes. */
  linkUrl: tryParseHttpsOrLocalHref(wire.linkUrl),
  created: parseDate(wire.created),
  lastSync: parseDate(wire.lastSync),
  /** Unresolved errors, the oldest first, as the gateway sends them; `id` is unique within the connection. */
  errors: (wire.dataConnectionErrors ?? [])
    .filter(({ status }) => findWordOrUnknown(['Resolved'], status) === 'Unknown')
    .map(({ statusCode, erroredOnUtc, errorMessage }) => ({
      code: statusCode ?? '500',
      id: [statusCode, erroredOnUtc, errorMessage].join(),
    })),
  /** The organisation's name at the platform, if the platform provides it. */
  organisation: wire.connectionInfo?.companyName ?? undefined,
  can: connectionActions.filter((action) => wire.can?.includes(action)),
}));

export type Connection = ReturnType<typeof parseConnection>;
