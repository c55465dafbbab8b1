import * as z from 'zod/mini';
import { identitySettingDefinitionsByName } from './identity/identity-setting-definitions-by-name.js';
import {
  hookNames,
  validSecretDescription,
  defineSetting,
  type SettingDefinition,
} from './define-setting.js';
import * as schemas from './setting-schemas.js';

/** Every setting of `codat-connect-elements serve`, by the name of its environment variable. */
export const settingDefinitionsByName = {
  CODAT_API_KEY: defineSetting('gateway', schemas.text, {
    about: 'Codat’s API key: Developers > API keys in its Portal',
    mustBe: 'the key alone',
    isSecret: true,
  }),
  BASE_URL: defineSetting('gateway', schemas.text, {
    about: 'the gateway’s URL as browsers see it, path included',
    mustBe: 'a URL such as https://www.lender.example/codat',
  }),
  SIGNING_KEYS: defineSetting('gateway', schemas.textList, {
    about: 'one or more keys of the gateway’s own; the first signs, all are accepted',
    mustBe: 'keys of 32 characters or more, separated by spaces or commas',
    isSecret: true,
  }),
  LENDER: defineSetting('gateway', schemas.text, {
    about:
      'the lender’s name on the gateway’s own pages; without it the host name of BASE_URL, and a warning',
    mustBe: 'a name that people know',
  }),
  LENDER_MARK: defineSetting('gateway', schemas.text, {
    about: 'the lender’s mark on those pages',
    mustBe: 'the URL of an image, or its path on the origin of BASE_URL',
  }),
  LENDER_ACCENT: defineSetting('gateway', schemas.text, {
    about: 'the colour of the button on those pages',
    mustBe: 'a colour of six digits, such as #0e4d38',
  }),
  LENDER_HELP_URL: defineSetting('gateway', schemas.text, {
    about: 'where people on those pages find help',
    mustBe: 'a URL, a path on the origin of BASE_URL, or mailto:…',
  }),
  DATA_TYPES: defineSetting('gateway', schemas.anyJson, {
    about: 'Codat’s data types that you read, by source type; people see them before they sign in',
    mustBe: 'JSON such as {"Accounting":["profitAndLoss","invoices"]}',
  }),
  READS_ONLY: defineSetting('gateway', z.enum(['yes', 'no']), {
    about: 'whether you write nothing to people’s platforms, which the picker then says',
    mustBe: 'yes or no',
    fallback: 'no',
  }),
  RETURN_TO: defineSetting('gateway', schemas.textList, {
    about: 'pages that people may return to after sign-in; the first is the default',
    mustBe: 'URLs, or paths on the origin of BASE_URL',
    fallback: '/',
  }),
  ALLOWED_ORIGINS: defineSetting('gateway', schemas.textList, {
    about: 'other origins whose pages may use the gateway',
    mustBe: 'origins such as https://app.lender.example',
  }),
  ACTIONS: defineSetting('gateway', schemas.someWordsOf(['reconnect', 'disconnect', 'delete']), {
    about:
      'what people may do with their connections; without it reconnect and disconnect. Not beside the hook `permit`',
    mustBe: 'a list of reconnect, disconnect, delete',
  }),
  CONSENTS_FILE: defineSetting('gateway', schemas.text, {
    about:
      'a JSON file of the texts to agree to before a platform is connected, as `consents` of the gateway',
    mustBe: 'the path of a file',
  }),
  SNAPSHOT_DIR: defineSetting('gateway', schemas.text, {
    about: 'the folder that `codat-connect-elements snapshot` wrote',
    mustBe: 'the path of a folder',
  }),
  CODAT_WEBHOOK_SECRETS: defineSetting('gateway', schemas.textList, {
    about: 'secrets of Codat’s webhook consumers; with them pages learn of changes at once',
    mustBe: '`whsec_…`, as Codat’s Portal shows them',
    isSecret: true,
  }),
  CODAT_URL: defineSetting('gateway', schemas.text, {
    about: 'Codat’s API, or a simulator of it',
    mustBe: 'an https URL',
    fallback: 'https://api.codat.io',
  }),
  COMPANY_CALLS_HOUR: defineSetting('gateway', schemas.wholeNumberBetween(20, 1_000_000), {
    about: 'calls to Codat that one company’s pages may cause in an hour',
    mustBe: 'a whole number from 20 up',
    fallback: '240',
  }),
  COMPANY_CALLS_DAY: defineSetting('gateway', schemas.wholeNumberBetween(20, 1_000_000), {
    about: 'the same in a day',
    mustBe: 'a whole number from 20 up',
    fallback: '600',
  }),

  PORT: defineSetting('listening', schemas.wholeNumberBetween(0, 65_535), {
    about: 'the port for people’s browsers and Codat’s webhooks, behind your proxy; 0 is any free one',
    mustBe: 'a port from 0 to 65535',
    fallback: '8080',
  }),
  HOST: defineSetting('listening', schemas.listenHost, {
    about: 'the address to listen at; without it every one, IPv6 and IPv4',
    mustBe: 'an address such as 127.0.0.1 or ::, without a port',
  }),
  INTERNAL_PORT: defineSetting('listening', schemas.wholeNumberBetween(0, 65_535), {
    about: 'the port for your own servers, probes and Prometheus; no browser may reach it',
    mustBe: 'a port from 0 to 65535, another than PORT',
    fallback: '8081',
  }),
  INTERNAL_HOST: defineSetting('listening', schemas.listenHost, {
    about: 'the address of the internal port; without it that of HOST',
    mustBe: 'an address such as 127.0.0.1 or ::, without a port',
  }),
  INTERNAL_KEY: defineSetting('listening', schemas.secret, {
    about: 'what your servers send as `Authorization: Bearer …` to `/companies/…`; without it that is off',
    mustBe: validSecretDescription,
    isSecret: true,
  }),
  STRIPPED_PATH: defineSetting('listening', schemas.urlPath, {
    about: 'a beginning of BASE_URL’s path that your proxy takes off the requests it passes on',
    mustBe: 'a path such as /lending, with which the path of BASE_URL begins',
  }),
  KEEP_ALIVE_SECONDS: defineSetting('listening', schemas.wholeNumberBetween(1, 3_600), {
    about: 'how long an idle connection stays open: longer than your load balancer’s own limit',
    mustBe: 'seconds from 1 to 3600',
    fallback: '75',
  }),
  DRAIN_SECONDS: defineSetting('listening', schemas.wholeNumberBetween(0, 300), {
    about:
      'on SIGTERM, how long `/readyz` says no while everything still works, for load balancers to notice',
    mustBe: 'seconds from 0 to 300',
    fallback: '5',
  }),
  SHUTDOWN_SECONDS: defineSetting('listening', schemas.wholeNumberBetween(1, 300), {
    about: 'how long running calls to Codat may then take to finish',
    mustBe: 'seconds from 1 to 300',
    fallback: '20',
  }),
  LOG: defineSetting('listening', z.enum(['events', 'troubles']), {
    about: 'what is written to the output, a line of JSON each',
    mustBe: 'events or troubles',
    fallback: 'events',
  }),

  ...identitySettingDefinitionsByName,

  HOOKS_URL: defineSetting('hooks', schemas.httpUrl, {
    about: 'the internal URL of your app that is called',
    mustBe: 'a URL such as http://app:8000/codat-hooks',
  }),
  HOOKS: defineSetting('hooks', schemas.someWordsOf(hookNames), {
    about: 'which hooks are called',
    mustBe: `a list of ${hookNames.join(', ')}`,
  }),
  HOOKS_SECRET: defineSetting('hooks', schemas.text, {
    about: 'the secret that calls are signed with, as Standard Webhooks',
    mustBe:
      '`whsec_` and the base64 of 24 to 64 bytes, such as `echo whsec_$(openssl rand -base64 32)` makes',
    isSecret: true,
  }),
  HOOKS_TIMEOUT_MS: defineSetting('hooks', schemas.wholeNumberBetween(50, 9_000), {
    about: 'how long your app may take to answer one',
    mustBe: 'milliseconds from 50 to 9000',
    fallback: '5000',
  }),

  REDIS_URL: defineSetting('state', schemas.redisUrls, {
    about:
      'the Redis that several processes share; without it everything is in this process’s memory. Of a cluster some servers, or the Sentinels, separated by commas; user, password and TLS are those of the first',
    mustBe: 'a URL such as rediss://user:password@redis.internal:6379, with %25 for a % in the password',
    isSecret: true,
  }),
  REDIS_KIND: defineSetting('state', z.enum(['server', 'cluster', 'sentinel']), {
    about: 'what REDIS_URL leads to: one server, a Redis Cluster, or Sentinels that watch a server',
    mustBe: 'server, cluster or sentinel',
    fallback: 'server',
  }),
  REDIS_SENTINEL_NAME: defineSetting('state', schemas.text, {
    about: 'the name by which Sentinels know the server',
    mustBe: 'a name such as mymaster',
    fallback: 'mymaster',
  }),
  REDIS_PREFIX: defineSetting('state', schemas.text, {
    about: 'what the names of all keys and channels begin with; another one for each gateway on one Redis',
    mustBe: 'a text',
    fallback: 'connect-elements:',
  }),
} satisfies Record<string, SettingDefinition>;

export type SettingName = keyof typeof settingDefinitionsByName;

export const settingNames = Object.keys(settingDefinitionsByName) as readonly SettingName[];

/** The settings as read, each by its schema; undefined where it is not set and has no default. */
export type SettingValues = {
  readonly [Name in SettingName]?: z.output<(typeof settingDefinitionsByName)[Name]['schema']> | undefined;
};
