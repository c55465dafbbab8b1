import { after, afterEach, beforeEach } from 'node:test';

/**
 * Ends a process of tests that waits for what never comes, or that something holds open after its last test, and says
 * what it was: node:test has no limit of its own and would wait for ever. Imported before the tests.
 */
const slowest = 11 * 60_000;
const untilClosed = 60_000;

let timer: NodeJS.Timeout | undefined;

beforeEach((test) => {
  clearTimeout(timer);
  timer = setTimeout(() => end(`«${test.name}» did not end in ${slowest / 60_000} minutes`), slowest).unref();
});
afterEach(() => clearTimeout(timer));
after(() => {
  setTimeout(() => end('The last test has ended, and the process goes on'), untilClosed).unref();
});

function end(what: string): void {
  console.error(`${what}. It is held open by ${process.getActiveResourcesInfo().join(', ')}.`);
  process.exit(1);
}
