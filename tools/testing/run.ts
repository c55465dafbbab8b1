import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { changedFiles } from './changed-files.js';
import { cores, runs, stages, type Run, type Stage } from './stages.js';

/**
 * Runs the stages of the tests, as many at once as there are cores, and exits with 1 when one fails:
 * `tsx tools/testing/run.ts [--run NAME] [--changed] [STAGE…]`; the runs are in stages.ts.
 *
 * A stage that fails is shown at once, with the command that repeats it, and the others go on. The end is a line a
 * stage and the counts. What a stage printed is kept in `.test/`. With `CI` set a test that was skipped is a failure:
 * something it needs is not on the machine.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { run: { type: 'string', default: 'test' }, changed: { type: 'boolean', default: false } },
});

interface StageResult {
  readonly stage: Stage;
  readonly ok: boolean;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** A line for each test that an engine can't run, with the reason. */
  readonly leftOut: readonly string[];
}

/** When a stage is ended, in milliseconds: several times what the longest takes. */
const timeoutMs = 45 * 60_000;
const run = values.run as Run;
const seed = process.env['TEST_SEED'] ?? String(randomInt(2 ** 31));
const env = { ...process.env, TEST_SEED: seed, TEST_SIZE: run, STORYBOOK_DISABLE_TELEMETRY: '1' };
const startedAt = performance.now();
const results: StageResult[] = [];
const running = new Set<Stage>();
let waiting = chooseStages();

mkdirSync('.test', { recursive: true });
console.log(`${waiting.length} stages on ${cores} cores, seed ${seed}`);
await new Promise<void>((resolve) => {
  const proceed = (): void => {
    begin(proceed);
    if (running.size === 0) resolve();
  };
  proceed();
});
printReport();

/** The stages that were asked for with what they need, else all of this run. */
function chooseStages(): Stage[] {
  const ofRun = stages.filter(({ runs }) => runs.includes(run));
  if (ofRun.length === 0) throw new Error(`There is no run «${run}»: ${runs.join(', ')}.`);
  for (const name of positionals)
    if (!stages.some((stage) => stage.name === name))
      throw new Error(`There is no stage «${name}»: ${stages.map(({ name }) => name).join(', ')}.`);
  const wanted = new Set(positionals.length > 0 ? positionals : filterChanged(ofRun).map(({ name }) => name));
  // Those that are needed stand before those that need them.
  for (const { name, needs = [] } of [...stages].reverse())
    if (wanted.has(name)) for (const needed of needs) wanted.add(needed);
  return stages.filter(({ name }) => wanted.has(name));
}

/** With `--changed`, the stages that cover a file which differs from the last commit. */
function filterChanged(all: readonly Stage[]): readonly Stage[] {
  if (!values.changed) return all;
  const changed = changedFiles();
  return all.filter(({ covers }) => changed.some((path) => covers.some((prefix) => path.startsWith(prefix))));
}

/** Begins whatever has all it needs and finds a core. */
function begin(proceed: () => void): void {
  for (const stage of waiting) {
    const { needs = [], cores: wanted = 1 } = stage;
    const before = needs.map((name) => results.find((each) => each.stage.name === name));
    const hasNeedFailed = before.some((each) => each?.ok === false);
    if (hasNeedFailed) {
      waiting = waiting.filter((each) => each !== stage);
      end(
        { stage, ok: false, seconds: 0, passed: 0, failed: 0, skipped: 0, leftOut: [] },
        'not run: what it needs failed',
      );
      continue;
    }
    const used = [...running].reduce((sum, each) => sum + (each.cores ?? 1), 0);
    const isReady = needs.every(
      (name) => results.some((each) => each.stage.name === name) || !isChosen(name),
    );
    if (!isReady || (used > 0 && used + wanted > cores)) continue;
    waiting = waiting.filter((each) => each !== stage);
    running.add(stage);
    void start(stage).then((result) => {
      running.delete(stage);
      end(result);
      proceed();
    });
  }
}

function isChosen(name: string): boolean {
  return [...waiting, ...running].some((stage) => stage.name === name);
}

async function start(stage: Stage): Promise<StageResult> {
  const log = logOf(stage);
  const file = openSync(log, 'w');
  const began = performance.now();
  const code = await new Promise<number>((resolve) => {
    const [program = '', ...settings] = stage.command;
    const child = spawn(program, settings, {
      env: { ...env, ...stage.env },
      stdio: ['ignore', file, file],
      timeout: timeoutMs,
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
  closeSync(file);
  const printed = readFileSync(log, 'utf8');
  const [, passed = '0', failed = '0', skipped = '0'] =
    [...printed.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1) ?? [];
  return {
    stage,
    ok: code === 0 && !(process.env['CI'] && Number(skipped) > 0),
    seconds: (performance.now() - began) / 1000,
    passed: Number(passed),
    failed: Number(failed),
    skipped: Number(skipped),
    leftOut: [...printed.matchAll(/^left out in .*$/gm)].map(([line]) => line),
  };
}

function end(result: StageResult, why?: string): void {
  results.push(result);
  const { stage, ok, seconds } = result;
  console.log(`${ok ? '  ok  ' : 'FAILED'} ${stage.name}, ${seconds.toFixed(1)} s${why ? `, ${why}` : ''}`);
  if (ok || why) return;
  console.log(readFileSync(logOf(stage), 'utf8').slice(-20_000).replace(/^/gm, '       '));
  console.log(
    `       Repeat: TEST_SEED=${seed} npm ${run === 'test' ? 'test' : `run test:${run}`} -- '${stage.name}'\n`,
  );
}

function logOf({ name }: Stage): string {
  return `.test/${name.replaceAll(' ', '-')}.log`;
}

function printReport(): void {
  const sum = (count: 'passed' | 'failed' | 'skipped'): number =>
    results.reduce((total, each) => total + each[count], 0);
  console.log('\nstage                 tests  seconds');
  for (const { stage, ok, seconds, passed, failed } of results)
    console.log(
      `${stage.name.padEnd(20)} ${String(passed + failed || '').padStart(6)} ${seconds.toFixed(1).padStart(8)}${ok ? '' : '  FAILED'}`,
    );
  for (const line of results.flatMap(({ leftOut }) => leftOut)) console.log(line);
  const minutes = (performance.now() - startedAt) / 60_000;
  console.log(`${minutes.toFixed(1)} minutes, seed ${seed}\n`);
  // A stage that ends without counts, such as a build, counts as one failure.
  const silent = results.filter(({ ok, failed }) => !ok && failed === 0).length;
  console.log(`${sum('passed')} passed, ${sum('failed') + silent} failed, ${sum('skipped')} skipped`);
  if (results.some(({ ok }) => !ok)) process.exitCode = 1;
}
