import { cacheOver } from './cache.js';
import type { CompanyCalls } from './allowance.js';
import { consentList, type Consent, type ConsentReceipt } from './consent.js';
import type { Connection } from './schemas.js';
import type { Bus } from './bus.js';
import { guardedStore } from './guarded-store.js';
import { memoryBus } from './memory-bus.js';
import { memoryStore } from './memory-store.js';
import type { Store } from './store.js';
import type { WebhookEvent } from './webhook-event.js';
import { readSecret } from './webhook-signature.js';

/** What a person may do with a connection that exists. */
export type Action = 'reconnect' | 'disconnect' | 'delete';

type Awaitable<Value> = Value | Promise<Value>;

/** What a host tells the gateway. `Context` is whatever the host passes to `fetch` beside the request. */
export interface GatewaySettings<Context = unknown> {
  /** Codat's API key, as the Portal shows it. It stays in this process. */
  apiKey: string;
  /** Where the gateway is mounted, as people's browsers see it: `https://www.lender.example/codat`. */
  baseUrl: string;
  /** Secrets of 32 characters or more. The first signs, all verify: to rotate, put the new one first. */
  signingKeys: readonly string[];
  /**
   * Codat's id of the company the person behind this request acts for, or null when nobody is signed in. The
   * only source of identity; asked again, with the request's cookies alone, wherever those came along.
   */
  company: (request: Request, context: Context) => Awaitable<string | null | undefined>;
  /** Whether the company's people may do this. Unset: reconnect and disconnect yes, delete no. */
  permit?: (question: { company: string; action: Action; connection: Connection }) => Awaitable<boolean>;
  /** The pages people may come back to after sign-in, the first by default; relative ones are of `baseUrl`'s origin. Default `/`. */
  returnTo?: string | readonly string[];
  /** The name people know the lender by, for those it has no page of its own to tell. Default: the host name of `baseUrl`. */
  lender?: string;
  /**
   * What to agree to before a platform is connected; without it nothing is asked. The first that fits a person's
   * language is shown, and every one listed is accepted, so keep last week's version at the end for open pages.
   */
  consents?: readonly Consent[];
  /** Keeps on record that someone agreed. Their page learns of it, and can go on, once this has resolved. */
  onConsent?: (receipt: ConsentReceipt, request: Request, context: Context) => Awaitable<unknown>;
  /**
   * The secrets of the webhook consumers that send to `baseUrl` + `/webhooks`, as Codat's Portal shows them:
   * `whsec_…`. To rotate, list the new one beside the old. With them pages are told when to look again.
   */
  webhookSecrets?: readonly string[];
  /**
   * Hears each webhook of Codat's once, in whatever order they come, unknown types too. Codat is answered after
   * this resolves; when it rejects, or takes more than ten seconds, Codat sends the same again for about a day.
   */
  onWebhook?: (event: WebhookEvent) => Awaitable<unknown>;
  /**
   * Origins of pages that may use the gateway although they are not of `baseUrl`'s, such as
   * `https://app.lender.example`. Default: none.
   */
  allowedOrigins?: readonly string[];
  /** Default: {@link memoryStore}, which is right for one process. */
  store?: Store;
  /** What the processes tell each other by. Default: {@link memoryBus}, which is right for one process. */
  bus?: Bus;
  /**
   * How many calls to Codat one company's pages may cause, all processes together, so that none uses up the
   * lender's own. A tenth is kept for connecting. Default: 240 an hour, 600 a day.
   */
  companyCalls?: { hour: number; day: number };
  /** Default `https://api.codat.io`. */
  codatUrl?: string;
  /** How to reach Codat. Default: the platform's own `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
  /** The clock, in milliseconds since 1970. Default `Date.now`. */
  now?: () => number;
}

/** The settings once checked, every URL absolute. */
export interface Settings {
  readonly apiKey: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly origin: string;
  /** The path of `baseUrl`: empty, or `/codat`. */
  readonly prefix: string;
  readonly signingKeys: readonly [string, ...string[]];
  readonly company: (request: Request, context: unknown) => Promise<string | null>;
  readonly permit: NonNullable<GatewaySettings['permit']>;
  readonly returnTo: readonly [string, ...string[]];
  readonly lender: string;
  /** Empty when the host asks for none. */
  readonly consents: readonly Consent[];
  readonly onConsent: (receipt: ConsentReceipt, request: Request, context: unknown) => Promise<void>;
  /** Empty when webhooks are not set up. */
  readonly webhookSecrets: readonly Uint8Array<ArrayBuffer>[];
  readonly onWebhook: (event: WebhookEvent) => Promise<void>;
  readonly allowedOrigins: readonly string[];
  readonly store: Store;
  /** For what Codat can be asked for again: goes on without the store. */
  readonly cache: Store;
  readonly bus: Bus;
  readonly companyCalls: CompanyCalls;
  readonly codatUrl: URL;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly now: () => number;
}

/** Checks what the host set. Throws a `TypeError` that names the setting and its cure, and never its value. */
export function readSettings<Context>(given: GatewaySettings<Context>): Settings {
  const base = readBaseUrl(given.baseUrl);
  const now = given.now ?? Date.now;
  return {
    apiKey: readApiKey(given.apiKey),
    baseUrl: base.origin + base.pathname.replace(/\/+$/, ''),
    origin: base.origin,
    prefix: base.pathname.replace(/\/+$/, ''),
    signingKeys: readSigningKeys(given.signingKeys),
    company: readCompany(given.company),
    permit: given.permit ?? (({ action }) => action !== 'delete'),
    returnTo: readReturnTo(given.returnTo ?? '/', base),
    lender: readLender(given.lender ?? base.hostname),
    consents: readConsents(given.consents),
    onConsent: readOnConsent(given),
    webhookSecrets: readWebhookSecrets(given.webhookSecrets),
    onWebhook: readOnWebhook(given),
    ...readStore(given.store, now),
    bus: given.bus ?? memoryBus(),
    companyCalls: readCompanyCalls(given.companyCalls ?? { hour: 240, day: 600 }),
    allowedOrigins: readAllowedOrigins(given.allowedOrigins ?? []),
    codatUrl: readCodatUrl(given.codatUrl ?? 'https://api.codat.io'),
    fetch: given.fetch ?? ((request) => globalThis.fetch(request)),
    now,
  };
}

/** Whether a string has the shape of Codat's company and connection ids. */
export const isId = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

const wrong = (setting: string, cure: string): TypeError =>
  new TypeError(`createGateway: \`${setting}\` ${cure}`);

function readApiKey(apiKey: unknown): string {
  if (typeof apiKey !== 'string' || !apiKey) {
    throw wrong('apiKey', 'is missing. Copy one from Codat’s Portal: Developers > API keys.');
  }
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw wrong('apiKey', 'must be the key alone: no "Basic " before it, no spaces or line breaks.');
  }
  return apiKey;
}

function readBaseUrl(baseUrl: unknown): URL {
  const url = readUrl(baseUrl);
  const plain = url && !url.search && !url.hash && !url.username && /^(\/[\w.~-]+)*\/?$/.test(url.pathname);
  if (!plain) {
    throw wrong('baseUrl', 'must be the gateway’s public URL, such as https://www.lender.example/codat.');
  }
  return url;
}

function readSigningKeys(signingKeys: unknown): readonly [string, ...string[]] {
  const cure =
    'must list one or more secrets of at least 32 characters, such as `openssl rand -base64 32` makes.';
  if (!Array.isArray(signingKeys)) throw wrong('signingKeys', cure);
  const long = signingKeys.filter((key): key is string => typeof key === 'string' && key.length >= 32);
  const [first, ...others] = long;
  if (first === undefined || long.length < signingKeys.length) throw wrong('signingKeys', cure);
  return [first, ...others];
}

function readCompany<Context>(company: GatewaySettings<Context>['company'] | undefined): Settings['company'] {
  if (typeof company !== 'function') {
    throw wrong(
      'company',
      'must be a function from a request to Codat’s company id, or null when signed out.',
    );
  }
  return async (request, context) => {
    // The host's own context comes back to it as it was handed to `fetch`.
    const id = (await company(request, context as Context)) ?? null;
    if (id !== null && !isId(id)) throw wrong('company', 'must answer Codat’s company id (a GUID) or null.');
    // Webhooks name it as Codat writes it.
    return id?.toLowerCase() ?? null;
  };
}

function readReturnTo(returnTo: string | readonly string[], base: URL): readonly [string, ...string[]] {
  const cure = 'must list pages to come back to, as http(s) URLs or paths, without a fragment.';
  const pages = [returnTo].flat().map((page) => {
    const url = readUrl(page, base.origin);
    if (!url || url.hash) throw wrong('returnTo', cure);
    return url.href;
  });
  const [first, ...others] = pages;
  if (first === undefined) throw wrong('returnTo', cure);
  return [first, ...others];
}

function readLender(lender: unknown): string {
  if (typeof lender !== 'string' || !lender.trim()) throw wrong('lender', 'must be a name people know.');
  return lender.trim();
}

/** An empty list is a mistake, not a wish: it would let everyone connect unasked. */
function readConsents(consents: unknown): readonly Consent[] {
  if (consents === undefined) return [];
  const read = consentList.safeParse(consents);
  if (!read.success) {
    throw wrong(
      'consents',
      'must list consents, each with a `version`, a `locale` such as en-GB, `sections` of `title` and `body`, and `agree`, and no two alike; leave it out to ask for none.',
    );
  }
  return read.data;
}

function readOnConsent<Context>({ consents, onConsent }: GatewaySettings<Context>): Settings['onConsent'] {
  if (onConsent !== undefined && (typeof onConsent !== 'function' || consents === undefined)) {
    throw wrong('onConsent', 'must be a function, and needs `consents` to be set as well.');
  }
  return async (receipt, request, context) => {
    // The host's own context comes back to it as it was handed to `fetch`.
    await onConsent?.(receipt, request, context as Context);
  };
}

/** An empty list is a mistake, not a wish: leaving it out is how to do without. */
function readWebhookSecrets(secrets: unknown): Settings['webhookSecrets'] {
  if (secrets === undefined) return [];
  const cure =
    'must list the secrets of webhook consumers as Codat’s Portal shows them, `whsec_…`; leave it out to do without.';
  if (!Array.isArray(secrets) || secrets.length === 0) throw wrong('webhookSecrets', cure);
  return secrets.map((secret) => {
    const bytes = readSecret(secret);
    if (!bytes) throw wrong('webhookSecrets', cure);
    return bytes;
  });
}

function readOnWebhook<Context>({
  webhookSecrets,
  onWebhook,
}: GatewaySettings<Context>): Settings['onWebhook'] {
  if (onWebhook !== undefined && (typeof onWebhook !== 'function' || webhookSecrets === undefined)) {
    throw wrong('onWebhook', 'must be a function, and needs `webhookSecrets` to be set as well.');
  }
  return async (event) => {
    await onWebhook?.(event);
  };
}

function readStore(given: Store | undefined, now: () => number): Pick<Settings, 'store' | 'cache'> {
  const store = given ? guardedStore(given) : memoryStore({ now });
  return { store, cache: given ? cacheOver(store, now) : store };
}

function readCompanyCalls({ hour, day }: CompanyCalls): CompanyCalls {
  if (![hour, day].every((calls) => Number.isSafeInteger(calls) && calls >= 20)) {
    throw wrong(
      'companyCalls',
      'must say how many calls an `hour` and a `day`, each a whole number from 20 up.',
    );
  }
  return { hour, day };
}

function readAllowedOrigins(origins: unknown): readonly string[] {
  const isOrigin = (origin: unknown): origin is string => readUrl(origin)?.origin === origin;
  if (!Array.isArray(origins) || !origins.every(isOrigin)) {
    throw wrong(
      'allowedOrigins',
      'must list origins as browsers send them, such as https://app.lender.example: no path, no slash at the end, no *.',
    );
  }
  return origins;
}

function readCodatUrl(codatUrl: string): URL {
  const url = readUrl(codatUrl);
  if (!url || (url.protocol === 'http:' && !isLoopback(url))) {
    throw wrong('codatUrl', 'must be an https URL (http only on this machine): the API key is sent there.');
  }
  return url;
}

function readUrl(value: unknown, base?: string): URL | undefined {
  if (typeof value !== 'string' || !URL.canParse(value, base)) return undefined;
  const url = new URL(value, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  hostname.startsWith('127.');
