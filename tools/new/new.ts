import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createElementFiles } from './element.js';

/** What there can be more of. Each gives its files: the text of a new one, or how one that is there changes. */
const kinds: Readonly<Record<string, typeof createElementFiles>> = { element: createElementFiles };

/** `npm run new element <tag>` makes the files that CONTRIBUTING lists for an element, and a first test. */
const [kind = '', tag = ''] = process.argv.slice(2);
const filesOf = kinds[kind];
if (!filesOf) fail(`There is no kind “${kind}”. Use: npm run new ${Object.keys(kinds).join('|')} <tag>`);
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(tag))
  fail(`“${tag}” is no tag: small letters and figures, with a hyphen between words.`);
if (existsSync(`src/components/${tag}`)) fail(`There is a <${tag}> already.`);

const files = Object.entries(filesOf(tag));
for (const [path, file] of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof file === 'string' ? file : file(readFileSync(path, 'utf8')));
}
// npm, which runs this, has put it on the path.
spawnSync('prettier', ['--write', ...files.map(([path]) => path)], { stdio: 'inherit' });

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
