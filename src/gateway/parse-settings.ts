import { withMemoryFallback } from './store/with-memory-fallback.js';
import type { ConsentText } from '../contract/consent.js';
import { consentTextListSchema } from './consents/consent-text.js';
import { DescriptorExhaustionDetector } from './telemetry/descriptor-exhaustion-detector.js';
import { createElapsedTimeClock } from './elapsed-time-clock.js';
import { createGuardedStore } from './store/guarded-store.js';
import { dedupeCompanyLookupsByCookies } from './auth/dedupe-company-lookups-by-cookies.js';
import { callHostFunction, consentTimeoutMs, createEmit, hostTimeoutMs } from './auth/host-callbacks.js';
import { memoryBus } from './changes/memory-bus.js';
import { memoryStore } from './store/memory-store.js';
import { parsePageSettings } from './http/pages/parse-page-settings.js';
import { HostFailure } from './http-error.js';
import {
  settingError,
  hasUrlCredentials,
  isApiKey,
  isCodatId,
  isLoopback,
  isOriginHeaderValue,
  tryParseHttpUrl,
  type CompanyCodatCallLimits,
  type GatewaySettings,
  type HostSecrets,
  type ParsedSecrets,
  type ParsedSettings,
} from './settings.js';
import { findWeakSettings } from './find-weak-settings.js';
import { importOpenTelemetry, Tracing } from './telemetry/tracing.js';
import { decodeWebhookSecret } from './changes/webhook-signature.js';

/** Checks the host's settings. Throws a `TypeError` that names the setting and the remedy, and never its value. */
export function parseSettings<Context>(hostSettings: GatewaySettings<Context>): ParsedSettings {
  const base = validateBaseUrl(hostSettings.baseUrl);
  const now = hostSettings.now ?? Date.now;
  const elapsed = createElapsedTimeClock(hostSettings.now);
  const descriptors = new DescriptorExhaustionDetector(elapsed);
  const onEvent = validateOptionalFunction('onEvent', hostSettings.onEvent, remedies.onEvent);
  const emit = descriptors.watch(createEmit(onEvent, elapsed));
  const company = validateCompany(hostSettings.company);
  const settings: ParsedSettings = {
    secrets: { current: validateHostSecrets(hostSettings) },
    baseUrl: base.origin + base.pathname.replace(/\/+$/, ''),
    origin: base.origin,
    prefix: base.pathname.replace(/\/+$/, ''),
    company,
    companyByCookies: dedupeCompanyLookupsByCookies(company),
    permit: validatePermit(hostSettings.permit),
    returnTo: validateReturnTo(hostSettings.returnTo ?? '/', base),
    ...parsePageSettings(base, hostSettings),
    readsOnly: validateReadsOnly(hostSettings.readsOnly ?? false),
    consents: validateConsents(hostSettings.consents),
    onConsent: validateOnConsent(hostSettings),
    onWebhook: validateOnWebhook(hostSettings),
    emit,
    snapshot: validateOptionalFunction('snapshot', hostSettings.snapshot, remedies.snapshot),
    ...validateStore(hostSettings, emit),
    bus: hostSettings.bus ?? memoryBus(),
    companyCalls: validateCompanyCallLimits(hostSettings.companyCalls ?? { hour: 240, day: 600 }),
    allowedOrigins: validateAllowedOrigins(hostSettings.allowedOrigins ?? []),
    codatUrl: validateCodatUrl(hostSettings.codatUrl ?? 'https://api.codat.io'),
    fetch: hostSettings.fetch ?? ((request) => globalThis.fetch(request)),
    now,
    elapsed,
    descriptors,
    tracing: new Tracing(base.href, importOpenTelemetry),
  };
  for (const weakness of findWeakSettings(settings)) emit(weakness);
  return settings;
}

/** Checks the secrets alone, as {@link parseSettings} does. */
export function validateHostSecrets({ apiKey, signingKeys, webhookSecrets }: HostSecrets): ParsedSecrets {
  return {
    apiKey: validateApiKey(apiKey),
    signingKeys: validateSigningKeys(signingKeys),
    webhookSecrets: validateWebhookSecrets(webhookSecrets),
  };
}

function validateApiKey(apiKey: unknown): string {
  if (typeof apiKey !== 'string' || !apiKey) {
    throw settingError('apiKey', 'is missing. Copy one from Codat’s Portal: Developers > API keys.');
  }
  if (!isApiKey(apiKey)) {
    throw settingError(
      'apiKey',
      'must be the key alone: no "Basic " before it, no quotation marks, spaces or line breaks.',
    );
  }
  return apiKey;
}

function validateBaseUrl(baseUrl: unknown): URL {
  const url = tryParseHttpUrl(baseUrl);
  const plain =
    url && !url.search && !url.hash && !hasUrlCredentials(url) && /^(\/[\w.~-]+)*\/?$/.test(url.pathname);
  if (!plain) {
    throw settingError(
      'baseUrl',
      'must be the gateway’s public URL, such as https://www.lender.example/codat.',
    );
  }
  return url;
}

function validateSigningKeys(signingKeys: unknown): ParsedSecrets['signingKeys'] {
  const remedy =
    'must list one or more secrets of at least 32 characters, such as `openssl rand -base64 32` makes.';
  if (!Array.isArray(signingKeys)) throw settingError('signingKeys', remedy);
  const long = signingKeys.filter((key): key is string => typeof key === 'string' && key.length >= 32);
  const [first, ...others] = long;
  if (first === undefined || long.length < signingKeys.length) throw settingError('signingKeys', remedy);
  return [first, ...others];
}

function validateCompany<Context>(
  company: GatewaySettings<Context>['company'] | undefined,
): ParsedSettings['company'] {
  if (typeof company !== 'function') {
    throw settingError(
      'company',
      'must be a function from a request to Codat’s company id, or null when signed out.',
    );
  }
  return async (request, context) => {
    // The context is the second argument that the host passed to `fetch`, so it has the host's type.
    const findCompany = () => company(request, context as Context);
    const id = (await callHostFunction('company', findCompany, hostTimeoutMs)) ?? null;
    // The ids in webhooks are parsed into lower case too, so that both are equal.
    if (id === null || isCodatId(id)) return id?.toLowerCase() ?? null;
    const cause = settingError('company', 'must answer Codat’s company id (a GUID) or null.');
    throw new HostFailure('company', Object.assign(cause, { code: 'NOT_A_COMPANY_ID' }), { mayPass: false });
  };
}

function validatePermit(given: GatewaySettings['permit']): ParsedSettings['permit'] {
  const permit = validateOptionalFunction('permit', given, remedies.permit);
  if (!permit) return ({ action }) => action !== 'delete';
  return (question) => callHostFunction('permit', () => permit(question), hostTimeoutMs);
}

/** What to do about a function that is none. */
const remedies = {
  onEvent: 'must be a function of an event; leave it out to log to the console.',
  permit:
    'must be a function that answers whether an action is allowed; leave it out to allow all but to delete.',
  snapshot: 'must be a function from a name such as platforms.json to the bytes of that file.',
} as const;

function validateOptionalFunction<Given>(setting: string, given: Given, remedy: string): Given {
  if (given !== undefined && typeof given !== 'function') throw settingError(setting, remedy);
  return given;
}

function validateReturnTo(returnTo: string | readonly string[], base: URL): readonly [string, ...string[]] {
  const remedy = 'must list pages to come back to, as http(s) URLs or paths, without a fragment.';
  const pages = [returnTo].flat().map((page) => {
    const url = tryParseHttpUrl(page, base.origin);
    // Not `url.hash`, which is empty for a bare `#` too: the fragment that we append would not be found after that.
    if (!url || url.href.includes('#')) throw settingError('returnTo', remedy);
    return url.href;
  });
  const [first, ...others] = pages;
  if (first === undefined) throw settingError('returnTo', remedy);
  return [first, ...others];
}

function validateReadsOnly(readsOnly: unknown): boolean {
  if (typeof readsOnly !== 'boolean') throw settingError('readsOnly', 'must be true or false.');
  return readsOnly;
}

/** An empty list is refused as a mistake: it would let everyone connect without consent. */
function validateConsents(consents: unknown): readonly ConsentText[] {
  if (consents === undefined) return [];
  const parsed = consentTextListSchema.safeParse(consents);
  if (!parsed.success) {
    throw settingError(
      'consents',
      'must list consents, each with a `version`, a `locale` such as en-GB, `sections` of `title` and `body`, and `agree`, and no two alike; leave it out to ask for none.',
    );
  }
  return parsed.data;
}

function validateOnConsent<Context>({
  consents,
  onConsent,
}: GatewaySettings<Context>): ParsedSettings['onConsent'] {
  if (onConsent !== undefined && (typeof onConsent !== 'function' || consents === undefined)) {
    throw settingError('onConsent', 'must be a function, and needs `consents` to be set as well.');
  }
  return async (receipt, request, context) => {
    // The context is the second argument that the host passed to `fetch`, so it has the host's type.
    const record = () => onConsent?.(receipt, request, context as Context);
    await callHostFunction('onConsent', record, consentTimeoutMs);
  };
}

/** An empty list is refused as a mistake: a host without webhooks leaves it out. */
function validateWebhookSecrets(secrets: unknown): ParsedSecrets['webhookSecrets'] {
  if (secrets === undefined) return [];
  const remedy =
    'must list the secrets of webhook consumers as Codat’s Portal shows them, `whsec_…`; leave it out to do without.';
  if (!Array.isArray(secrets) || secrets.length === 0) throw settingError('webhookSecrets', remedy);
  return secrets.map((secret) => {
    const bytes = decodeWebhookSecret(secret);
    if (!bytes) throw settingError('webhookSecrets', remedy);
    return bytes;
  });
}

function validateOnWebhook<Context>({
  webhookSecrets,
  onWebhook,
}: GatewaySettings<Context>): ParsedSettings['onWebhook'] {
  if (onWebhook !== undefined && (typeof onWebhook !== 'function' || webhookSecrets === undefined)) {
    throw settingError('onWebhook', 'must be a function, and needs `webhookSecrets` to be set as well.');
  }
  return async (event) => {
    await callHostFunction('onWebhook', () => onWebhook?.(event));
  };
}

function validateStore<Context>(
  { store: hostStore, now }: GatewaySettings<Context>,
  emit: ParsedSettings['emit'],
): Pick<ParsedSettings, 'store' | 'cache'> {
  const store = hostStore ? createGuardedStore(hostStore, emit) : memoryStore({ now });
  return { store, cache: hostStore ? withMemoryFallback(store, now) : store };
}

function validateCompanyCallLimits({ hour, day }: CompanyCodatCallLimits): CompanyCodatCallLimits {
  if (![hour, day].every((calls) => Number.isSafeInteger(calls) && calls >= 20)) {
    throw settingError(
      'companyCalls',
      'must say how many calls an `hour` and a `day`, each a whole number from 20 up.',
    );
  }
  return { hour, day };
}

function validateAllowedOrigins(origins: unknown): readonly string[] {
  const isOrigin = (origin: unknown): origin is string =>
    typeof origin === 'string' && isOriginHeaderValue(origin);
  if (!Array.isArray(origins) || !origins.every(isOrigin)) {
    throw settingError(
      'allowedOrigins',
      'must list origins as browsers send them, such as https://app.lender.example: no path, no slash at the end, no *.',
    );
  }
  return origins;
}

function validateCodatUrl(codatUrl: string): URL {
  const url = tryParseHttpUrl(codatUrl);
  if (!url || (url.protocol === 'http:' && !isLoopback(url))) {
    throw settingError(
      'codatUrl',
      'must be an https URL (http only on this machine): the API key is sent there.',
    );
  }
  // `fetch` refuses a URL with a password, and paths are put behind this one.
  if (hasUrlCredentials(url) || url.search || url.hash)
    throw settingError('codatUrl', 'must be a URL without a user, a password, a query and a fragment.');
  return url;
}
