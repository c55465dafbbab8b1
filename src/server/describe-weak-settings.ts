import { findWeakSettings } from '../gateway/find-weak-settings.js';
import { parseSettings } from '../gateway/parse-settings.js';
import type { ServerSettings } from './server-settings.js';
import type { SettingName } from './setting-definitions-by-name.js';

type Weakness = ReturnType<typeof findWeakSettings>[number];

const names: Readonly<Record<Weakness['setting'], SettingName>> = {
  baseUrl: 'BASE_URL',
  allowedOrigins: 'ALLOWED_ORIGINS',
  returnTo: 'RETURN_TO',
  signingKeys: 'SIGNING_KEYS',
  webhookSecrets: 'CODAT_WEBHOOK_SECRETS',
  lender: 'LENDER',
};

const remedies: Readonly<Record<Weakness['code'], string>> = {
  HTTP_ORIGIN: 'has an http address, whose pages anyone on the way reads and changes: use https.',
  GUESSABLE_KEY: 'has a key that can be guessed: make keys by `openssl rand -base64 32`.',
  NO_NAME: 'is not set: people who were sent a link see a host name instead of yours.',
};

/** One sentence for each setting that is valid but protects less than it should, with its remedy. `serve` logs them at the start. */
export const describeWeakSettings = ({ gateway }: ServerSettings): string[] =>
  findWeakSettings(parseSettings({ ...gateway, company: () => null, onEvent: () => undefined })).map(
    ({ setting, code }) => `${names[setting]} ${remedies[code]}`,
  );
