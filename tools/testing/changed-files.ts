import { execFileSync } from 'node:child_process';

/** The files that differ from the last commit, new ones too, as paths from the root of the project. */
export function changedFiles(): string[] {
  const args = [
    '--no-optional-locks',
    'status',
    '--porcelain=v1',
    '-z',
    '--untracked-files=all',
    '--no-renames',
  ];
  return execFileSync('git', args, { encoding: 'utf8' })
    .split('\0')
    .filter(Boolean)
    .map((line) => line.slice(3));
}
