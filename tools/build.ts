import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Something that is built from files of ours, with what it needs built before it. */
interface Build {
  readonly needs?: readonly string[];
  /** Files and folders that decide how it turns out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly commands: readonly string[];
}

const root = fileURLToPath(new URL('../', import.meta.url));
const commonInputs = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'tools/build.ts',
  'tools/minify-templates.ts',
];
const manifest = 'dist/custom-elements.json';

const builds: Readonly<Record<string, Build>> = {
  modules: {
    inputs: [...commonInputs, 'src'],
    outputs: ['dist/index.js', 'dist/gateway/index.js'],
    commands: ['vite build --logLevel error'],
  },
  'script-tag': {
    needs: ['modules'],
    inputs: [...commonInputs, 'src'],
    outputs: ['dist/connect-elements.js', 'dist/chunks', 'dist/locales', 'dist/development/script-tag.js'],
    commands: [
      'vite build --logLevel error --mode script-tag',
      'vite build --logLevel error --mode drafts',
      'vite build --logLevel error --mode warnings',
    ],
  },
  manifest: {
    needs: ['modules'],
    inputs: [
      ...commonInputs,
      'src',
      'custom-elements-manifest.config.js',
      ...['describe', 'manifest', 'typed-tags'].map((name) => `tools/${name}.ts`),
    ],
    outputs: [manifest, 'dist/web-types.json', 'dist/tags'],
    commands: ['cem analyze --quiet', 'tsx tools/describe.ts'],
  },
  package: {
    needs: ['modules', 'script-tag', 'manifest'],
    inputs: [...commonInputs, 'src', 'tsconfig.build.json', 'tools/declarations.ts', 'tools/integrity.ts'],
    outputs: ['dist/connect-elements.all.js', 'dist/index.d.ts', 'dist/integrity.json'],
    commands: [
      'vite build --logLevel error --mode one-file',
      'tsc -p tsconfig.build.json',
      'tsx tools/declarations.ts',
      'tsx tools/integrity.ts',
    ],
  },
  demo: {
    needs: ['script-tag'],
    inputs: [...commonInputs, 'src', 'demo/react', 'demo/vue'],
    outputs: ['demo/built'],
    commands: ['vite build --logLevel error --mode demo'],
  },
  storybook: {
    needs: ['manifest'],
    inputs: [...commonInputs, 'src', 'stories', '.storybook', 'demo/public', 'test/support', manifest],
    outputs: ['storybook-static'],
    commands: ['storybook build --quiet --output-dir storybook-static --disable-telemetry'],
  },
};

/**
 * `tsx tools/build.ts NAME…` builds what is named and what it needs, and leaves alone what was built from the very same
 * files.
 */
const wasBuilt = new Map<string, boolean>();
for (const name of process.argv.slice(2)) build(name);

/** Builds what is not current, and returns whether it was built. */
function build(name: string): boolean {
  const found = builds[name];
  if (!found) throw new Error(`There is no build «${name}»: ${Object.keys(builds).join(', ')}.`);
  const before = wasBuilt.get(name);
  if (before !== undefined) return before;

  // What is built again may have emptied the folder that others wrote to.
  const needsAnother = (found.needs ?? []).map(build).includes(true);
  const record = join(root, `node_modules/.cache/connect-elements/${name}`);
  const inputs = digest(found.inputs);
  const isCurrent =
    !needsAnother &&
    found.outputs.every((output) => existsSync(join(root, output))) &&
    existsSync(record) &&
    readFileSync(record, 'utf8') === inputs;
  wasBuilt.set(name, !isCurrent);
  if (isCurrent) return false;

  // Until it is whole, it counts as not built.
  rmSync(record, { force: true });
  for (const command of found.commands) run(command);
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, inputs);
  return true;
}

function run(command: string): void {
  // npm, which runs this, has put the programs of packages on the path.
  const [program = '', ...settings] = command.split(' ');
  const { status } = spawnSync(program, settings, {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** One hash over the names and bytes of files, and of all files below folders. */
function digest(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesBelow))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}
