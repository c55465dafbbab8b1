import { relative, resolve } from 'node:path';
import type { TestEvent } from 'node:test/reporters';

/** How many of the slowest tests are named at the end. */
const slowestShown = 5;

interface Failure {
  readonly name: string;
  readonly file: string;
  readonly line: number | undefined;
  readonly error: Error & { readonly failureType?: string };
}

interface Timed {
  readonly name: string;
  readonly seconds: number;
}

/**
 * A reporter for node:test that prints what needs reading and nothing else: failures with the command that repeats
 * just that one, the slowest tests, and the counts in one closing line.
 */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const failures: Failure[] = [];
  const timed: Timed[] = [];
  /** What each file printed; shown only where one of its tests failed. */
  const output = new Map<string, string>();
  let passed = 0;
  let skipped = 0;

  for await (const event of events) {
    if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      const { message } = event.data;
      const file = resolve(event.data.file);
      output.set(file, (output.get(file) ?? '') + message);
    } else if (event.type === 'test:pass') {
      const { name, details, skip, todo } = event.data;
      if (details.type === 'suite') continue;
      if (skip !== undefined || todo !== undefined) {
        skipped++;
        yield `SKIPPED ${name}${typeof skip === 'string' ? `: ${skip}` : ''}\n`;
      } else {
        passed++;
        timed.push({ name, seconds: details.duration_ms / 1000 });
      }
    } else if (event.type === 'test:fail') {
      const { name, details, file = name, line } = event.data;
      const error: Failure['error'] = details.error;
      // A group fails with its tests, which have been reported.
      if (error.failureType === 'subtestsFailed') continue;
      const failure = { name, file: relative(process.cwd(), file), line, error };
      failures.push(failure);
      yield describe(failure);
      yield (output.get(file) ?? '').slice(-4000);
      output.delete(file);
    }
  }

  timed.sort((one, other) => other.seconds - one.seconds);
  for (const { name, seconds } of timed.slice(0, slowestShown))
    yield `${seconds.toFixed(1).padStart(7)} s  ${name}\n`;
  yield `${passed} passed, ${failures.length} failed, ${skipped} skipped\n`;
}

function describe({ name, file, line, error }: Failure): string {
  const { cause } = error;
  let text = typeof cause === 'string' ? cause : error.message;
  if (cause instanceof Error) text = cause.stack ?? cause.message;
  return [
    `FAILED ${name}`,
    `  ${file}${line === undefined ? '' : `:${line}`}`,
    text.replace(/^/gm, '  '),
    `  Repeat: ${repeat(name, file)}`,
    '',
  ].join('\n');
}

function repeat(name: string, file: string): string {
  const settings = ['TEST_SEED', 'TEST_SIZE'].flatMap((key) =>
    process.env[key] ? [`${key}=${process.env[key]}`] : [],
  );
  const pattern = name.replace(/[$()*+.?[\\\]^{|}]/g, '.').replaceAll("'", '.');
  return [
    ...settings,
    'npx tsx --test',
    ...(name === file ? [] : [`--test-name-pattern='${pattern}'`]),
    file,
  ].join(' ');
}
