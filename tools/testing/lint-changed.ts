import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { changedFiles } from './changed-files.js';

/** Lints the files that differ from the last commit: the whole takes longer than the loop it is for. */
const files = changedFiles().filter((path) => /\.[jt]s$/.test(path) && existsSync(path));
if (files.length > 0) {
  const settings = ['--max-warnings=0', '--no-warn-ignored', ...files];
  process.exitCode = spawnSync('eslint', settings, { stdio: 'inherit' }).status ?? 1;
}
