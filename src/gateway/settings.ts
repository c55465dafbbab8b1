import type { Bus } from './changes/bus.js';
import type { ConnectionAction } from '../contract/connection-action.js';
import type { ConsentText, ConsentReceipt } from '../contract/consent.js';
import type { DescriptorExhaustionDetector } from './telemetry/descriptor-exhaustion-detector.js';
import type { GatewayEvent } from './telemetry/gateway-event.js';
import type { PageLocalizationsByLang } from './http/pages/page-localizations.js';
import type { LenderBranding } from './http/pages/lender-branding.js';
import type { SomePageWords } from './http/pages/page-words.js';
import type { SourceType } from '../api/schemas/source-type.js';
import type { Connection } from './codat/schemas.js';
import type { Store } from './store/store.js';
import type { Tracing } from './telemetry/tracing.js';
import type { WebhookEvent } from './changes/webhook-event.js';

/** A value or a promise of it. */
export type Awaitable<Value> = Value | Promise<Value>;

/** How often a company's pages may cause a call to Codat. */
export interface CompanyCodatCallLimits {
  readonly hour: number;
  readonly day: number;
}

/**
 * The settings of {@link createGateway}. `Context` is the type of the second argument that the host passes to `fetch`. An
 * optional setting that is undefined, such as a variable of the environment that isn't set, has its default.
 */
export interface GatewaySettings<Context = unknown> {
  /** Codat's API key, as the Portal shows it. It stays in this process. */
  apiKey: string;
  /** The public URL at which the gateway is mounted, such as `https://www.lender.example/codat`. */
  baseUrl: string;
  /** Secrets of 32 characters or more. The first signs, all verify: to rotate, put the new one first. */
  signingKeys: readonly string[];
  /**
   * Codat's id of the company that the request's person acts for, or null when nobody is signed in. The only source of
   * identity. It is called again, with only the request's cookies, for later requests that carry cookies.
   */
  company: (request: Request, context: Context) => Awaitable<string | null | undefined>;
  /**
   * Decides whether the company's people may take an action on a connection. While it fails, no action on that connection
   * is offered or taken. Default: reconnect and disconnect yes, delete no.
   */
  permit?:
    | ((question: {
        company: string;
        action: ConnectionAction;
        connection: Connection;
      }) => Awaitable<boolean>)
    | undefined;
  /** The pages people may return to after sign-in, as URLs or paths on `baseUrl`'s origin; the first is the default. Default `/`. */
  returnTo?: string | readonly string[] | undefined;
  /**
   * The lender's name on the gateway's own pages, which people see who were sent a link. Default: the host name of
   * `baseUrl`, and a warning at start.
   */
  lender?: string | undefined;
  /** The lender's mark on those pages: the URL of an image, or its path on `baseUrl`'s origin. Default: none. */
  mark?: string | undefined;
  /** The colour of the button on those pages, such as `#0e4d38`. Default: the colour of text. */
  accent?: string | undefined;
  /** Where people on those pages find help: a URL, a path on `baseUrl`'s origin, or `mailto:…`. Default: none. */
  helpUrl?: string | undefined;
  /**
   * Codat's data types that the lender reads, by source type: `{ Accounting: ['profitAndLoss', 'invoices'] }`. A person
   * sees them in the picker, and one who was sent a link sees them on its page. Default: none are named.
   */
  dataTypes?: Readonly<Partial<Record<SourceType, readonly string[]>>> | undefined;
  /** Whether the lender writes nothing to people's platforms, so that the picker may say so. Default: false. */
  readsOnly?: boolean | undefined;
  /**
   * Your own texts for the gateway's pages, by language: `{ en: { invitation: { tryAgain: 'Once more' } } }`, or a new
   * language. Pages are in the language that the browser prefers of English, French, Canadian French, German and
   * Spanish, and of those here, else in English; `draftPageWords` has more.
   */
  pageWords?: Readonly<Record<string, SomePageWords>> | undefined;
  /**
   * The texts to agree to before a platform is connected. Default: no consent is required. A person sees the first in
   * their language; a receipt of any listed one is accepted, so keep the previous version at the end for open pages.
   */
  consents?: readonly ConsentText[] | undefined;
  /**
   * Records a consent. The person can go on once this has resolved. When it rejects, or takes more than twenty seconds,
   * they are asked to try again.
   */
  onConsent?:
    ((receipt: ConsentReceipt, request: Request, context: Context) => Awaitable<unknown>) | undefined;
  /**
   * The secrets of the webhook consumers that send to `baseUrl` + `/webhooks`, as Codat's Portal shows them: `whsec_…`.
   * To rotate, list the new one with the old. With them pages are notified of changes. Default: no webhooks.
   */
  webhookSecrets?: readonly string[] | undefined;
  /**
   * Called once for each of Codat's webhooks, in any order, also for unknown types. The webhook is acknowledged after this
   * resolves; when it rejects, or takes more than ten seconds, Codat resends it for about a day.
   */
  onWebhook?: ((event: WebhookEvent) => Awaitable<unknown>) | undefined;
  /**
   * Called for every request, call to Codat, person's action and trouble. It should return quickly. {@link createJsonLog}
   * returns one that writes lines of JSON. Default: troubles are written to `console.error`, other events dropped.
   */
  onEvent?: ((event: GatewayEvent) => unknown) | undefined;
  /**
   * Origins, other than `baseUrl`'s, of pages that may use the gateway, such as `https://app.lender.example`, or
   * `capacitor://localhost` for an app's web view. Default: none.
   */
  allowedOrigins?: readonly string[] | undefined;
  /**
   * Reads a file of the folder that `npx codat-connect-elements snapshot` wrote, by its name: `platforms.json` or
   * `assets/…`. The gateway then reads no platforms and no images from Codat. Default: none.
   */
  snapshot?: ((name: string) => Awaitable<Uint8Array | undefined>) | undefined;
  /** The store that the gateway's processes share. Default: {@link memoryStore}, for a single process. */
  store?: Store | undefined;
  /** Publish and subscribe between the gateway's processes. Default: {@link memoryBus}, for a single process. */
  bus?: Bus | undefined;
  /**
   * How many calls to Codat one company's pages may cause, in all processes together, so that no company uses up the
   * lender's calls. A tenth is reserved for connecting. Default: 240 an hour, 600 a day.
   */
  companyCalls?: { hour: number; day: number } | undefined;
  /** The URL of Codat's API. Default `https://api.codat.io`. */
  codatUrl?: string | undefined;
  /** The `fetch` for calls to Codat. Default: the platform's own. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** The clock, in milliseconds since 1970. Setting it back affects no duration. Default `Date.now`. */
  now?: (() => number) | undefined;
}

/** The secrets among the settings, which `changeSecrets` of the gateway replaces. */
export interface HostSecrets extends Pick<GatewaySettings, 'apiKey' | 'signingKeys'> {
  readonly webhookSecrets?: GatewaySettings['webhookSecrets'];
}

/** The checked secrets. */
export interface ParsedSecrets {
  readonly apiKey: string;
  readonly signingKeys: readonly [string, ...string[]];
  /** Empty when webhooks are not set up. */
  readonly webhookSecrets: readonly Uint8Array<ArrayBuffer>[];
}

/** The checked settings, with every URL absolute. */
export interface ParsedSettings {
  /** Read `current` where it is used: it may be replaced at any time. */
  readonly secrets: { current: ParsedSecrets };
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly origin: string;
  /** The path of `baseUrl`: empty, or `/codat`. */
  readonly prefix: string;
  readonly company: (request: Request, context: unknown) => Promise<string | null>;
  /** The company that the host names for the request's cookies alone, which a browser sends by itself. */
  readonly companyByCookies: ParsedSettings['company'];
  readonly permit: NonNullable<GatewaySettings['permit']>;
  readonly returnTo: readonly [string, ...string[]];
  /** How the gateway's own pages look. */
  readonly branding: LenderBranding;
  readonly dataTypes: Readonly<Record<string, readonly string[]>>;
  readonly readsOnly: boolean;
  readonly localizations: PageLocalizationsByLang;
  /** Empty when the host requires no consent. */
  readonly consents: readonly ConsentText[];
  readonly onConsent: (receipt: ConsentReceipt, request: Request, context: unknown) => Promise<void>;
  readonly onWebhook: (event: WebhookEvent) => Promise<void>;
  /** Passes an event to the host's `onEvent`. Never throws. */
  readonly emit: (event: GatewayEvent) => void;
  readonly snapshot: GatewaySettings['snapshot'];
  readonly allowedOrigins: readonly string[];
  readonly store: Store;
  /** A cache for data that can be read from Codat again; works without the store. */
  readonly cache: Store;
  readonly bus: Bus;
  readonly companyCalls: CompanyCodatCallLimits;
  readonly codatUrl: URL;
  readonly fetch: (request: Request) => Promise<Response>;
  /** The date in milliseconds since 1970, only to compare with dates from elsewhere. */
  readonly now: () => number;
  /** A monotonic clock for durations, in milliseconds. */
  readonly elapsed: () => number;
  readonly descriptors: DescriptorExhaustionDetector;
  readonly tracing: Tracing;
}

/** Whether a string has the shape of Codat's company and connection ids. */
export const isCodatId = (value: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

/** Whether a text can be Codat's API key, which a copy with quotation marks, spaces or line breaks is not. */
export const isApiKey = (value: string): boolean => /^(?:(?!["'`])[\x21-\x7e])+$/.test(value);

/** Whether a URL has a user or a password. */
export const hasUrlCredentials = ({ username, password }: URL): boolean => Boolean(username || password);

/** Whether a URL points to this machine. Not every resolver knows `*.localhost`, and a host's name may begin with `127.`. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);

/** The error of an invalid setting. `remedy` is the rest of a sentence that begins with the setting. */
export const settingError = (setting: string, remedy: string): TypeError =>
  new TypeError(`createGateway: \`${setting}\` ${remedy}`);

/** Parses an http or https URL; undefined for any other value. */
export function tryParseHttpUrl(value: unknown, base?: string): URL | undefined {
  if (typeof value !== 'string' || !URL.canParse(value, base)) return undefined;
  const url = new URL(value, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

/**
 * The origin of an app's web view, whose pages have a scheme of its own: `capacitor://localhost` on iOS. URL parsers
 * know no origin of such a scheme (https://url.spec.whatwg.org/#origin), and no page has one of the schemes left out
 * here.
 */
const appOrigin = /^(?!(?:file|ftp|wss?):)[a-z][a-z\d+.-]*:\/\/[a-z\d][a-z\d.-]*(?::\d{1,5})?$/;

/** Whether a text is an origin as browsers send it in `Origin`: no path, no slash at the end. */
export function isOriginHeaderValue(text: string): boolean {
  const url = tryParseHttpUrl(text);
  return url ? url.origin === text : URL.canParse(text) && appOrigin.test(text);
}
