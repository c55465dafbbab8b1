import { run } from '../../src/cli/run.js';
import type { Environment } from '../../src/cli/environment.js';

/** A command's output and exit code. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Types a command line, in a world where the network is the test's. */
export async function type(line: string[], environment: Partial<Environment> = {}): Promise<Outcome> {
  const output: string[] = [];
  const errors: string[] = [];
  const code = await run(line, {
    env: { CODAT_API_KEY: 'simulator' },
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    now: Date.now,
    sleep: () => Promise.resolve(),
    print: (text) => void output.push(text),
    printError: (text) => void errors.push(text),
    untilStopped: () => Promise.resolve(),
    ...environment,
  });
  return { code, output: output.join('\n'), errors: errors.join('\n') };
}
