import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { parseArgs } from 'node:util';
import report from './reporter.js';

/**
 * Runs tests by node:test, each file in a process of its own: `tsx tools/testing/node-tests.ts [--workers N] PATH…`,
 * where a path is a file or a folder. Exits with 1 when one fails.
 *
 * Which files of a folder run is decided by `TEST_SIZE` and the words in their names: `*.processes.test.ts` start
 * processes, which `quick` does without; `*.sized.test.ts` try many inputs, and more of them in `deep`;
 * `*.deep.test.ts` belong to `deep` alone.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { workers: { type: 'string', default: '1' } },
});

const sizes: Readonly<Record<string, (words: readonly string[]) => boolean>> = {
  quick: (words) => !words.includes('processes') && !words.includes('deep'),
  test: (words) => !words.includes('deep'),
  deep: (words) => words.includes('deep') || words.includes('sized'),
};
const isWanted = sizes[process.env['TEST_SIZE'] ?? 'test'];
if (!isWanted) throw new Error(`TEST_SIZE is one of ${Object.keys(sizes).join(', ')}.`);

const events = run({ files: positionals.flatMap(filesIn), concurrency: Number(values.workers) });
events.on('test:fail', () => (process.exitCode = 1));
events.compose(report).pipe(process.stdout);

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.test.ts') && isWanted?.(name.split('.')))
    .map((name) => join(path, name));
}
