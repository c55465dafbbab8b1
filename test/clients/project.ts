import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestOf, root, sourcesOf, type Client } from './clients.js';

/** How long a step may take, in milliseconds, on a machine that is busy with others. */
const limitsMs = { pack: 120_000, install: 420_000, check: 240_000, build: 300_000, test: 120_000 } as const;

export type Step = keyof typeof limitsMs;

const name = 'codat-connect-elements';

/** Packs what `npm run build` built, as npm publishes it; the path of the tarball. */
export async function pack(folder: string): Promise<string> {
  const printed = await run('pack', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
  return join(folder, printed.trim().split('\n').at(-1) ?? '');
}

/** Copies a client out of this repository and installs it, with the tarball in the place of the published package. */
export async function install(client: Client, tarball: string, into: string): Promise<string> {
  const folder = join(into, client.folder);
  cpSync(sourcesOf(client), folder, { recursive: true });
  const manifest = manifestOf(client);
  manifest.dependencies[name] = `file:${tarball}`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  await run(
    'install',
    ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
    folder,
  );
  return folder;
}

/** Runs a script of the client's, if it has one of this name. */
export async function runScript(client: Client, step: Step, folder: string): Promise<void> {
  if (step in manifestOf(client).scripts) await run(step, ['run', step], folder);
}

/** What each warning of `src/development` ends with. */
const advice = 'codat-connect-elements/docs/warnings.md';

/** The scripts of a client's build that hold advice for developers. */
export function filesWithAdvice({ delivery }: Client, folder: string): string[] {
  const built = delivery.is === 'files' ? delivery.folders : ['built', '.next/static', '.next/server'];
  const scripts = built
    .map((path) => join(folder, path))
    .filter((path) => existsSync(path))
    .flatMap((path) =>
      readdirSync(path, { encoding: 'utf8', recursive: true }).map((name) => join(path, name)),
    )
    .filter((path) => path.endsWith('.js') && !path.includes('/vendor/development/'));
  if (scripts.length === 0 && delivery.is !== 'unit tests') throw new Error('The build has no scripts.');
  return scripts.filter((path) => readFileSync(path, 'utf8').includes(advice));
}

/** Variables by which npm finds its registry, and trusts it. */
const networkVariables =
  /^(?:npm_config_(?:registry|cafile|userconfig|globalconfig|https?_?proxy|noproxy)|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR)|(?:https?|no|all)_proxy)$/i;

const { PATH, HOME } = process.env;

/** The environment of a client's programs: nothing of ours but how to reach npm's registry. */
export const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => networkVariables.test(name))),
  PATH,
  HOME,
  CI: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
};

/** Runs npm to its end and gives what it printed. Rejects with that when it fails or takes too long. */
async function run(step: Step, settings: readonly string[], cwd: string): Promise<string> {
  // With a group of its own, so that what it starts ends with it.
  const child = spawn('npm', settings, { cwd, env: environment, detached: true });
  let printed = '';
  let errors = '';
  child.stdout.on('data', (piece: Buffer) => (printed += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()));
  const { pid } = child;
  const timer = setTimeout(() => pid && process.kill(-pid, 'SIGKILL'), limitsMs[step]);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  if (code === 0) return printed;
  const why = code === null ? `took more than ${limitsMs[step] / 1000} s` : `failed with ${code}`;
  throw new Error(`npm ${settings.join(' ')} ${why}: ${printed.slice(-4000)}\n${errors.slice(-4000)}`);
}
