import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the packed package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'connect-elements-packed-'));
  after(() => rmSync(folder, { recursive: true }));

  const pack = async (): Promise<Uint8Array<ArrayBuffer>> => {
    const settings = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const { stdout } = await run('npm', settings, { cwd: root });
    const [packed] = JSON.parse(stdout) as [{ filename: string }];
    return new Uint8Array(readFileSync(join(folder, packed.filename)));
  };

  it('has nothing that publint warns of in its strict mode', async () => {
    const { messages } = await publint({ pkgDir: root, strict: true, level: 'warning' });
    assert.deepEqual(messages, []);
  });

  it('resolves to types that are those of its code, by every way of resolving modules that knows exports', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(await pack()), {
      // It is no module.
      excludeEntrypoints: ['./openapi.yaml'],
    });
    assert.ok(analysis.types);
    // Node 10's way knows no exports, and a CommonJS module gets these by `import()`.
    const problems = analysis.problems.filter(
      (problem) =>
        !('resolutionKind' in problem && problem.resolutionKind === 'node10') &&
        problem.kind !== 'CJSResolvesToESM',
    );
    assert.deepEqual(problems, []);
  });
});
