import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { parseJson } from '../gateway/parse-json.js';
import { settingDefinitionsByName, settingNames, type SettingName } from './setting-definitions-by-name.js';

/** The settings as texts, and the problems with their sources. */
interface UnparsedSettings {
  readonly texts: ReadonlyMap<SettingName, string>;
  /** The settings that are set, including those that have a problem instead of a text. */
  readonly isSet: ReadonlySet<SettingName>;
  readonly problems: readonly string[];
}

const fileValue = z.union([z.string(), z.number(), z.array(z.string())]);
const configFile = z.record(z.string(), z.unknown());

/**
 * Collects the settings from the environment, from the files that its `…_FILE` variables name, and from a JSON file with
 * the same names. A setting in the environment replaces one of the JSON file. Problems never contain a value.
 */
export function collectUnparsedSettings(
  env: Readonly<Record<string, string | undefined>>,
  configPath: string | undefined,
): UnparsedSettings {
  const config = readConfig(configPath);
  const problems: string[] = [...config.problems];
  const texts = new Map<SettingName, string>();
  const isSet = new Set<SettingName>(settingNames.filter((name) => config.unusable.has(name)));
  for (const name of settingNames) {
    const fromEnv = textFrom(name, env);
    const found = fromEnv ?? textFrom(name, config.values);
    if (found === undefined) continue;
    isSet.add(name);
    if ('problem' in found) problems.push(found.problem);
    else if (quoted.test(found.text))
      problems.push(`${name} is in quotation marks, which count as a part of it: leave them out.`);
    else texts.set(name, found.text);
  }
  return { texts, isSet, problems };
}

/** Matches a text in quotation marks, which a shell removes but some readers of `.env` files keep. */
const quoted = /^\s*["'“].*["'”]\s*$/s;

/** A setting's text in one source, whether written there or in the file that it names there. */
function textFrom(
  name: SettingName,
  source: Readonly<Record<string, string | undefined>>,
): { readonly text: string } | { readonly problem: string } | undefined {
  const text = source[name] || undefined;
  const path = ('isSecret' in settingDefinitionsByName[name] && source[`${name}_FILE`]) || undefined;
  if (text !== undefined && path !== undefined)
    return { problem: `${name} and ${name}_FILE are both set: remove one of them.` };
  if (text !== undefined) return { text };
  if (path === undefined) return undefined;
  try {
    // Most editors and `echo` end a file with a line break.
    const content = readFileSync(path, 'utf8').trim();
    return content
      ? { text: content }
      : { problem: `${name}_FILE names an empty file: write the secret into it.` };
  } catch (thrown) {
    return {
      problem: `${name}_FILE names a file that can’t be read (${codeOf(thrown)}): check its path and its rights.`,
    };
  }
}

interface Config {
  readonly values: Readonly<Record<string, string>>;
  /** The names whose values are of a type that no setting has, and the settings that such a `…_FILE` is for. */
  readonly unusable: ReadonlySet<string>;
  readonly problems: readonly string[];
}

function readConfig(path: string | undefined): Config {
  const withoutValues = (...problems: string[]): Config => ({ values: {}, unusable: new Set(), problems });
  if (path === undefined) return withoutValues();
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (thrown) {
    return withoutValues(`--config names a file that can’t be read (${codeOf(thrown)}).`);
  }
  const read = configFile.safeParse(parseJson(content));
  if (!read.success)
    return withoutValues(
      '--config must name a JSON file of one object: names of settings, with their values.',
    );
  const values: Record<string, string> = {};
  const unusable = new Set<string>();
  const problems: string[] = [];
  for (const [name, value] of Object.entries(read.data)) {
    const { data } = fileValue.safeParse(value);
    if (!isKnown(name))
      problems.push(`The file of --config has ${name.slice(0, 60)}, which is no setting${nearest(name)}.`);
    else if (data !== undefined) values[name] = [data].flat().join('\n');
    else {
      unusable.add(name.replace(/_FILE$/, '')).add(name);
      problems.push(
        `${name} in the file of --config must be a text, a number or a list of texts: ${mustBe(name)}.`,
      );
    }
  }
  return { values, unusable, problems };
}

/** What the value of a name in the file must be. */
const mustBe = (name: string): string =>
  settingNames
    .filter((known) => known === name)
    .map((known) => settingDefinitionsByName[known].mustBe)
    .join() || 'the path of a file';

/** Whether a name is a setting's, or that of a file with a secret. */
const isKnown = (name: string): boolean =>
  settingNames.some(
    (known) => name === known || ('isSecret' in settingDefinitionsByName[known] && name === `${known}_FILE`),
  );

function nearest(name: string): string {
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z]/g, '');
  const found = settingNames.find((known) => plain(known) === plain(name));
  return found ? `: ${found} is` : '';
}

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
