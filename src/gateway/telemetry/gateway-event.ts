import type { CodatEndpoint } from './codat-endpoint.js';
import type { CallReason } from '../limits/call-reason.js';
import type { CallLimitName } from '../limits/call-limit-name.js';
import type { RoutePath } from '../operations/operations-by-path.js';

/** An HTTP method the gateway knows, or `other`. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'other';

/** A setting that is a function of the host's. `mount` stands for the server that passes requests on to the gateway. */
export type HostCallbackName =
  'company' | 'permit' | 'onConsent' | 'onWebhook' | 'onEvent' | 'snapshot' | 'mount';

/** The kind and the place of an error, without its message, which may hold secrets. */
interface ErrorDetailsWithoutMessage {
  /** The name of the error's class, such as `TypeError`. */
  readonly error?: string | undefined;
  /** The error code of the system or a client, such as `ECONNREFUSED`, or of Redis, such as `READONLY`. */
  readonly code?: string | undefined;
  /** The stack frames, the innermost first; eight at most. */
  readonly at?: readonly string[] | undefined;
}

/** A request to the gateway was answered. */
export interface RequestEvent {
  readonly type: 'request';
  /** Absent where the gateway has no such route. */
  readonly route?: RoutePath | undefined;
  readonly method: Method;
  readonly status: number;
  /** Milliseconds until the response's headers were ready. */
  readonly ms: number;
  readonly company?: string | undefined;
  /** Codat's id of the failure, for its support. */
  readonly correlationId?: string | undefined;
  /** The trace the request belongs to, from its `traceparent` (https://www.w3.org/TR/trace-context/). */
  readonly trace?: string | undefined;
}

/** A call to Codat ended. */
export interface CodatCallEvent {
  readonly type: 'codat-call';
  readonly endpoint: CodatEndpoint;
  readonly method: Method;
  readonly reason: CallReason;
  /** Of the last attempt; absent when it had no response. */
  readonly status?: number | undefined;
  /** Milliseconds until the last response, with the waits for limits and before retries. */
  readonly ms: number;
  readonly attempts: number;
  /** The lender's calls left today, as Codat last reported. */
  readonly remaining?: number | undefined;
  readonly company?: string | undefined;
  readonly correlationId?: string | undefined;
  /** Why there was no response, as in {@link ErrorDetailsWithoutMessage}. */
  readonly error?: string | undefined;
  readonly code?: string | undefined;
}

/** A call to Codat was skipped to stay under a rate limit. */
interface CallSkippedByLimitEvent {
  readonly type: 'call-spared';
  readonly endpoint: CodatEndpoint;
  readonly limit: CallLimitName;
  readonly reason: CallReason;
  readonly company?: string | undefined;
}

/** A page got a token. */
interface TokenMintedEvent {
  readonly type: 'token-minted';
  readonly company: string;
}

/** A person created, unlinked or deleted a connection. `connection-begun`: it was created, or a pending one resumed. */
interface ConnectionActionEvent {
  readonly type: 'connection-begun' | 'connection-unlinked' | 'connection-deleted';
  readonly company: string;
  readonly connection: string;
}

/** A person was redirected to sign in. */
interface SignInOpenedEvent {
  readonly type: 'sign-in-opened';
  readonly company: string;
  readonly connection: string;
  /** `own`: for the person's own company; `shared`: for someone who shared a link with them. */
  readonly for: 'own' | 'shared';
}

/** A person returned from sign-in. `said` is the redirect's `statusCode`, which anyone can forge. */
interface ReturnedEvent {
  readonly type: 'returned';
  readonly company: string;
  readonly connection: string;
  readonly said: '200' | '201' | '403' | '500' | '501' | 'unknown';
}

/** A share link was created, used or withdrawn. */
interface ShareLinkEvent {
  readonly type: 'share-made' | 'share-used' | 'share-withdrawn';
  readonly company: string;
}

/** A person gave the consent that the host requires, and the host recorded it. */
interface ConsentGivenEvent {
  readonly type: 'consent-given';
  readonly company: string;
}

/** This process has erased a company from its memory. A host with more data of the company in memory should do the same. */
export interface CompanyForgottenEvent {
  readonly type: 'company-forgotten';
  readonly company: string;
}

/** A webhook arrived. `repeated`: it was handled before; `refused`: it is not Codat's, or malformed; `failed`: Codat will resend it. */
export interface WebhookReceivedEvent {
  readonly type: 'webhook';
  readonly outcome: 'handled' | 'repeated' | 'refused' | 'failed';
  readonly ms: number;
}

/** A problem that the host has to fix. The same one is emitted at most once a minute. */
export type TroubleEvent =
  | ({ readonly type: 'trouble'; readonly with: 'store' | 'bus' | 'gateway' } & ErrorDetailsWithoutMessage)
  | ({
      readonly type: 'trouble';
      readonly with: 'host';
      readonly setting: HostCallbackName;
    } & ErrorDetailsWithoutMessage)
  /** The process may open no more files and connections: raise its limit (`ulimit -n`). */
  | { readonly type: 'trouble'; readonly with: 'descriptors'; readonly code: 'EMFILE' | 'ENFILE' }
  /** A setting protects less than it should; emitted when the gateway is created. */
  | {
      readonly type: 'trouble';
      readonly with: 'settings';
      readonly setting:
        'baseUrl' | 'allowedOrigins' | 'lender' | 'returnTo' | 'signingKeys' | 'webhookSecrets';
      readonly code: 'HTTP_ORIGIN' | 'GUESSABLE_KEY' | 'NO_NAME';
    }
  /** A response of Codat's does not have its documented shape; `field` is absent when all of it is wrong. */
  | {
      readonly type: 'trouble';
      readonly with: 'codat';
      readonly endpoint: CodatEndpoint;
      readonly field?: string | undefined;
    }
  /** Codat refused the API key with this status. */
  | { readonly type: 'trouble'; readonly with: 'api-key'; readonly status: number };

/**
 * An event that is passed to the host's `onEvent`. No event can hold a token, a secret, a name, a URL, a query or a body:
 * there is no field for one, and a text that does not match its field's pattern is left out.
 */
export type GatewayEvent =
  | RequestEvent
  | CodatCallEvent
  | CallSkippedByLimitEvent
  | TokenMintedEvent
  | ConnectionActionEvent
  | SignInOpenedEvent
  | ReturnedEvent
  | ShareLinkEvent
  | ConsentGivenEvent
  | CompanyForgottenEvent
  | WebhookReceivedEvent
  | TroubleEvent;

const word = /^[a-z][a-z0-9-]{0,29}$/;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The pattern of each text field. Unions are also checked by type. */
const patterns: Readonly<Record<string, RegExp>> = {
  type: word,
  with: word,
  outcome: word,
  reason: word,
  limit: word,
  for: word,
  said: /^(\d{3}|unknown)$/,
  setting: /^[a-zA-Z]{1,20}$/,
  method: /^[A-Za-z]{1,10}$/,
  route: /^\/[\w/:]{1,80}$/,
  endpoint: /^[\w/{}]{1,80}$/,
  field: /^[\w.-]{1,80}$/,
  company: guid,
  connection: guid,
  correlationId: /^[\w.:-]{1,100}$/,
  trace: /^[0-9a-f]{32}$/,
  error: /^[A-Za-z_$][\w$]{0,60}$/,
  code: /^[A-Z][A-Z0-9_]{0,60}$/,
  at: /^[^?\n]{1,300}$/,
};

/** The event without texts that don't match their field's pattern. */
export function redactGatewayEvent<Event extends GatewayEvent>(event: Event): Event {
  const fits = ([name, value]: [string, unknown]): boolean =>
    typeof value === 'number' ||
    [value].flat().every((text) => typeof text === 'string' && patterns[name]?.test(text));
  // Only optional fields can have a text that does not match.
  return Object.fromEntries(Object.entries(event).filter(fits)) as Event;
}

/** The details of something thrown that an event may hold. */
export function toErrorDetailsWithoutMessage(thrown: unknown): ErrorDetailsWithoutMessage {
  if (!(thrown instanceof Error)) return {};
  const { name } = thrown;
  return {
    error: name,
    code: codeOf(thrown),
    at: framesOf(thrown)
      .slice(0, 8)
      .map((line) => line.replace(/^ +at /, '').replace(/\?.*?(?=(?::\d+)*\)?$)/, '')),
  };
}

/** The codes that begin Redis' errors; the rest of the message may hold secrets. */
const redisCode =
  /^(?:BUSY|CLUSTERDOWN|CROSSSLOT|LOADING|MASTERDOWN|MISCONF|MOVED|NOAUTH|NOPERM|NOREPLICAS|OOM|READONLY|TRYAGAIN|UNKILLABLE|WRONGPASS|WRONGTYPE)(?= )/;

/** The code of an error, else the one in Redis' message, else that of its cause or of the first of its `errors`. */
function codeOf(thrown: unknown, depth = 0): string | undefined {
  if (!(thrown instanceof Error) || depth > 4) return undefined;
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  const [codeOfRedis] = redisCode.exec(thrown.message) ?? [];
  const [first] = thrown instanceof AggregateError ? (thrown.errors as unknown[]) : [];
  return codeOfRedis ?? codeOf(thrown.cause, depth + 1) ?? codeOf(first, depth + 1);
}

/** The frames of a stack. None if the message was changed later, since it can't be told apart from the frames then. */
function framesOf({ message, stack = '' }: Error): string[] {
  const end = stack.indexOf(`${message}\n    at `);
  const isWhole = /^[\w$]*(?: \[\w+\])?(?:: )?$/.test(stack.slice(0, Math.max(0, end)));
  if (end < 0 || !isWhole) return [];
  return stack.slice(end + message.length).match(/^ +at .+$/gm) ?? [];
}
