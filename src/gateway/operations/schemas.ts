import * as z from 'zod/mini';
import { connectionActions } from '../../contract/connection-action.js';
import type { AgreementBody, ConsentText, ConsentReceipt } from '../../contract/consent.js';
import { changedResources, type ChangeNotice } from '../../contract/change-notice.js';
import type { ReturnStatusJson } from '../../contract/return-status-answer.js';
import { shareLinkStatuses, type NewShareLinkBody, type ShareLinkJson } from '../../contract/share-link.js';
import { maxTokenLifetimeSeconds, type TokenAnswerJson } from '../../contract/token-answer.js';
import {
  branding,
  connection,
  dataStatusByDataType,
  integration,
  createPageSchema,
  pullOperation,
} from '../codat/schemas.js';

const text = z.string();
const nonEmptyText = text.check(z.minLength(1));
const dateTime = (says: string) => text.check(z.describe(`${says} ISO 8601, in UTC.`));

/** A body of the contract as it may be sent: a field that may be undefined may be absent or null as well. */
type Sent<Body> = {
  [Name in keyof Body as undefined extends Body[Name] ? never : Name]: Body[Name];
} & {
  [Name in keyof Body as undefined extends Body[Name] ? Name : never]?: Body[Name] | null;
};

/** The answer of `POST /token`. It accepts what the page's own parser accepts. */
export const tokenAnswer = z
  .object({
    companyId: nonEmptyText.check(z.describe('Codat’s id of the company of whoever is signed in.')),
    accessToken: text.check(
      z.regex(/^[\x21-\x7e]+$/),
      z.describe('Opaque to the page, which sends it as a bearer token.'),
    ),
    expiresIn: z
      .union([
        z.number().check(z.gt(0), z.lte(maxTokenLifetimeSeconds)),
        // The same limit.
        text.check(z.regex(/^(?:[1-9]\d{0,3}|[1-7]\d{4}|8[0-5]\d{3}|86[0-3]\d\d|86400)$/)),
      ])
      .check(z.describe('In seconds.')),
    tokenType: z.optional(z.literal('Bearer')),
    apiBase: z.nullish(
      text.check(z.describe('The URL of the gateway’s API, relative to this one; `./api` by default.')),
    ),
    events: z.nullish(
      text.check(z.describe('The URL of the event stream; absent where the gateway gets no webhooks.')),
    ),
  })
  .check(z.describe('A token for the API, for one company.')) satisfies z.ZodMiniType<Sent<TokenAnswerJson>>;

/** Codat's own `ErrorMessage`: the body of every failure that isn't a page for people. */
const codatErrorBody = z
  .object({
    statusCode: z.number().check(z.describe('The HTTP status.')),
    service: z.optional(text),
    error: text.check(z.describe('A sentence for developers, without secrets.')),
    correlationId: z.nullish(text.check(z.describe('Codat’s id of the failure, for its support.'))),
    canBeRetried: z.optional(z.enum(['True', 'False'])),
    detailedErrorCode: z.optional(z.number()),
  })
  .check(z.describe('A failure.'));

const listOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.extend(createPageSchema(item), {
    unreadable: z.nullish(
      z.number().check(z.describe('How many entries were left out, since they could not be read.')),
    ),
  });

/** A connection as a page gets it. */
export const presentedConnection = z
  .extend(connection, {
    platformName: text,
    status: text.check(z.describe('`PendingAuth`, `Linked`, `Unlinked`, `Deauthorized`, or a later one.')),
    linkUrl: text.check(
      z.describe('The gateway’s own URL that leads to sign-in, good for ten minutes; never Codat’s link.'),
    ),
    can: z.optional(
      z.array(z.enum(connectionActions)).check(z.describe('What the company’s people may do with it.')),
    ),
  })
  .check(z.describe('A company’s link to one platform.'));

const connectionList = listOf(presentedConnection);

/** A platform of `GET /api/integrations`. */
const listedIntegration = integration;
const integrationList = listOf(listedIntegration);

/** A platform of `GET /platforms`. */
const platform = z
  .extend(integration, { branding: z.optional(branding) })
  .check(z.describe('A platform that a person can connect, with its official images.'));

export const platformList = z.extend(listOf(platform), {
  // Optional, since a lender's own implementation of this contract may leave it out.
  reads: z.optional(
    z
      .object({
        dataTypes: z
          .array(z.object({ sourceType: text, dataTypes: z.array(text) }))
          .check(z.describe('Codat’s names of the data types, by source type.')),
        readsOnly: z.boolean().check(z.describe('Whether the lender writes nothing.')),
      })
      .check(z.describe('What the lender reads.')),
  ),
});
const pullOperationList = listOf(pullOperation);
export { branding, dataStatusByDataType, pullOperation };

/** The body of `POST …/connections`. */
export const newConnectionBody = z.object({
  platformKey: text,
  consent: z.optional(
    text.check(z.describe('A receipt of `POST /consents`, where the lender asks for consent.')),
  ),
});

/** The body of `PATCH …/connections/{connection}`. */
export const unlinkBody = z.strictObject({ status: z.literal('Unlinked') });

const consentText = z
  .object({
    version: text,
    locale: text.check(z.describe('A BCP 47 language tag.')),
    sections: z.array(z.object({ title: text, body: text })),
    agree: text.check(z.describe('The label of the checkbox.')),
  })
  .check(z.describe('The lender’s text to agree to.')) satisfies z.ZodMiniType<Sent<ConsentText>>;

export const agreementBody = z.object({
  version: text,
  locale: text,
  platformKey: text,
}) satisfies z.ZodMiniType<AgreementBody>;

const consentReceipt = z
  .object({
    receipt: text.check(z.describe('Good for 24 hours, for this company and platform.')),
    version: text,
    locale: text,
    platformKey: text,
    companyId: text,
    at: dateTime('When the person agreed.'),
    hash: text.check(z.describe('SHA-256, in hexadecimal, of the text.')),
  })
  .check(z.describe('The record of a consent.')) satisfies z.ZodMiniType<Sent<ConsentReceipt>>;

export const newShareLinkBody = z.object({
  platformKey: text,
  consent: z.optional(text),
}) satisfies z.ZodMiniType<NewShareLinkBody>;

const shareLinkFields = {
  id: text,
  platformKey: text,
  platformName: text,
  status: z.enum(shareLinkStatuses),
  expiresAt: dateTime('When it ends.'),
  connectionId: z.optional(text.check(z.describe('The connection that the link was used for.'))),
};

/** A share link as it is listed: without its URL, which only the answer to its creation has. */
const listedShareLink = z
  .object({ ...shareLinkFields, url: z.optional(z.never()) })
  .check(z.describe('A link for whoever has the log-in.')) satisfies z.ZodMiniType<Sent<ShareLinkJson>>;

export type ListedShareLink = z.input<typeof listedShareLink>;

const shareLinkList = z.object({ results: z.array(listedShareLink) });

/** The answer to the creation of a share link, the only one with its URL. */
export const createdShareLink = z.object({
  ...shareLinkFields,
  url: text.check(z.describe('The link, which no later answer has.')),
}) satisfies z.ZodMiniType<Sent<ShareLinkJson>>;

export const returnedConnection = z
  .object({
    companyId: text,
    connectionId: text,
    platformKey: z.nullable(text),
    platformName: text,
    sourceType: z.nullable(text),
    status: text.check(z.describe('Codat’s status. It alone decides whether this counts as connected.')),
    for: z.enum(['own', 'shared']),
    attempt: z.optional(text),
    returned: z.nullable(z.number().check(z.describe('The status code of Codat’s redirect: a hint.'))),
    error: z.nullable(z.object({ statusCode: z.nullable(text) })),
  })
  .check(z.describe('The connection someone came back from signing in to.')) satisfies z.ZodMiniType<
  Sent<ReturnStatusJson>
>;

/** The data of one event of `GET /events`. */
const changeNotice = z
  .object({
    at: z.enum(changedResources),
    connection: z.optional(text.check(z.describe('Its id; absent where any may have changed.'))),
  })
  .check(z.describe('What has changed, and never how.')) satisfies z.ZodMiniType<Sent<ChangeNotice>>;

export const health = z
  .object({
    status: z.enum(['ok', 'degraded']).check(z.describe('`degraded`: something fails, or is out of date.')),
    store: z
      .enum(['ok', 'read-only', 'away'])
      .check(
        z.describe(
          'Whether a small test key could be written. It expires after ten seconds. `read-only`: Redis answered READONLY, as a replica does. `away`: the write failed, or took more than a second.',
        ),
      ),
    descriptors: z
      .enum(['ok', 'used-up'])
      .check(
        z.describe('Whether this process can open connections. While it can’t, fewer pages may subscribe.'),
      ),
    catalogueAge: z
      .nullable(z.number())
      .check(z.describe('The age of the list of platforms in seconds; null when it was never read.')),
  })
  .check(z.describe('For load balancers and people on call.'));

/** The query of Codat's lists; other parameters are not passed on. */
export const listQuery = z.object({
  page: z.optional(text.check(z.regex(/^[1-9]\d{0,5}$/), z.describe('From 1.'))),
  pageSize: z.optional(
    text.check(
      z.regex(/^([1-4]?\d{1,3}|5000)$/),
      z.regex(/[1-9]/),
      z.describe('5000 at most; 100 by default.'),
    ),
  ),
  query: z.optional(text.check(z.minLength(1), z.maxLength(2047), z.describe('Codat’s query language.'))),
  orderBy: z.optional(
    text.check(z.regex(/^-?[a-z][\w.]{0,99}$/i), z.describe('A field; `-` before it reverses the order.')),
  ),
});

/** Checks a table of schemas, and keeps its names as its type. */
const defineSchemas = <Name extends string>(
  table: Readonly<Record<Name, z.ZodMiniType>>,
): Readonly<Record<Name, z.ZodMiniType>> => table;

/** The bodies that `openapi.yaml` names, by their names there. */
export const schemasByName = defineSchemas({
  Token: tokenAnswer,
  Problem: codatErrorBody,
  Connection: presentedConnection,
  ConnectionList: connectionList,
  NewConnection: newConnectionBody,
  Unlinking: unlinkBody,
  Integration: listedIntegration,
  IntegrationList: integrationList,
  Branding: branding,
  Platform: platform,
  PlatformList: platformList,
  DataStatuses: dataStatusByDataType,
  PullOperation: pullOperation,
  PullOperationList: pullOperationList,
  Consent: consentText,
  Agreement: agreementBody,
  ConsentReceipt: consentReceipt,
  NewShareLink: newShareLinkBody,
  ShareLink: listedShareLink,
  ShareLinkList: shareLinkList,
  CreatedShareLink: createdShareLink,
  ReturnStatus: returnedConnection,
  ChangeNotice: changeNotice,
  Health: health,
});

export type SchemaName = keyof typeof schemasByName;
