import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { snippetsOf } from '../e2e/readme-snippets.js';
import { emptyFolder, root, write } from '../gateway/adapters/built.js';

const folderOf = (framework: string): string =>
  fileURLToPath(new URL(`types/${framework}/`, import.meta.url));
const bin = fileURLToPath(new URL('../../node_modules/.bin/', import.meta.url));

describe('the types of the tags in templates', () => {
  it('accept what a Vue template writes and refuse its mistakes, by vue-tsc with strict templates', async () => {
    const output = await check('vue', ['vue-tsc', '--noEmit', '--pretty', 'false']);
    const errors = [...output.matchAll(/^(\w+\.vue)\((\d+),/gm)];
    assert.deepEqual(linesOf(errors), mistakesIn('vue', 'Wrong.vue'), output);
  });

  it('accept what a Svelte template writes and refuse its mistakes, by svelte-check', async () => {
    const output = await check('svelte', [
      'svelte-check',
      '--tsconfig',
      './tsconfig.json',
      '--output',
      'machine',
    ]);
    const errors = [...output.matchAll(/ERROR "(\w+\.svelte)" (\d+):/g)];
    assert.deepEqual(linesOf(errors), mistakesIn('svelte', 'Wrong.svelte'), output);
  });
});

describe('the templates of Vue in the documentation', () => {
  it('have no mistake in their types, as they are pasted, by vue-tsc with strict templates', async () => {
    const folder = emptyFolder('vue-snippets');
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/codat-connect-elements'), 'dir');
    write(folder, 'package.json', '{"type":"module"}');
    write(folder, 'tags.d.ts', "import type {} from 'codat-connect-elements/vue';");
    const { compilerOptions, vueCompilerOptions } = JSON.parse(
      readFileSync(`${folderOf('vue')}tsconfig.json`, 'utf8'),
    ) as Record<string, object>;
    const settings = { ...compilerOptions, allowJs: true, checkJs: true, noImplicitAny: false };
    write(
      folder,
      'tsconfig.json',
      JSON.stringify({ compilerOptions: settings, vueCompilerOptions, include: ['*.vue', '*.d.ts'] }),
    );
    const elements = readdirSync(join(root, 'docs/elements')).map((name) => `docs/elements/${name}`);
    const snippets = ['README.md', ...elements].flatMap((path) => snippetsOf(join(root, path), 'vue'));
    assert.equal(snippets.length, elements.length + 1);
    for (const [index, text] of snippets.entries()) write(folder, `Snippet${index}.vue`, text);
    assert.equal(await run(folder, ['vue-tsc', '--noEmit', '--pretty', 'false']), '');
  });
});

/** Runs a checker in the folder of a framework, and gives what it prints; it exits with 1 when it finds errors. */
const check = (framework: string, command: readonly string[]): Promise<string> =>
  run(folderOf(framework), command);

function run(cwd: string, [program = '', ...settings]: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(`${bin}${program}`, settings, { cwd }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
}

/** Where errors are, each line once. */
const linesOf = (errors: readonly RegExpMatchArray[]): string[] => [
  ...new Set(errors.map(([, file = '', line = '']) => `${file}:${line}`)),
];

/** Where a file has an element: each has one mistake. */
function mistakesIn(framework: string, file: string): string[] {
  const lines = readFileSync(`${folderOf(framework)}${file}`, 'utf8').split('\n');
  const mistakes = lines.flatMap((line, index) =>
    /^\s*<platform-pi/.test(line) ? [`${file}:${index + 1}`] : [],
  );
  assert.ok(mistakes.length > 5);
  return mistakes;
}
