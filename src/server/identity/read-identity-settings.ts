import type { IdentitySettings, IdentifyByTokenSettings } from '../server-settings.js';
import type { SettingDefinition } from '../define-setting.js';
import {
  settingDefinitionsByName,
  settingNames,
  type SettingName,
  type SettingValues,
} from '../setting-definitions-by-name.js';
import { sharedSecretAlgorithms } from './identity-setting-definitions-by-name.js';

type IsMissing = (name: SettingName) => boolean;

/**
 * Reads the settings for `IDENTITY`'s way of identifying people. Reports an error if one of them is missing, or if one
 * of another way is set: ignoring it might admit people whom the operator didn't mean to trust.
 */
export function readIdentitySettings(
  values: SettingValues,
  isMissing: IsMissing,
  problems: string[],
): IdentitySettings | undefined {
  const way = values.IDENTITY;
  if (isMissing('IDENTITY'))
    problems.push(`IDENTITY is missing: ${settingDefinitionsByName.IDENTITY.about}.`);
  if (way === undefined) return undefined;
  for (const name of settingNames) {
    const { ways }: SettingDefinition = settingDefinitionsByName[name];
    if (ways && !ways.includes(way) && !isMissing(name))
      problems.push(
        `${name} is not for IDENTITY=${way}: remove it, or set IDENTITY to ${ways.join(' or ')}.`,
      );
  }
  const requireAll = (...names: SettingName[]): void => {
    for (const name of names.filter(isMissing)) {
      const { about, mustBe } = settingDefinitionsByName[name];
      problems.push(`${name} is missing for IDENTITY=${way}: ${about}. It must be ${mustBe}.`);
    }
  };
  const requireOne = (...names: SettingName[]): void => {
    const set = names.filter((name) => !isMissing(name));
    if (set.length !== 1)
      problems.push(`IDENTITY=${way} needs one of ${names.join(', ')}; set are ${set.join(', ') || 'none'}.`);
  };
  if (way === 'ask') {
    requireAll('IDENTITY_URL');
    return readAsk(values);
  }
  if (way === 'token') {
    requireAll('IDENTITY_ISSUER', 'IDENTITY_AUDIENCE', 'IDENTITY_NAMES');
    requireOne('IDENTITY_COOKIE', 'IDENTITY_HEADER');
    requireOne('IDENTITY_JWKS_URL', 'IDENTITY_PUBLIC_KEY', 'IDENTITY_SHARED_SECRET');
    return readToken(values, problems);
  }
  requireAll('IDENTITY_HEADER', 'IDENTITY_SECRET_HEADER', 'IDENTITY_SECRET', 'IDENTITY_NAMES');
  return readProxy(values, problems);
}

function readAsk({
  IDENTITY_URL: url,
  IDENTITY_FORWARD: forward,
  IDENTITY_TIMEOUT_MS: timeoutMs,
}: SettingValues) {
  return url && forward && timeoutMs !== undefined
    ? ({ by: 'ask', url, forward, timeoutMs } as const)
    : undefined;
}

function readToken(values: SettingValues, problems: string[]): IdentifyByTokenSettings | undefined {
  const { IDENTITY_ISSUER: issuer, IDENTITY_AUDIENCE: audience, IDENTITY_CLAIM: claim } = values;
  const { IDENTITY_COOKIE: cookie, IDENTITY_HEADER: header, IDENTITY_NAMES: names } = values;
  const {
    IDENTITY_JWKS_URL: jwksUrl,
    IDENTITY_PUBLIC_KEY: publicKey,
    IDENTITY_SHARED_SECRET: secret,
  } = values;
  const from = cookie === undefined ? header !== undefined && { header } : { cookie };
  const key =
    (jwksUrl && { jwksUrl }) ??
    (publicKey && { publicKey }) ??
    (secret === undefined ? undefined : { secret });
  if (!key) return undefined;
  const isShared = 'secret' in key;
  const algorithms = values.IDENTITY_ALGORITHMS ?? (isShared ? ['HS256'] : ['RS256', 'ES256']);
  // With both kinds of algorithm allowed, anyone could sign with the public key as an HMAC secret.
  if (
    algorithms.some((algorithm) => sharedSecretAlgorithms.some((shared) => shared === algorithm) !== isShared)
  ) {
    problems.push(
      isShared
        ? `IDENTITY_ALGORITHMS must be of ${sharedSecretAlgorithms.join(', ')} with IDENTITY_SHARED_SECRET.`
        : 'IDENTITY_ALGORITHMS must have no HS… beside public keys: anyone could sign with those.',
    );
  }
  if (!from || issuer === undefined || audience === undefined || claim === undefined || !names)
    return undefined;
  return { by: 'token', from, key, issuer, audience, algorithms, claim, names };
}

function readProxy(values: SettingValues, problems: string[]): IdentitySettings | undefined {
  const { IDENTITY_HEADER: header, IDENTITY_SECRET_HEADER: secretHeader } = values;
  const { IDENTITY_SECRET: secret, IDENTITY_NAMES: names } = values;
  if (header !== undefined && header === secretHeader)
    problems.push('IDENTITY_SECRET_HEADER must be another header than IDENTITY_HEADER.');
  for (const [name, value] of Object.entries({
    IDENTITY_HEADER: header,
    IDENTITY_SECRET_HEADER: secretHeader,
  }))
    if (value !== undefined && standardHeaders.has(value))
      problems.push(`${name} must be a header of your own: browsers send ${value} too.`);
  return header !== undefined && secretHeader !== undefined && secret !== undefined && names
    ? { by: 'proxy', header, secretHeader, secret, names }
    : undefined;
}

const standardHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'host',
  'origin',
  'referer',
  'connection',
  'content-length',
  'content-type',
  'transfer-encoding',
]);
