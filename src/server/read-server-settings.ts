import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decodeWebhookSecret } from '../gateway/changes/webhook-signature.js';
import { parseJson } from '../gateway/parse-json.js';
import { parseSettings } from '../gateway/parse-settings.js';
import type { GatewaySettings } from '../gateway/settings.js';
import { collectUnparsedSettings } from './unparsed-settings.js';
import { readIdentitySettings } from './identity/read-identity-settings.js';
import type { ConfigurableGatewaySettings, HookSettings, ServerSettings } from './server-settings.js';
import type { SettingDefinition } from './define-setting.js';
import {
  settingDefinitionsByName,
  settingNames,
  type SettingName,
  type SettingValues,
} from './setting-definitions-by-name.js';

/** The settings, or every problem with its remedy. A problem never contains a value. */
type ServerSettingsResult = { readonly settings: ServerSettings } | { readonly problems: readonly string[] };

/** Checks all settings of the environment and of a JSON file at once. */
export function readServerSettings(
  env: Readonly<Record<string, string | undefined>>,
  configPath?: string,
): ServerSettingsResult {
  const { texts, isSet, problems: sourceProblems } = collectUnparsedSettings(env, configPath);
  const problems = [...sourceProblems];
  const values = parseTexts(texts, problems);
  const isMissing = (name: SettingName): boolean => !isSet.has(name);
  for (const name of ['CODAT_API_KEY', 'BASE_URL', 'SIGNING_KEYS'] as const)
    if (isMissing(name)) problems.push(missingProblem(name));

  const gateway = readGateway(values, problems);
  const identity = readIdentitySettings(values, isMissing, problems);
  const hooks = readHooks(values, isMissing, problems);
  if (hooks) checkHooks(hooks, values, problems);
  checkPaths(values, problems);
  checkState(values, isMissing, problems);
  checkSecrets(texts, problems);
  if (problems.length > 0 || !identity) return { problems };

  const { PORT = 0, HOST, INTERNAL_PORT = 0, INTERNAL_HOST } = values;
  return {
    settings: {
      fixed: new Map([...texts].filter(([name]) => !isReplaceable(name))),
      gateway,
      identity,
      hooks,
      state: readState(values),
      address: { host: HOST, port: PORT },
      internal: { host: INTERNAL_HOST ?? HOST, port: INTERNAL_PORT, key: values.INTERNAL_KEY },
      strippedPath: values.STRIPPED_PATH ?? '',
      keepAliveMs: (values.KEEP_ALIVE_SECONDS ?? 0) * 1000,
      drainMs: (values.DRAIN_SECONDS ?? 0) * 1000,
      shutdownMs: (values.SHUTDOWN_SECONDS ?? 0) * 1000,
      log: values.LOG ?? 'events',
    },
  };
}

function readState({
  REDIS_URL: urls,
  REDIS_KIND: kind = 'server',
  REDIS_SENTINEL_NAME: sentinelName = '',
  REDIS_PREFIX: prefix = '',
}: SettingValues): ServerSettings['state'] {
  return urls ? { in: 'redis', deployment: { kind, urls, sentinelName }, prefix } : { in: 'memory' };
}

/** Whether a setting can be changed while the server runs. */
const isReplaceable = (name: SettingName): boolean =>
  'isSecret' in settingDefinitionsByName[name] && name !== 'REDIS_URL';

/** The problem of a required setting that is not set. */
const missingProblem = (name: SettingName): string => {
  const { about, mustBe } = settingDefinitionsByName[name];
  return `${name} is missing: ${about}. It must be ${mustBe}.`;
};

function parseTexts(texts: ReadonlyMap<SettingName, string>, problems: string[]): SettingValues {
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const name of settingNames) {
    const { schema, fallback, mustBe }: SettingDefinition = settingDefinitionsByName[name];
    const text = texts.get(name) ?? fallback;
    if (text === undefined) continue;
    const read = schema.safeParse(text);
    if (read.success) values[name] = read.data;
    else problems.push(`${name} must be ${mustBe}.`);
  }
  // Each value was parsed by the schema of its name.
  return values as SettingValues;
}

/** Valid settings, with which each of the lender's is checked alone, so that all problems are found. */
const validGatewaySettings: GatewaySettings = {
  apiKey: 'key',
  baseUrl: 'https://lender.example',
  signingKeys: ['abcdefghijklmnopqrstuvwxyz-0123456789'],
  company: () => null,
  onEvent: () => undefined,
};

/** The settings that the gateway takes and checks as they are, with the gateway's names for them. */
const gatewayNames = {
  CODAT_API_KEY: 'apiKey',
  BASE_URL: 'baseUrl',
  SIGNING_KEYS: 'signingKeys',
  RETURN_TO: 'returnTo',
  ALLOWED_ORIGINS: 'allowedOrigins',
  LENDER: 'lender',
  LENDER_MARK: 'mark',
  LENDER_ACCENT: 'accent',
  LENDER_HELP_URL: 'helpUrl',
  DATA_TYPES: 'dataTypes',
  CODAT_URL: 'codatUrl',
  CODAT_WEBHOOK_SECRETS: 'webhookSecrets',
} as const satisfies Partial<Record<SettingName, keyof ConfigurableGatewaySettings>>;

function readGateway(values: SettingValues, problems: string[]): ConfigurableGatewaySettings {
  const check = (name: SettingName, settings: Partial<ConfigurableGatewaySettings>): void => {
    try {
      parseSettings({ ...validGatewaySettings, ...settings });
    } catch (thrown) {
      const [, remedy = settingDefinitionsByName[name].mustBe] =
        /^createGateway: `\w+` (.*)$/s.exec(thrown instanceof Error ? thrown.message : '') ?? [];
      problems.push(`${name} ${remedy}`);
    }
  };
  const gateway: Partial<ConfigurableGatewaySettings> = {};
  for (const name of settingNames.filter(isGatewayName)) {
    if (values[name] === undefined) continue;
    // The gateway checks the value's type.
    const setting = { [gatewayNames[name]]: values[name] } as Partial<ConfigurableGatewaySettings>;
    check(name, setting);
    Object.assign(gateway, setting);
  }
  const consents = readConsents(values.CONSENTS_FILE);
  if (consents) check('CONSENTS_FILE', consents);

  const {
    COMPANY_CALLS_HOUR: hour = 240,
    COMPANY_CALLS_DAY: day = 600,
    ACTIONS: actions,
    SNAPSHOT_DIR,
  } = values;
  return {
    apiKey: '',
    baseUrl: '',
    signingKeys: [],
    ...gateway,
    companyCalls: { hour, day },
    readsOnly: values.READS_ONLY === 'yes',
    ...(actions && { permit: ({ action }) => actions.includes(action) }),
    ...(SNAPSHOT_DIR !== undefined && { snapshot: (name) => readSnapshotFile(SNAPSHOT_DIR, name) }),
    ...consents,
  };
}

const isGatewayName = (name: SettingName): name is keyof typeof gatewayNames => name in gatewayNames;

/** The consents of a file; a malformed one becomes a list that the gateway refuses. */
function readConsents(path: string | undefined): Pick<GatewaySettings, 'consents'> | undefined {
  if (path === undefined) return undefined;
  let content = '';
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    // An unreadable file is as malformed as an empty one.
  }
  // The gateway checks their type.
  return { consents: (parseJson(content) ?? []) as NonNullable<GatewaySettings['consents']> };
}

/** A file of the snapshot, by the gateway's own name for it: `platforms.json`, or an image below `assets/`. */
function readSnapshotFile(folder: string, name: string): Promise<Uint8Array | undefined> {
  const file = name.startsWith('assets/') ? join('assets', basename(name)) : basename(name);
  return readFile(join(folder, file)).catch(() => undefined);
}

function readHooks(
  values: SettingValues,
  isMissing: (name: SettingName) => boolean,
  problems: string[],
): HookSettings | undefined {
  const required = ['HOOKS_URL', 'HOOKS', 'HOOKS_SECRET'] as const;
  const absent = required.filter(isMissing);
  if (absent.length === required.length) return undefined;
  problems.push(
    ...absent.map((name) => `${missingProblem(name)} Set all of ${required.join(', ')}, or none.`),
  );
  const { HOOKS_URL: url, HOOKS: names, HOOKS_SECRET: text, HOOKS_TIMEOUT_MS: timeoutMs = 5_000 } = values;
  const secret = decodeWebhookSecret(text);
  if (text !== undefined && !secret)
    problems.push(`HOOKS_SECRET must be ${settingDefinitionsByName.HOOKS_SECRET.mustBe}.`);
  return url && names && secret && { url, names: new Set(names), secret, timeoutMs };
}

/** Checks that each hook has the other settings that it needs, and that `permit` and `ACTIONS` are not both set. */
function checkHooks({ names }: HookSettings, values: SettingValues, problems: string[]): void {
  if (names.has('permit') && values.ACTIONS)
    problems.push('ACTIONS and the hook permit both decide what people may do: remove one of them.');
  if (names.has('onConsent') && values.CONSENTS_FILE === undefined)
    problems.push('The hook onConsent needs CONSENTS_FILE: without it nobody is asked for consent.');
  if (names.has('onWebhook') && !values.CODAT_WEBHOOK_SECRETS)
    problems.push('The hook onWebhook needs CODAT_WEBHOOK_SECRETS: without them no webhook is taken.');
}

function checkPaths(values: SettingValues, problems: string[]): void {
  const { STRIPPED_PATH: stripped, BASE_URL: base = '', PORT, INTERNAL_PORT } = values;
  const pathname = URL.canParse(base) ? new URL(base).pathname : '';
  if (stripped !== undefined && pathname && !`${pathname}/`.startsWith(`${stripped}/`))
    problems.push(`STRIPPED_PATH must be ${settingDefinitionsByName.STRIPPED_PATH.mustBe}.`);
  if (PORT !== undefined && PORT !== 0 && PORT === INTERNAL_PORT)
    problems.push('INTERNAL_PORT must be another port than PORT: browsers reach that one.');
}

function checkState(
  values: SettingValues,
  isMissing: (name: SettingName) => boolean,
  problems: string[],
): void {
  const { REDIS_KIND: kind, REDIS_URL: urls, SNAPSHOT_DIR: snapshot } = values;
  if (kind === 'server' && (urls?.length ?? 0) > 1)
    problems.push('REDIS_URL has several URLs: set REDIS_KIND to cluster or sentinel, or leave one.');
  for (const name of ['REDIS_KIND', 'REDIS_SENTINEL_NAME', 'REDIS_PREFIX'] as const)
    if (isMissing('REDIS_URL') && !isMissing(name) && values[name] !== undefined)
      problems.push(
        `${name} needs REDIS_URL: without it each process has its own memory and shares nothing.`,
      );
  if (snapshot !== undefined && !existsSync(join(snapshot, 'platforms.json')))
    problems.push('SNAPSHOT_DIR has no platforms.json: it must be the folder that `snapshot` wrote.');
}

/** Checks that each secret is for one purpose, so that a leaked one opens nothing else. */
function checkSecrets(texts: ReadonlyMap<SettingName, string>, problems: string[]): void {
  const seen = new Map<string, SettingName>();
  for (const name of settingNames) {
    if (!('isSecret' in settingDefinitionsByName[name]) || name === 'REDIS_URL') continue;
    const secrets = new Set((texts.get(name) ?? '').split(/[\s,]+/).filter((value) => value.length >= 32));
    for (const secret of secrets) {
      const other = seen.get(secret);
      if (other !== undefined) problems.push(`${name} and ${other} are the same: make a secret for each.`);
      else seen.set(secret, name);
    }
  }
}
