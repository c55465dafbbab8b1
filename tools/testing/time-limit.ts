import { after, afterEach, beforeEach } from 'node:test';

/**
 * Ends a process of tests that waits for what never comes, or that something holds open after its last test, and says
 * what it was: node:test has no limit of its own and would wait for ever. Imported before the tests.
 */
const testTimeoutMs = (['deep', 'clients'].includes(process.env['TEST_SIZE'] ?? '') ? 20 : 10) * 60_000;
const exitTimeoutMs = 60_000;

let timer: NodeJS.Timeout | undefined;

function limit(what: string, milliseconds: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    console.error(
      `${what} took ${milliseconds / 60_000} minutes. Still open: ${process.getActiveResourcesInfo().join(', ')}.`,
    );
    process.exit(1);
  }, milliseconds).unref();
}

beforeEach(({ name }) => limit(`«${name}»`, testTimeoutMs));
afterEach(({ name }) => limit(`What follows «${name}»`, testTimeoutMs));
after(() => limit('Ending the process after its last test', exitTimeoutMs));
