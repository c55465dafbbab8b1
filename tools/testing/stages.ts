import { availableParallelism } from 'node:os';
import { engines } from './engines.js';

/** Runs whose stages belong to no other: the built server as a process, Firefox and WebKit, hosts' projects, and a screen reader. */
export const ownRuns = ['server', 'engines', 'clients', 'screen-reader'] as const;

/** What `--run` chooses: the loop while one works, the whole, the full sizes beside it, and {@link ownRuns}. */
export const runs = ['quick', 'test', 'deep', ...ownRuns] as const;

/** Which command runs a stage. */
export type Run = (typeof runs)[number];

/** One part of the tests: a command in a process of its own, a program on npm's path, that exits with 0 when all is well. */
export interface Stage {
  readonly name: string;
  readonly runs: readonly Run[];
  readonly command: readonly string[];
  /** What must have passed before. */
  readonly needs?: readonly string[];
  /** How many cores it keeps busy. Default: 1. */
  readonly cores?: number;
  /** Environment variables of its own. */
  readonly env?: Readonly<Record<string, string>>;
  /** The files it tests, by how their paths begin: `--changed` runs it when one of them differs from the last commit. */
  readonly covers: readonly string[];
}

/** How many stages and pages run in parallel: `TEST_WORKERS`, else as many as there are cores. */
export const cores = Number(process.env['TEST_WORKERS'] ?? availableParallelism());

const script = (path: string, ...settings: string[]): string[] => [
  'node',
  '--import',
  'tsx',
  path,
  ...settings,
];
const tests = (workers: number, ...paths: string[]): string[] =>
  script('tools/testing/node-tests.ts', `--workers=${workers}`, ...paths);
const build = (name: string): string[] => script('tools/build.ts', name);

/** `npm test` runs the elements in Chromium. */
const otherEngines = engines.filter((engine) => engine !== 'Chromium');

/** Longest first where they could begin at the same moment: the run ends sooner. */
export const stages: readonly Stage[] = [
  {
    name: 'build',
    runs: ['test', 'deep', 'engines'],
    command: build('package'),
    covers: ['src/', 'vite.config.ts'],
  },
  {
    name: 'unit',
    runs: ['quick', 'test', 'deep'],
    command: tests(
      2,
      '--together',
      ...['api', 'session', 'sync', 'flow', 'controllers', 'i18n', 'platforms'].map(
        (folder) => `test/${folder}`,
      ),
    ),
    covers: ['test/', 'src/api/', 'src/session/', 'src/sync/', 'src/flow/', 'src/i18n/', 'src/platforms/'],
  },
  {
    name: 'build of Storybook',
    runs: ['test', 'deep'],
    needs: ['build'],
    command: build('storybook'),
    covers: ['stories/', '.storybook/', 'src/'],
  },
  {
    name: 'build of the demo',
    runs: ['test', 'deep', 'engines'],
    needs: ['build'],
    command: build('demo'),
    covers: ['demo/', 'src/'],
  },
  {
    name: 'end to end',
    runs: ['test', 'deep'],
    needs: ['build of the demo'],
    command: tests(cores + 1, '--together', 'test/e2e', 'test/versions'),
    cores,
    covers: ['test/e2e/', 'test/versions/', 'test/bench/', 'demo/', 'src/'],
  },
  {
    name: 'stories',
    runs: ['test', 'deep'],
    needs: ['build of Storybook'],
    command: tests(1, 'test/stories'),
    cores,
    covers: ['test/stories/', 'stories/', 'src/'],
  },
  {
    name: 'elements',
    runs: ['quick', 'test', 'deep'],
    command: ['wtr'],
    covers: [
      'test/components/',
      'test/support/',
      'src/components/',
      'src/controllers/',
      'src/styles/',
      'src/i18n/',
    ],
  },
  {
    name: 'gateway',
    runs: ['quick', 'test', 'deep'],
    // It begins beside the others: those with processes mostly wait.
    cores: 0,
    command: tests(3, '--together', 'test/gateway', 'test/simulator', 'test/cli', 'test/server'),
    covers: [
      'test/gateway/',
      'test/simulator/',
      'test/cli/',
      'test/server/',
      'src/gateway/',
      'src/simulator/',
      'src/cli/',
      'src/server/',
      'docs/',
    ],
  },
  {
    name: 'server',
    runs: ['server'],
    needs: ['build'],
    cores,
    command: tests(1, 'test/server'),
    covers: ['test/server/', 'docs/recipes/', 'src/server/', 'src/cli/', 'src/gateway/'],
  },
  {
    name: 'clients',
    runs: ['clients'],
    needs: ['build'],
    cores,
    command: tests(1, 'test/clients'),
    covers: ['test/clients/', 'demo/clients/', 'src/', 'package.json'],
  },
  {
    name: 'screen reader',
    runs: ['screen-reader'],
    needs: ['build of the demo'],
    cores,
    command: tests(1, 'test/screen-reader'),
    covers: ['test/screen-reader/', 'demo/', 'src/'],
  },
  {
    name: 'package',
    runs: ['test', 'deep'],
    needs: ['build'],
    command: tests(1, 'test/package'),
    covers: ['test/package/', 'package.json', 'src/', 'docs/'],
  },
  {
    name: 'keyboard',
    runs: ['test', 'deep'],
    needs: ['build of the demo'],
    command: tests(1, '--together', 'test/keyboard'),
    covers: ['test/keyboard/', 'demo/', 'src/'],
  },
  {
    name: 'types',
    runs: ['quick', 'test'],
    command: ['oxlint', '--type-aware', '--type-check', '--deny-warnings'],
    covers: [''],
  },
  {
    name: 'lint',
    runs: ['test'],
    command: ['eslint', '--cache', '--max-warnings=0', '.'],
    covers: [''],
  },
  {
    name: 'lint of changed files',
    runs: ['quick'],
    command: script('tools/testing/lint-changed.ts'),
    covers: [''],
  },
  {
    name: 'pictures',
    runs: ['test'],
    needs: ['build of Storybook'],
    command: script('tools/baselines.ts'),
    covers: ['test/pictures/', 'stories/', 'src/'],
  },
  {
    name: 'architecture',
    runs: ['quick', 'test'],
    command: tests(1, '--together', 'test/architecture'),
    covers: [''],
  },
  { name: 'format', runs: ['test'], command: ['prettier', '--check', '--log-level=warn', '.'], covers: [''] },
  ...otherEngines.map((engine): Stage => ({
    name: `elements in ${engine}`,
    runs: ['engines'],
    command: ['wtr'],
    env: { TEST_ENGINE: engine },
    covers: ['test/components/', 'test/support/', 'test/engines/'],
  })),
  ...engines.map((engine): Stage => ({
    name: `journeys in ${engine}`,
    runs: ['engines'],
    needs: ['build of the demo'],
    command: tests(1, 'test/engines'),
    env: { TEST_ENGINE: engine },
    covers: ['test/engines/', 'demo/'],
  })),
  { name: 'size', runs: ['test'], needs: ['build'], command: script('tools/size.ts'), covers: ['src/'] },
];
