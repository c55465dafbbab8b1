import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { tsImport } from 'tsx/esm/api';

const { findBrowser } = await tsImport('./tools/find-browser.ts', import.meta.url);
const launchOptions = await findBrowser();

/** Prints what continuous integration counts by: so many passed, so many failed. */
function countReporter() {
  let sessions;
  const testsOf = ({ tests = [], suites = [] } = {}) => [...tests, ...suites.flatMap(testsOf)];
  return {
    start: (run) => (sessions = run.sessions),
    stop() {
      const tests = [...sessions.all()].flatMap(({ testResults }) => testsOf(testResults));
      const passed = tests.filter((test) => test.passed).length;
      process.stdout.write(`\n${passed} passed, ${tests.length - passed} failed\n`);
    },
  };
}

export default {
  files: 'test/components/**/*.test.ts',
  nodeResolve: { exportConditions: ['browser', 'production'] },
  browsers: [chromeLauncher({ launchOptions: { ...launchOptions, headless: true } })],
  // One page at a time: one in the background is hidden, and hidden pages rest.
  concurrency: 1,
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter()],
  testFramework: { config: { timeout: 15000 } },
  browserStartTimeout: 60000,
  testsStartTimeout: 60000,
};
