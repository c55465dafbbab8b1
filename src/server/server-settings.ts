import type { KeyObject } from 'node:crypto';
import type { GatewaySettings } from '../gateway/settings.js';
import type { HttpHookName } from './define-setting.js';

/** What a claim or a header holds: Codat's id of a company, or the lender's own reference of a customer. */
type CompanyIdKind = 'company' | 'reference';

/** The lender's app is asked whose company a request is for. */
export interface IdentifyByAppSettings {
  readonly by: 'ask';
  readonly url: URL;
  /** The headers that are passed on, in lower case. */
  readonly forward: readonly string[];
  readonly timeoutMs: number;
}

/** A claim of a signed token says whose company a request is for. */
export interface IdentifyByTokenSettings {
  readonly by: 'token';
  readonly from: { readonly cookie: string } | { readonly header: string };
  readonly key: { readonly jwksUrl: URL } | { readonly publicKey: KeyObject } | { readonly secret: string };
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly claim: string;
  readonly names: CompanyIdKind;
}

/** A proxy says in a header whose company a request is for, and proves itself by a secret. */
export interface IdentifyByProxySettings {
  readonly by: 'proxy';
  readonly header: string;
  readonly secretHeader: string;
  readonly secret: string;
  readonly names: CompanyIdKind;
}

/** The one way in which the server knows whose company a request is for. */
export type IdentitySettings = IdentifyByAppSettings | IdentifyByTokenSettings | IdentifyByProxySettings;

/** Which hooks of the lender's app are called, and where. */
export interface HookSettings {
  readonly url: URL;
  readonly names: ReadonlySet<HttpHookName>;
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly timeoutMs: number;
}

/** An address to listen at. Without `host`, every address of the machine. */
export interface Address {
  readonly host: string | undefined;
  readonly port: number;
}

/** The gateway's settings that the server reads from its configuration. The others, such as the store, it creates itself. */
export type ConfigurableGatewaySettings = Pick<
  GatewaySettings,
  | 'apiKey'
  | 'baseUrl'
  | 'signingKeys'
  | 'lender'
  | 'mark'
  | 'accent'
  | 'helpUrl'
  | 'dataTypes'
  | 'readsOnly'
  | 'returnTo'
  | 'allowedOrigins'
  | 'consents'
  | 'webhookSecrets'
  | 'codatUrl'
  | 'companyCalls'
  | 'snapshot'
  | 'permit'
>;

/** The checked settings of the server; of one brand, where it serves several. */
export interface ServerSettings {
  /** The texts of the settings that can't be changed without a restart, by name. */
  readonly fixed: ReadonlyMap<string, string>;
  readonly gateway: ConfigurableGatewaySettings;
  readonly identity: IdentitySettings;
  /** Undefined where the lender's app is not called. */
  readonly hooks: HookSettings | undefined;
  /** Where the state is stored: in memory, or in a Redis that several processes share. */
  readonly state:
    | { readonly in: 'memory' }
    | { readonly in: 'redis'; readonly deployment: RedisDeployment; readonly prefix: string };
  readonly address: Address;
  readonly internal: Address & { readonly key: string | undefined };
  /** The path that a proxy takes off, which is put back before the path of each request; empty if none is. */
  readonly strippedPath: string;
  readonly keepAliveMs: number;
  readonly drainMs: number;
  readonly shutdownMs: number;
  readonly log: 'events' | 'troubles';
}

/** One `ServerSettings` for each brand. Settings of the process, such as the ports, are the same in all. */
export type BrandSettingsList = readonly [ServerSettings, ...ServerSettings[]];

/** Where the Redis is that several processes share. The user, the password and TLS are those of the first URL. */
export interface RedisDeployment {
  /** `cluster`: the URLs are some of its servers; `sentinel`: they are Sentinels, which know the server by its name. */
  readonly kind: 'server' | 'cluster' | 'sentinel';
  readonly urls: readonly [URL, ...URL[]];
  readonly sentinelName: string;
}
