import * as z from 'zod/mini';
import { fold } from '../../api/schemas/parsing/one-of.js';

/** A field Codat may leave out or send as null: absent to us in both cases. */
function maybe<Shape extends z.ZodMiniType>(shape: Shape) {
  return z.pipe(
    z.nullish(shape),
    z.transform((value) => value ?? undefined),
  );
}

/** A field that stands for itself when Codat leaves it out. */
function otherwise<Shape extends z.ZodMiniType>(shape: Shape, fallback: z.output<Shape>) {
  return z.pipe(
    z.nullish(shape),
    z.transform((value) => value ?? fallback),
  );
}

/** One of Codat's words, however it is spelt; a word that Codat adds later stays as it is. */
function oneOf(...words: readonly string[]) {
  const spellings = new Map(words.map((word) => [fold(word), word]));
  return z.pipe(
    z.string(),
    z.transform((text) => spellings.get(fold(text)) ?? text),
  );
}

/** Text that may come as a number. */
const code = z.pipe(
  z.transform((value) => (typeof value === 'number' ? String(value) : value)),
  z.string(),
);

/** A number, or true or false, that may come as text. */
const number = z.pipe(z.transform(valueIn), z.number());
const flag = z.pipe(z.transform(valueIn), z.boolean());

function valueIn(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim().toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  return text === '' ? value : Number(text);
}

/** A moment in ISO 8601. Codat's software writes the first or the last there is, such as `0001-01-01`, for never. */
const date = z.pipe(
  z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)))),
  z.transform((text) => {
    const year = new Date(text).getUTCFullYear();
    return year > 1970 && year < 9000 ? text : undefined;
  }),
);

const text = z.string();

/** What tells a thing from others. */
const name = text.check(z.minLength(1));

const sourceType = oneOf('Accounting', 'Banking', 'Commerce', 'Expense', 'BankFeed', 'Other');

/** Of one data type (https://docs.codat.io/core-concepts/status). */
const syncStatus = oneOf(
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
  statusCode: maybe(code),
  errorMessage: maybe(text),
  erroredOnUtc: maybe(date),
  status: z.nullish(oneOf('Active', 'Resolved')),
  resolvedOnUtc: maybe(date),
});

/**
 * A company's link to a platform: Codat's `Connection` without the one-time `linkUrl`, without the platform's raw
 * error text and, of the free map `connectionInfo`, with the organisation's name alone: a page has need of no more.
 * Without all but its id it is still one: a second must not be made because this one could not be read.
 */
export const connection = z.object({
  id: name,
  integrationId: maybe(text),
  integrationKey: maybe(text),
  sourceId: maybe(text),
  sourceType: maybe(sourceType),
  platformName: otherwise(text, ''),
  status: otherwise(oneOf('PendingAuth', 'Linked', 'Unlinked', 'Deauthorized'), 'Unknown'),
  created: maybe(date),
  lastSync: maybe(date),
  dataConnectionErrors: maybe(z.array(connectionError)),
  connectionInfo: maybe(z.object({ companyName: maybe(code) })),
});

/** What the gateway, the page and `permit` know of a connection. */
export type Connection = z.infer<typeof connection>;

/** The same with the one-time link, which goes to the person's browser and nowhere else. */
export const linkedConnection = z.extend(connection, { linkUrl: z.string() });

/** How far each data type of a company has come, by Codat's `DataStatus`. */
export const dataStatuses = z.pipe(
  z.record(
    text,
    z.object({
      dataType: maybe(text),
      currentStatus: maybe(syncStatus),
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

/** One read of one data type: Codat's `PullOperation` without its error text. */
export const pullOperation = z.object({
  id: name,
  companyId: maybe(text),
  connectionId: maybe(text),
  dataType: maybe(text),
  status: otherwise(syncStatus, 'Unknown'),
  statusDescription: maybe(text),
  requested: maybe(date),
  completed: maybe(date),
  progress: maybe(number),
  isCompleted: maybe(flag),
  isErrored: maybe(flag),
});

const link = maybe(z.object({ href: text }));

/** One page of a list of Codat's. */
export function pageOf<Item extends z.ZodMiniType>(item: Item) {
  return z.object({
    results: z.array(item),
    pageNumber: otherwise(number, 1),
    pageSize: otherwise(number, 0),
    totalResults: otherwise(number, 0),
    _links: maybe(z.object({ self: link, current: link, next: link, previous: link })),
  });
}

/** Codat's `Integration`, as far as a page needs it. */
export const integration = z.object({
  key: name,
  name,
  enabled: flag,
  sourceType: maybe(sourceType),
  isOfflineConnector: maybe(flag),
  isBeta: maybe(flag),
  logoUrl: maybe(text),
});

/** A platform as Codat lists it, its logo still at Codat's. */
export type Integration = z.infer<typeof integration>;

const image = z.object({ image: z.object({ src: text, alt: maybe(text) }) });

/** Codat's `Branding`; every part may be missing. */
export const branding = z.object({
  logo: maybe(z.object({ full: maybe(image), square: maybe(image) })),
  button: maybe(z.object({ default: maybe(image), hover: maybe(image) })),
});

/** A platform's official pictures, as Codat names them. */
export type Branding = z.infer<typeof branding>;

/** What `ensureCompany` looks at when it searches. */
export const company = z.object({
  id: name,
  created: maybe(date),
  tags: maybe(z.record(text, z.unknown())),
});
