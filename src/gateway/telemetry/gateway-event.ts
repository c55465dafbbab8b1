import type { Endpoint } from './endpoint.js';
import type { Limit, CallReason } from '../limits/rate-limited-error.js';

/** Where a request came in, as the gateway's routes are written: never the path itself, which may hold a secret. */
export type RoutePath =
  | '/token'
  | '/platforms'
  | '/api/integrations'
  | '/api/integrations/:key'
  | '/api/integrations/:key/branding'
  | '/api/companies/:company/accessToken'
  | '/api/companies/:company/connections'
  | '/api/companies/:company/connections/:connection'
  | '/api/companies/:company/dataStatus'
  | '/api/companies/:company/data/history'
  | '/consents'
  | '/shares'
  | '/shares/:id'
  | '/share/:secret'
  | '/link/:signed'
  | '/return'
  | '/return/status'
  | '/events'
  | '/webhooks'
  | '/assets/:name'
  | '/health';

/** An HTTP method the gateway knows, or `other`. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'other';

/** A setting of the host's that is code, and can fail; or `mount`, how its server hands requests on. */
export type HostSetting = 'company' | 'permit' | 'onConsent' | 'onWebhook' | 'onEvent' | 'snapshot' | 'mount';

/** Where something was thrown, and what it was: never what it said, which may hold anything. */
export interface ErrorDetails {
  /** The name of the error's class, such as `TypeError`. */
  readonly error?: string | undefined;
  /** The code of an error of the system's or a client's, such as `ECONNREFUSED`, or Redis' own word, such as `READONLY`. */
  readonly code?: string | undefined;
  /** The lines of code it came through, the innermost first. */
  readonly at?: readonly string[] | undefined;
}

/** A request to the gateway was answered. */
export interface RequestEvent {
  readonly type: 'request';
  /** Absent where the gateway has no such route. */
  readonly route?: RoutePath | undefined;
  readonly method: Method;
  readonly status: number;
  /** Until the answer's head was ready, in milliseconds. */
  readonly ms: number;
  readonly company?: string | undefined;
  /** Codat's name for what went wrong, to quote to its support. */
  readonly correlationId?: string | undefined;
  /** The trace the request belongs to, from its `traceparent` (https://www.w3.org/TR/trace-context/). */
  readonly trace?: string | undefined;
}

/** Codat was asked something. */
export interface CodatCallEvent {
  readonly type: 'codat-call';
  readonly endpoint: Endpoint;
  readonly method: Method;
  readonly reason: CallReason;
  /** Of the last attempt; absent when it had no answer. */
  readonly status?: number | undefined;
  /** From the first attempt to the last answer, waiting included, in milliseconds. */
  readonly ms: number;
  readonly attempts: number;
  /** The lender's calls left today, as Codat last said. */
  readonly remaining?: number | undefined;
  readonly company?: string | undefined;
  readonly correlationId?: string | undefined;
  /** Why there was no answer, as in {@link ErrorDetails}. */
  readonly error?: string | undefined;
  readonly code?: string | undefined;
}

/** Codat was not asked, so that a limit holds. */
export interface ThrottledCallEvent {
  readonly type: 'call-spared';
  readonly endpoint: Endpoint;
  readonly limit: Limit;
  readonly reason: CallReason;
  readonly company?: string | undefined;
}

/** A page was given a token. */
export interface TokenMintedEvent {
  readonly type: 'token-minted';
  readonly company: string;
}

/** Something became of a connection because a person wished it. `begun` is a new one or one gone on with. */
export interface ConnectionEvent {
  readonly type: 'connection-begun' | 'connection-unlinked' | 'connection-deleted';
  readonly company: string;
  readonly connection: string;
}

/** A person was sent to sign in. */
export interface SignInEvent {
  readonly type: 'sign-in-opened';
  readonly company: string;
  readonly connection: string;
  /** Whether for their own company, or for someone who shared a link with them. */
  readonly for: 'own' | 'shared';
}

/** A person came back from signing in; `said` is what the redirect claims, and only Codat knows. */
export interface ReturnedEvent {
  readonly type: 'returned';
  readonly company: string;
  readonly connection: string;
  readonly said: '200' | '201' | '403' | '500' | '501' | 'unknown';
}

/** Something became of a link for whoever has the log-in. */
export interface ShareEvent {
  readonly type: 'share-made' | 'share-used' | 'share-withdrawn';
  readonly company: string;
}

/** A person agreed to what the host asks before a platform is connected, and the host recorded it. */
export interface ConsentEvent {
  readonly type: 'consent-given';
  readonly company: string;
}

/** A webhook came in. `repeated`: it was handled before; `refused`: it is not Codat's, or makes no sense; `failed`: Codat will send it again. */
export interface WebhookReceivedEvent {
  readonly type: 'webhook';
  readonly outcome: 'handled' | 'repeated' | 'refused' | 'failed';
  readonly ms: number;
}

/** Something the host has to mend. The same is told once a minute. */
export type TroubleEvent =
  | ({ readonly type: 'trouble'; readonly with: 'store' | 'bus' | 'gateway' } & ErrorDetails)
  | ({ readonly type: 'trouble'; readonly with: 'host'; readonly setting: HostSetting } & ErrorDetails)
  /** It may open no more files and connections: raise its limit (`ulimit -n`). Told by what the system says. */
  | { readonly type: 'trouble'; readonly with: 'descriptors'; readonly code: 'EMFILE' | 'ENFILE' }
  /** A setting protects less than it should; told when the gateway is set up. */
  | {
      readonly type: 'trouble';
      readonly with: 'settings';
      readonly setting: 'baseUrl' | 'allowedOrigins' | 'returnTo' | 'signingKeys' | 'webhookSecrets';
      readonly code: 'HTTP_ORIGIN' | 'GUESSABLE_KEY';
    }
  /** An answer of Codat's has another shape than its API says; `field` is absent where all of it has. */
  | {
      readonly type: 'trouble';
      readonly with: 'codat';
      readonly endpoint: Endpoint;
      readonly field?: string | undefined;
    }
  /** Codat takes the API key for wrong, outdated or not allowed; `status` is its own. */
  | { readonly type: 'trouble'; readonly with: 'api-key'; readonly status: number };

/**
 * What the gateway tells the host's `onEvent`. No event can hold a token, a secret, a name, a URL, a query or a body:
 * there is no field for one, and a text that is not of its field's shape is left out.
 */
export type GatewayEvent =
  | RequestEvent
  | CodatCallEvent
  | ThrottledCallEvent
  | TokenMintedEvent
  | ConnectionEvent
  | SignInEvent
  | ReturnedEvent
  | ShareEvent
  | ConsentEvent
  | WebhookReceivedEvent
  | TroubleEvent;

const word = /^[a-z][a-z0-9-]{0,29}$/;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a text in an event may look like, by its field. The closed sets are closed by type already. */
const shapes: Readonly<Record<string, RegExp>> = {
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

/** The event with nothing in it but what its fields are for. */
export function redact<Event extends GatewayEvent>(event: Event): Event {
  const fits = ([name, value]: [string, unknown]): boolean =>
    typeof value === 'number' ||
    [value].flat().every((text) => typeof text === 'string' && shapes[name]?.test(text));
  // What is left out could be left out by type, or can't be there by type.
  return Object.fromEntries(Object.entries(event).filter(fits)) as Event;
}

/** What may be told of something thrown. */
export function describeError(thrown: unknown): ErrorDetails {
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

/** The words that begin Redis' errors and say what to mend; what follows them may hold anything. */
const redisWord =
  /^(?:BUSY|CLUSTERDOWN|CROSSSLOT|LOADING|MASTERDOWN|MISCONF|MOVED|NOAUTH|NOPERM|NOREPLICAS|OOM|READONLY|TRYAGAIN|UNKILLABLE|WRONGPASS|WRONGTYPE)(?= )/;

/** What an error is called: by itself, by Redis, or by the error that it is about. */
function codeOf(thrown: unknown, depth = 0): string | undefined {
  if (!(thrown instanceof Error) || depth > 4) return undefined;
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  const [word] = redisWord.exec(thrown.message) ?? [];
  const [first] = thrown instanceof AggregateError ? (thrown.errors as unknown[]) : [];
  return word ?? codeOf(thrown.cause, depth + 1) ?? codeOf(first, depth + 1);
}

/** The lines of code of a stack; none where they can't be told from what the error says, whose message was changed since. */
function framesOf({ message, stack = '' }: Error): string[] {
  const end = stack.indexOf(`${message}\n    at `);
  const isWhole = /^[\w$]*(?: \[\w+\])?(?:: )?$/.test(stack.slice(0, Math.max(0, end)));
  if (end < 0 || !isWhole) return [];
  return stack.slice(end + message.length).match(/^ +at .+$/gm) ?? [];
}
