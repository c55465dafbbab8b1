import { readFileSync, readdirSync } from 'node:fs';
import { defaultReporter } from '@web/test-runner';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';

const { cores } = await tsImport('./tools/testing/stages.ts', import.meta.url);
const { engineOfRun } = await tsImport('./tools/testing/engines.ts', import.meta.url);
const { launchers, windowSize } = await tsImport('./tools/testing/element-launchers.ts', import.meta.url);
const { minifyTemplates } = await tsImport('./tools/minify-templates.ts', import.meta.url);
const { exceptions } = await tsImport('./test/engines/exceptions.ts', import.meta.url);
const engine = engineOfRun();
const leftOut = exceptions.filter((exception) => exception.engine === engine);
const { TEST_SIZE = 'test', TEST_SEED = '' } = process.env;
const folder = 'test/components';

/** Minifies the templates as the script tag does, so that the tests notice a missing space. */
const minifiedTemplates = {
  name: 'minified-templates',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/components\/.*\.ts$/ }, async ({ path }) => {
      const code = readFileSync(path, 'utf8');
      return { contents: (await minifyTemplates(code, path))?.code ?? code, loader: 'ts' };
    });
  },
};

/** Serves the tests bundled: a page that loads two hundred modules one by one takes longer to load than to test. */
function bundledTests() {
  let files;
  return {
    name: 'bundled-tests',
    async serverStart() {
      const names = readdirSync(folder, { recursive: true });
      const { outputFiles } = await build({
        entryPoints: names.filter((name) => name.endsWith('.test.ts')).map((name) => `${folder}/${name}`),
        inject: ['cloneable-failures', 'leave-out'].map((name) => `test/support/${name}.ts`),
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
          'process.env.TEST_ENGINE': JSON.stringify(engine),
          'process.env.LEFT_OUT': JSON.stringify(JSON.stringify(leftOut.map(({ test }) => test))),
        },
        sourcemap: true,
        plugins: [minifiedTemplates],
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

/**
 * Prints the tests that an engine leaves out and why, then the line by which continuous integration counts those that passed
 * and failed. A file without results counts as a failure; the runner alone ignores it.
 */
function countReporter() {
  let sessions;
  const testsOf = ({ tests = [], suites = [] } = {}) => [...tests, ...suites.flatMap(testsOf)];
  return {
    start: (run) => (sessions = run.sessions),
    stop() {
      const files = [...sessions.all()];
      const tests = files.flatMap(({ testResults }) => testsOf(testResults));
      const silent = files.filter(({ testResults }) => testsOf(testResults).length === 0);
      for (const { testFile } of silent) process.stdout.write(`There are no results of ${testFile}\n`);
      // The runner ends the process with a code of its own.
      if (silent.length > 0) process.once('exit', () => (process.exitCode = 1));
      const skipped = tests.filter((test) => test.skipped).length;
      const passed = tests.filter((test) => test.passed && !test.skipped).length;
      for (const { test, reason } of leftOut)
        process.stdout.write(`left out in ${engine}: ${test}: ${reason}\n`);
      if (skipped > 0) process.stdout.write(`${skipped} left out in ${engine}\n`);
      process.stdout.write(`\n${passed} passed, ${tests.length - passed - skipped + silent.length} failed\n`);
    },
  };
}

export default {
  files:
    { deep: `${folder}/**/*.sized.test.ts`, quick: [`${folder}/**/*.test.ts`, '!**/*.long.*'] }[TEST_SIZE] ??
    `${folder}/**/*.test.ts`,
  browsers: [await launchers[engine]()],
  // Chromium alone lets several pages take themselves for the one in front.
  concurrency: engine === 'Chromium' ? cores : 1,
  plugins: [bundledTests(), ...(engine === 'WebKit' ? [windowSize] : [])],
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter()],
  testFramework: { config: { timeout: 60000 } },
  testsFinishTimeout: 480000,
  browserStartTimeout: 60000,
  testsStartTimeout: 60000,
};
