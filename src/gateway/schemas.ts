import * as z from 'zod/mini';

/** A field Codat may leave out or send as null: absent to us in both cases. */
function maybe<Shape extends z.ZodMiniType>(shape: Shape) {
  return z.pipe(
    z.nullish(shape),
    z.transform((value) => value ?? undefined),
  );
}

const connectionError = z.object({
  statusCode: maybe(z.string()),
  errorMessage: maybe(z.string()),
  erroredOnUtc: maybe(z.string()),
  status: z.nullish(z.string()),
  resolvedOnUtc: maybe(z.string()),
});

/**
 * A company's link to a platform: Codat's `Connection` without the one-time `linkUrl`, without the platform's raw
 * error text and, of the free map `connectionInfo`, with the organisation's name alone: a page has need of no more.
 */
export const connection = z.object({
  id: z.string(),
  integrationId: maybe(z.string()),
  integrationKey: maybe(z.string()),
  sourceId: maybe(z.string()),
  sourceType: maybe(z.string()),
  platformName: z.string(),
  status: z.string(),
  created: maybe(z.string()),
  lastSync: maybe(z.string()),
  dataConnectionErrors: maybe(z.array(connectionError)),
  connectionInfo: maybe(z.object({ companyName: maybe(z.string()) })),
});

/** What the gateway, the page and `permit` know of a connection. */
export type Connection = z.infer<typeof connection>;

/** The same with the one-time link, which goes to the person's browser and nowhere else. */
export const linkedConnection = z.extend(connection, { linkUrl: z.string() });

/** How far one data type of a company has come, by Codat's `DataStatus`. */
export const dataStatuses = z.record(
  z.string(),
  z.object({
    dataType: z.string(),
    currentStatus: maybe(z.string()),
    lastSuccessfulSync: maybe(z.string()),
    latestSyncId: maybe(z.string()),
    latestSuccessfulSyncId: maybe(z.string()),
  }),
);

/** One read of one data type: Codat's `PullOperation` without its error text. */
export const pullOperation = z.object({
  id: z.string(),
  companyId: maybe(z.string()),
  connectionId: maybe(z.string()),
  dataType: maybe(z.string()),
  status: z.string(),
  statusDescription: maybe(z.string()),
  requested: maybe(z.string()),
  completed: maybe(z.string()),
  progress: maybe(z.number()),
  isCompleted: maybe(z.boolean()),
  isErrored: maybe(z.boolean()),
});

const href = z.object({ href: z.string() });

/** One page of a list of Codat's. */
export function pageOf<Item extends z.ZodMiniType>(item: Item) {
  return z.object({
    results: z.array(item),
    pageNumber: z.number(),
    pageSize: z.number(),
    totalResults: z.number(),
    _links: maybe(
      z.object({ self: maybe(href), current: maybe(href), next: maybe(href), previous: maybe(href) }),
    ),
  });
}

/** Codat's `Integration`, as far as a page needs it. */
export const integration = z.object({
  key: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  sourceType: maybe(z.string()),
  isOfflineConnector: maybe(z.boolean()),
  isBeta: maybe(z.boolean()),
  logoUrl: maybe(z.string()),
});

/** A platform as Codat lists it, its logo still at Codat's. */
export type Integration = z.infer<typeof integration>;

const image = z.object({ image: z.object({ src: z.string(), alt: maybe(z.string()) }) });

/** Codat's `Branding`; every part may be missing. */
export const branding = z.object({
  logo: maybe(z.object({ full: maybe(image), square: maybe(image) })),
  button: maybe(z.object({ default: maybe(image), hover: maybe(image) })),
});

/** A platform's official pictures, as Codat names them. */
export type Branding = z.infer<typeof branding>;

/** What `ensureCompany` looks at when it searches. */
export const company = z.object({
  id: z.string(),
  created: maybe(z.string()),
  tags: maybe(z.record(z.string(), z.unknown())),
});
