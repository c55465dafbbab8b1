import type { CompanyCalls } from './limits/company-quota.js';
import { cacheWithFallback } from './store/cache.js';
import { consentList, type Consent } from './consents/consent.js';
import { Descriptors } from './telemetry/descriptors.js';
import { monotonicClock } from './monotonic-clock.js';
import { guardedStore } from './store/guarded-store.js';
import { callHost, eventEmitter } from './auth/host-callbacks.js';
import { memoryBus } from './changes/memory-bus.js';
import { memoryStore } from './store/memory-store.js';
import { withHostWords, type Languages } from './http/pages/languages.js';
import { HostFailure } from './problem.js';
import { isId, isLoopback, type GatewaySettings, type Settings } from './settings.js';
import { weaknessesOf } from './weak-settings.js';
import { decodeSecret } from './changes/webhook-signature.js';

/** Checks what the host set. Throws a `TypeError` that names the setting and its cure, and never its value. */
export function readSettings<Context>(given: GatewaySettings<Context>): Settings {
  const base = readBaseUrl(given.baseUrl);
  const now = given.now ?? Date.now;
  const elapsed = monotonicClock(given.now);
  const descriptors = new Descriptors(elapsed);
  const emit = descriptors.watch(eventEmitter(readOnEvent(given.onEvent), elapsed));
  const settings: Settings = {
    apiKey: readApiKey(given.apiKey),
    baseUrl: base.origin + base.pathname.replace(/\/+$/, ''),
    origin: base.origin,
    prefix: base.pathname.replace(/\/+$/, ''),
    signingKeys: readSigningKeys(given.signingKeys),
    company: readCompany(given.company),
    permit: readPermit(given.permit ?? (({ action }) => action !== 'delete')),
    returnTo: readReturnTo(given.returnTo ?? '/', base),
    lender: readLender(given.lender ?? base.hostname),
    languages: readPageWords(given.pageWords ?? {}),
    consents: readConsents(given.consents),
    onConsent: readOnConsent(given),
    webhookSecrets: readWebhookSecrets(given.webhookSecrets),
    onWebhook: readOnWebhook(given),
    emit,
    snapshot: readSnapshot(given.snapshot),
    ...readStore(given, emit),
    bus: given.bus ?? memoryBus(),
    companyCalls: readCompanyCalls(given.companyCalls ?? { hour: 240, day: 600 }),
    allowedOrigins: readAllowedOrigins(given.allowedOrigins ?? []),
    codatUrl: readCodatUrl(given.codatUrl ?? 'https://api.codat.io'),
    fetch: given.fetch ?? ((request) => globalThis.fetch(request)),
    now,
    elapsed,
    descriptors,
  };
  for (const weakness of weaknessesOf(settings)) emit(weakness);
  return settings;
}

/** How long people wait for the host's own answer about them: less than their page waits for ours. */
const patienceMs = 10_000;

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
    const asked = () => company(request, context as Context);
    const id = (await callHost('company', asked, patienceMs)) ?? null;
    // Webhooks name it as Codat writes it.
    if (id === null || isId(id)) return id?.toLowerCase() ?? null;
    const cause = wrong('company', 'must answer Codat’s company id (a GUID) or null.');
    throw new HostFailure('company', Object.assign(cause, { code: 'NOT_A_COMPANY_ID' }), { mayPass: false });
  };
}

function readPermit(permit: NonNullable<GatewaySettings['permit']>): Settings['permit'] {
  return (question) => callHost('permit', () => permit(question), patienceMs);
}

function readOnEvent(onEvent: GatewaySettings['onEvent']): GatewaySettings['onEvent'] {
  if (onEvent !== undefined && typeof onEvent !== 'function') throw wrong('onEvent', 'must be a function.');
  return onEvent;
}

function readSnapshot(snapshot: GatewaySettings['snapshot']): GatewaySettings['snapshot'] {
  if (snapshot !== undefined && typeof snapshot !== 'function') {
    throw wrong(
      'snapshot',
      'must be a function from a name such as platforms.json to the bytes of that file.',
    );
  }
  return snapshot;
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

function readPageWords(pageWords: NonNullable<GatewaySettings['pageWords']>): Languages {
  try {
    Intl.getCanonicalLocales(Object.keys(pageWords));
    return withHostWords(pageWords);
  } catch {
    throw wrong('pageWords', 'must have words by language, each a tag such as en or pt-BR.');
  }
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
    await callHost('onConsent', () => onConsent?.(receipt, request, context as Context));
  };
}

/** An empty list is a mistake, not a wish: leaving it out is how to do without. */
function readWebhookSecrets(secrets: unknown): Settings['webhookSecrets'] {
  if (secrets === undefined) return [];
  const cure =
    'must list the secrets of webhook consumers as Codat’s Portal shows them, `whsec_…`; leave it out to do without.';
  if (!Array.isArray(secrets) || secrets.length === 0) throw wrong('webhookSecrets', cure);
  return secrets.map((secret) => {
    const bytes = decodeSecret(secret);
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
    await callHost('onWebhook', () => onWebhook?.(event));
  };
}

function readStore<Context>(
  { store: given, now }: GatewaySettings<Context>,
  emit: Settings['emit'],
): Pick<Settings, 'store' | 'cache'> {
  const store = given ? guardedStore(given, emit) : memoryStore(now && { now });
  return { store, cache: given ? cacheWithFallback(store, now) : store };
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
