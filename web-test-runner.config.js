import { readdirSync } from 'node:fs';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';

const { cores } = await tsImport('./tools/testing/stages.ts', import.meta.url);
const { findBrowser } = await tsImport('./tools/find-browser.ts', import.meta.url);
const launchOptions = await findBrowser();
const { TEST_SIZE = 'test', TEST_SEED = '' } = process.env;
const folder = 'test/components';

/** Serves the tests bundled: a page that loads two hundred modules one by one takes longer to load than to test. */
function bundledTests() {
  let files;
  return {
    name: 'bundled-tests',
    async serverStart() {
      const names = readdirSync(folder, { recursive: true });
      const { outputFiles } = await build({
        entryPoints: names.filter((name) => name.endsWith('.test.ts')).map((name) => `${folder}/${name}`),
        inject: ['test/support/cloneable-failures.ts'],
        outbase: '.',
        outdir: '.',
        write: false,
        bundle: true,
        splitting: true,
        format: 'esm',
        target: 'es2022',
        conditions: ['browser', 'production'],
        define: {
          'process.env.NODE_ENV': '"production"',
          'process.env.TEST_SIZE': JSON.stringify(TEST_SIZE),
          'process.env.TEST_SEED': JSON.stringify(TEST_SEED),
        },
        sourcemap: true,
        // A module that a test imports for its effects is kept.
        ignoreAnnotations: true,
      });
      files = new Map(outputFiles.map(({ path, text }) => [path.slice(process.cwd().length), text]));
    },
    serve({ path }) {
      const body = files.get(path.replace(/\.ts$/, '.js'));
      return body && { body, type: path.endsWith('.map') ? 'json' : 'js' };
    },
  };
}

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
  files:
    { deep: `${folder}/**/*.sized.test.ts`, quick: [`${folder}/**/*.test.ts`, '!**/*.long.*'] }[TEST_SIZE] ??
    `${folder}/**/*.test.ts`,
  browsers: [
    chromeLauncher({
      launchOptions: { ...launchOptions, headless: true },
      // A browser context each, since pages of one share channels and locks.
      createBrowserContext: ({ browser }) => browser.createBrowserContext(),
      // Each page takes itself for the one in front: hidden pages rest.
      async createPage({ context }) {
        const page = await context.newPage();
        const client = await page.createCDPSession();
        await client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return page;
      },
    }),
  ],
  concurrency: cores,
  plugins: [bundledTests()],
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter()],
  testFramework: { config: { timeout: 60000 } },
  testsFinishTimeout: 480000,
  browserStartTimeout: 60000,
  testsStartTimeout: 60000,
};
