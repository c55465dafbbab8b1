import type { TroubleEvent } from './telemetry/gateway-event.js';
import { isLoopback, type ParsedSettings } from './settings.js';

type Weakness = Extract<TroubleEvent, { with: 'settings' }>;

/** Finds settings that are valid but protect less than they should. */
export function findWeakSettings(settings: ParsedSettings): Weakness[] {
  const { allowedOrigins, baseUrl, branding, returnTo } = settings;
  const { signingKeys, webhookSecrets } = settings.secrets.current;
  const bytes = (key: string): Uint8Array => new TextEncoder().encode(key);
  const all: [isWeak: boolean, setting: Weakness['setting'], code: Weakness['code']][] = [
    [isPlainHttp(baseUrl), 'baseUrl', 'HTTP_ORIGIN'],
    [allowedOrigins.some(isPlainHttp), 'allowedOrigins', 'HTTP_ORIGIN'],
    [returnTo.some(isPlainHttp), 'returnTo', 'HTTP_ORIGIN'],
    [signingKeys.some((key) => isGuessable(bytes(key))), 'signingKeys', 'GUESSABLE_KEY'],
    [webhookSecrets.some(isGuessable), 'webhookSecrets', 'GUESSABLE_KEY'],
    [branding.lender === new URL(baseUrl).hostname, 'lender', 'NO_NAME'],
  ];
  return all
    .filter(([isWeak]) => isWeak)
    .map(([, setting, code]) => ({ type: 'trouble', with: 'settings', setting, code }));
}

function isPlainHttp(url: string): boolean {
  const parsed = new URL(url);
  // Browsers resolve `*.localhost` themselves.
  return parsed.protocol === 'http:' && !isLoopback(parsed) && !parsed.hostname.endsWith('.localhost');
}

/** A key of few distinct bytes, or of one repeated piece. */
function isGuessable(key: Uint8Array): boolean {
  const text = String.fromCharCode(...key);
  return new Set(key).size < 8 || /^(.{1,16}?)\1+.{0,15}$/s.test(text);
}
