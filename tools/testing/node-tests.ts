import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { run } from 'node:test';
import { parseArgs } from 'node:util';
import report from './reporter.js';
import { ownRuns } from './stages.js';

/**
 * Runs tests by node:test, each file in a process of its own:
 * `tsx tools/testing/node-tests.ts [--workers N] [--together] PATH…`, where a path is a file or a folder. Exits with 1
 * when one fails.
 *
 * With `--together` as many processes as there are workers take the files between them, one after the other: for tests
 * that change nothing of their process, await nothing outside of a test (node:test may end before), and whose imports
 * take longer than they do. `*.alone.test.ts` have a process each, since they need one in which nothing was loaded.
 *
 * Which files of a folder run is decided by `TEST_SIZE` and the words in their names: `*.processes.test.ts` start
 * processes and `*.long.test.ts` try every attack and every limit, both of which `quick` does without; `*.sized.test.ts` try many
 * inputs, or a browser, and in `deep` more of them, or another; `*.deep.test.ts` belong to `deep` alone. `*.server.test.ts` start the built server beside other programs, and
 * belong to `server` alone; so do `*.engines.test.ts`, `*.clients.test.ts` and `*.screen-reader.test.ts` to the run of that name.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { workers: { type: 'string', default: '1' }, together: { type: 'boolean', default: false } },
});

const sizes: Readonly<Record<string, (words: readonly string[]) => boolean>> = {
  quick: (words) => !['deep', 'long', 'processes', ...ownRuns].some((word) => words.includes(word)),
  test: (words) => !['deep', ...ownRuns].some((word) => words.includes(word)),
  deep: (words) => words.includes('deep') || words.includes('sized'),
  ...Object.fromEntries(ownRuns.map((run) => [run, (words: readonly string[]) => words.includes(run)])),
};
const isWanted = sizes[process.env['TEST_SIZE'] ?? 'test'];
if (!isWanted) throw new Error(`TEST_SIZE is one of ${Object.keys(sizes).join(', ')}.`);

// Options of the processes that run the tests.
process.execArgv.push('--import', new URL('time-limit.ts', import.meta.url).href);
const workers = Number(values.workers);
const files = positionals.flatMap(filesIn);
if (files.length === 0)
  throw new Error(`None of the tests in ${positionals.join(', ')} belongs to this run.`);
const isAlone = (file: string): boolean => file.includes('.alone.');
const filesTogether = (): string[] => [
  ...writeSharedFiles(files.filter((file) => !isAlone(file))),
  ...files.filter(isAlone),
];
const events = run({ files: values.together ? filesTogether() : files, concurrency: workers });
events.on('test:fail', () => (process.exitCode = 1));
events.compose(report).pipe(process.stdout);

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return (
    readdirSync(path, { encoding: 'utf8', recursive: true })
      .filter((name) => name.endsWith('.test.ts') && isWanted?.(name.split('.')))
      // Those with more words take longest, and begin first.
      .sort((one, other) => other.split('.').length - one.split('.').length)
      .map((name) => join(path, name))
  );
}

/** Writes a file for each worker that imports its share of the tests: the largest first, each to whoever has least. */
function writeSharedFiles(files: readonly string[]): string[] {
  const folder = '.test/together';
  const shares = Array.from({ length: Math.min(workers, files.length) }, () => ({
    size: 0,
    files: [] as string[],
  }));
  const sizes = files.map((file) => ({ file, size: statSync(file).size }));
  for (const { file, size } of sizes.sort((one, other) => other.size - one.size)) {
    const least = shares.reduce((one, other) => (other.size < one.size ? other : one));
    least.size += size;
    least.files.push(file);
  }
  mkdirSync(folder, { recursive: true });
  return shares.map(({ files }, index) => {
    const imports = files.map((file) => `import '${relative(folder, file).replace(/\.ts$/, '.js')}';\n`);
    const name = join(folder, `${basename(files[0] ?? '', '.test.ts')}-and-others-${index}.test.ts`);
    writeFileSync(name, imports.join(''));
    return name;
  });
}
