import type { CompanyCalls } from './limits/company-quota.js';
import type { Bus } from './changes/bus.js';
import type { Consent, ConsentReceipt } from './consents/consent.js';
import type { Descriptors } from './telemetry/descriptors.js';
import type { GatewayEvent } from './telemetry/gateway-event.js';
import type { Languages } from './http/pages/languages.js';
import type { SomePageWords } from './http/pages/page-words.js';
import type { Connection } from './codat/schemas.js';
import type { Store } from './store/store.js';
import type { WebhookEvent } from './changes/webhook-event.js';

/** What a person may do with a connection that exists. */
export type Action = 'reconnect' | 'disconnect' | 'delete';

/** What may be had at once or later. */
export type Awaitable<Value> = Value | Promise<Value>;

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
   * Words of your own for the gateway's pages, by language: `{ en: { invitation: { tryAgain: 'Once more' } } }`, or a
   * language that isn't there yet. Pages speak what a browser asks for: English, French, Canadian French, German,
   * Spanish or Arabic, and English where it asks for another.
   */
  pageWords?: Readonly<Record<string, SomePageWords>>;
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
   * Hears what the gateway does: every request and call to Codat, what people do, and what goes wrong. Should be
   * quick. {@link jsonLog} makes one that writes lines of JSON. Default: what the host has to mend goes to
   * `console.error`, the rest nowhere.
   */
  onEvent?: (event: GatewayEvent) => unknown;
  /**
   * Origins of pages that may use the gateway although they are not of `baseUrl`'s, such as
   * `https://app.lender.example`. Default: none.
   */
  allowedOrigins?: readonly string[];
  /**
   * Reads a file of the folder that `npx codat-connect-elements snapshot` made, by its name in it: `platforms.json`
   * or `assets/…`. Then Codat is asked for no platforms and no images. Default: none.
   */
  snapshot?: (name: string) => Awaitable<Uint8Array | undefined>;
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
  /** The clock, in milliseconds since 1970. What it is set back by counts for no duration. Default: the system’s. */
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
  readonly languages: Languages;
  /** Empty when the host asks for none. */
  readonly consents: readonly Consent[];
  readonly onConsent: (receipt: ConsentReceipt, request: Request, context: unknown) => Promise<void>;
  /** Empty when webhooks are not set up. */
  readonly webhookSecrets: readonly Uint8Array<ArrayBuffer>[];
  readonly onWebhook: (event: WebhookEvent) => Promise<void>;
  /** Tells the host's `onEvent`. Never throws. */
  readonly emit: (event: GatewayEvent) => void;
  readonly snapshot: GatewaySettings['snapshot'];
  readonly allowedOrigins: readonly string[];
  readonly store: Store;
  /** For what Codat can be asked for again: goes on without the store. */
  readonly cache: Store;
  readonly bus: Bus;
  readonly companyCalls: CompanyCalls;
  readonly codatUrl: URL;
  readonly fetch: (request: Request) => Promise<Response>;
  /** The date, in milliseconds since 1970: for what is compared with what others wrote, and for nothing else. */
  readonly now: () => number;
  /** What durations go by: milliseconds since some moment, which only grow. */
  readonly elapsed: () => number;
  readonly descriptors: Descriptors;
}

/** Whether a string has the shape of Codat's company and connection ids. */
export const isId = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

/** Whether a URL is of this machine. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  hostname.startsWith('127.');
