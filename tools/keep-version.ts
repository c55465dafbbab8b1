import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import type { KeptVersion } from '../test/versions/kept-versions.js';

/**
 * `npm run build && npm run keep-version` keeps what is in `dist` beside the tests, as the version whose pages and
 * gateways the next ones have to work with: the page in one file, and the gateway with all it imports, each compressed.
 * The two newest stay. `--dist` and `--commit` keep a build of another folder.
 */
const maxKept = 2;
const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'test/versions/kept');
const listPath = join(folder, 'versions.json');

const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const { values } = parseArgs({ options: { dist: { type: 'string' }, commit: { type: 'string' } } });
const { dist = join(root, 'dist'), commit = 'HEAD' } = values;
const { version } = JSON.parse(git('show', `${commit}:package.json`)) as { version: string };
const [hash = '', date = ''] = git('show', '--no-patch', '--format=%h %cI', commit).split(' ');
const name = `${version}-${hash}`;

const bundled = await build({
  entryPoints: [join(dist, 'gateway/index.js')],
  absWorkingDir: root,
  nodePaths: [join(root, 'node_modules')],
  bundle: true,
  format: 'esm',
  platform: 'node',
  minify: true,
  legalComments: 'none',
  write: false,
});
const files = {
  'gateway.js.br': bundled.outputFiles[0]?.contents ?? new Uint8Array(),
  'page.js.br': readFileSync(join(dist, 'connect-elements.all.js')),
};
mkdirSync(join(folder, name), { recursive: true });
for (const [file, content] of Object.entries(files))
  writeFileSync(join(folder, name, file), brotliCompressSync(content));

const others = readList().filter((each) => each.name !== name);
const all = [...others, { name, date }].sort((one, other) => one.date.localeCompare(other.date));
for (const { name } of all.slice(0, -maxKept)) rmSync(join(folder, name), { recursive: true });
writeFileSync(listPath, `${JSON.stringify(all.slice(-maxKept), null, 2)}\n`);

function readList(): KeptVersion[] {
  try {
    // Only this tool writes it.
    return JSON.parse(readFileSync(listPath, 'utf8')) as KeptVersion[];
  } catch {
    return [];
  }
}
