import { readServerSettings } from './read-server-settings.js';
import type { BrandSettingsList, ServerSettings } from './server-settings.js';
import { settingDefinitionsByName, settingNames, type SettingName } from './setting-definitions-by-name.js';

/** The settings of every brand, or every problem with its remedy. */
type BrandSettingsResult = { readonly brands: BrandSettingsList } | { readonly problems: readonly string[] };

/** The settings of the process, which are the same for all its brands. */
const processSettings: readonly SettingName[] = settingNames.filter(
  (name) => settingDefinitionsByName[name].group === 'listening' && name !== 'INTERNAL_KEY',
);

/**
 * Reads one brand's settings from each file and the environment variables; without files, one brand's from the
 * environment alone.
 */
export function readBrandSettingsList(
  env: Readonly<Record<string, string | undefined>>,
  configPaths: readonly string[] = [],
): BrandSettingsResult {
  const [first, ...others] = configPaths.length > 0 ? configPaths : [undefined];
  const brands: ServerSettings[] = [];
  const problems: string[] = [];
  for (const path of [first, ...others]) {
    const read = readServerSettings(env, path);
    if ('settings' in read) brands.push(read.settings);
    else
      problems.push(...read.problems.map((problem) => (others.length > 0 ? `${path}: ${problem}` : problem)));
  }
  const [one, ...more] = brands;
  if (problems.length > 0 || !one) return { problems };
  problems.push(...findConflicts([one, ...more]));
  return problems.length > 0 ? { problems } : { brands: [one, ...more] };
}

/** Returns the problems of settings that must differ between the brands of one process, and of those that must not. */
function findConflicts(brands: BrandSettingsList): string[] {
  const isRepeated = (values: readonly (string | undefined)[]): boolean => {
    const present = values.filter((value) => value !== undefined);
    return new Set(present).size < present.length;
  };
  const isDifferent = (name: SettingName): boolean =>
    new Set(brands.map(({ fixed }) => fixed.get(name))).size > 1;
  const addresses = brands.map(({ gateway }) => new URL(gateway.baseUrl).href.replace(/\/+$/, ''));
  const stores = brands.map(({ state }) =>
    state.in === 'redis' ? `${state.deployment.urls.map(String).sort().join()} ${state.prefix}` : undefined,
  );
  return [
    ...(isRepeated(addresses) ? ['BASE_URL must be another one in each file of --config.'] : []),
    ...(isRepeated(brands.map(({ internal }) => internal.key))
      ? ['INTERNAL_KEY must be another one in each file of --config: it says whose server asks.']
      : []),
    ...(isRepeated(stores)
      ? ['REDIS_PREFIX must be another one in each file of --config whose REDIS_URL is the same.']
      : []),
    ...processSettings
      .filter(isDifferent)
      .map((name) => `${name} must be the same in each file of --config: set it in the environment.`),
  ];
}

/** The names of the settings that differ and can't be changed without a restart; `--config` if the number of brands differs. */
export function findChangesNeedingRestart(
  before: readonly ServerSettings[],
  after: readonly ServerSettings[],
): string[] {
  const names = settingNames.filter((name) =>
    before.some(({ fixed }, index) => fixed.get(name) !== after[index]?.fixed.get(name)),
  );
  return before.length === after.length ? names : ['--config'];
}
