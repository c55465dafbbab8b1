import * as z from 'zod/mini';
import { normalizeWord } from '../../api/schemas/parsing/find-word-or-unknown.js';

/** A field that Codat may leave out or send as null; undefined in both cases. */
function maybe<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.pipe(
    z.nullish(schema),
    z.transform((value) => value ?? undefined),
  );
}

/** A field with a fallback for when Codat leaves it out or sends null. */
function withFallback<Schema extends z.ZodMiniType>(schema: Schema, fallback: z.output<Schema>) {
  return z.pipe(
    z.nullish(schema),
    z.transform((value) => value ?? fallback),
  );
}

/** One of Codat's enum values, in any case or spacing. A value that Codat adds later is kept as it is. */
function openEnum(...words: readonly string[]) {
  const spellings = new Map(words.map((word) => [normalizeWord(word), word]));
  return z.pipe(
    z.string(),
    z.transform((text) => spellings.get(normalizeWord(text)) ?? text),
  );
}

/** Text that Codat may send as a number. */
const textOrNumber = z.pipe(
  z.transform((value) => (typeof value === 'number' ? String(value) : value)),
  z.string(),
);

/** A number or a boolean that Codat may send as text. */
const number = z.pipe(z.transform(parsePrimitive), z.number());
const flag = z.pipe(z.transform(parsePrimitive), z.boolean());

function parsePrimitive(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim().toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  return text === '' ? value : Number(text);
}

/** A date and time in ISO 8601. Codat sends the minimum or maximum date, such as `0001-01-01`, for "never". */
const date = z.pipe(
  z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)))),
  z.transform((text) => {
    const year = new Date(text).getUTCFullYear();
    return year > 1970 && year < 9000 ? text : undefined;
  }),
);

const text = z.string();

const nonEmptyText = text.check(z.minLength(1));

const sourceType = openEnum('Accounting', 'Banking', 'Commerce', 'Expense', 'BankFeed', 'Other');

/** The status of one data type (https://docs.codat.io/core-concepts/status). */
const pullStatus = openEnum(
  'Initial',
  'Queued',
  'Fetching',
  'MapQueued',
  'Mapping',
  'Complete',
  'FetchError',
  'MapError',
  'InternalError',
  'ProcessingQueued',
  'Processing',
  'ProcessingError',
  'ValidationQueued',
  'Validating',
  'ValidationError',
  'AuthError',
  'Cancelled',
  'NotSupported',
  'RateLimitError',
  'PermissionsError',
  'PrerequisiteNotMet',
);

const connectionError = z.object({
  statusCode: maybe(textOrNumber),
  errorMessage: maybe(text),
  erroredOnUtc: maybe(date),
  status: z.nullish(openEnum('Active', 'Resolved')),
  resolvedOnUtc: maybe(date),
});

/** Sorted, since Codat doesn't say in which order it lists them, and a page shows the last one. */
const connectionErrors = z.pipe(
  z.array(connectionError).check(z.describe('The oldest first.')),
  z.transform((errors) =>
    errors.sort((one, other) => (one.erroredOnUtc ?? '').localeCompare(other.erroredOnUtc ?? '')),
  ),
);

/**
 * Codat's `Connection` without what a page doesn't need: the one-time `linkUrl`, the platform's raw error text, and all
 * of `connectionInfo` but the organisation's name. Only the id is required, so that an unreadable field never makes the
 * gateway create a second connection.
 */
export const connection = z.object({
  id: nonEmptyText,
  integrationId: maybe(text),
  integrationKey: maybe(text),
  sourceId: maybe(text),
  sourceType: maybe(sourceType),
  platformName: withFallback(text, ''),
  status: withFallback(openEnum('PendingAuth', 'Linked', 'Unlinked', 'Deauthorized'), 'Unknown'),
  created: maybe(date),
  lastSync: maybe(date),
  dataConnectionErrors: maybe(connectionErrors),
  connectionInfo: maybe(z.object({ companyName: maybe(textOrNumber) })),
});

/** A connection as the gateway, the page and the host's `permit` get it. */
export type Connection = z.infer<typeof connection>;

/** A connection with its one-time link, which is sent to the person's browser and nowhere else. */
export const connectionWithOneTimeLink = z.extend(connection, { linkUrl: z.string() });

/** The sync status of each of a company's data types: Codat's `DataStatus`. */
export const dataStatusByDataType = z.pipe(
  z.record(
    text,
    z.object({
      dataType: maybe(text),
      currentStatus: maybe(pullStatus),
      lastSuccessfulSync: maybe(date),
      latestSyncId: maybe(text),
      latestSuccessfulSyncId: maybe(text),
    }),
  ),
  z.transform((statuses) =>
    Object.fromEntries(
      Object.entries(statuses).map(([name, { dataType = name, ...status }]) => [
        name,
        { dataType, ...status },
      ]),
    ),
  ),
);

/** One sync of one data type: Codat's `PullOperation` without its error text. */
export const pullOperation = z.object({
  id: nonEmptyText,
  companyId: maybe(text),
  connectionId: maybe(text),
  dataType: maybe(text),
  status: withFallback(pullStatus, 'Unknown'),
  statusDescription: maybe(text),
  requested: maybe(date),
  completed: maybe(date),
  progress: maybe(number),
  isCompleted: maybe(flag),
  isErrored: maybe(flag),
});

const link = maybe(z.object({ href: text }));

/** One page of any of Codat's lists. */
export function createPageSchema<Item extends z.ZodMiniType>(item: Item) {
  return z.object({
    results: z.array(item),
    pageNumber: withFallback(number, 1),
    pageSize: withFallback(number, 0),
    totalResults: withFallback(number, 0),
    _links: maybe(z.object({ self: link, current: link, next: link, previous: link })),
  });
}

/** One page of a list. An empty page may leave out `results`, which Codat's OpenAPI allows: it parses as an empty array. */
export function createPageSchemaWithOptionalResults<Item extends z.ZodMiniType>(item: Item) {
  const withResults = (page: unknown) => (isEmptyPage(page) ? { ...page, results: [] } : page);
  return z.pipe(z.transform(withResults), createPageSchema(item));
}

/** Whether a page leaves out `results` since it is empty. Its total must be 0: for a list that was cut off the gateway would create a second connection. */
function isEmptyPage(page: unknown): page is object {
  const { results = null, totalResults } = Object(page) as { results?: unknown; totalResults?: unknown };
  return results === null && parsePrimitive(totalResults) === 0;
}

/** The fields of Codat's `Integration` that a page needs. */
export const integration = z.object({
  key: nonEmptyText,
  name: nonEmptyText,
  enabled: flag,
  sourceType: maybe(sourceType),
  isOfflineConnector: maybe(flag),
  isBeta: maybe(flag),
  logoUrl: maybe(text),
});

/** A platform as Codat lists it, with Codat's URL of its logo. */
export type Integration = z.infer<typeof integration>;

const image = z.object({ image: z.object({ src: text, alt: maybe(text) }) });

/** Codat's `Branding`; every field may be missing. */
export const branding = z.object({
  logo: maybe(z.object({ full: maybe(image), square: maybe(image) })),
  button: maybe(z.object({ default: maybe(image), hover: maybe(image) })),
});

/** A platform's official logos and buttons. */
export type Branding = z.infer<typeof branding>;

/** The fields of Codat's `Company` that `ensureCompany` needs. */
export const company = z.object({
  id: nonEmptyText,
  created: maybe(date),
  tags: maybe(z.record(text, z.unknown())),
});
