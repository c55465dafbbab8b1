import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

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

/** Runs a checker in the folder of a framework, and gives what it prints; it exits with 1 when it finds errors. */
function check(framework: string, [program = '', ...settings]: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(`${bin}${program}`, settings, { cwd: folderOf(framework) }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
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
