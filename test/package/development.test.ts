import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { root } from '../gateway/adapters/built.js';

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

// It has this shape.
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

/** What a host's bundler imports, but for the files of script tags and for languages. */
const entries = Object.entries(manifest.exports)
  .filter(([entry, target]) => typeof target !== 'string' && !/\/dist\/|\*/.test(entry))
  .map(([entry]) => entry);

/** What each warning ends with. */
const advice = 'codat-connect-elements/docs/warnings.md';

describe('advice for developers', () => {
  it('is in what a bundler takes in development of every entry that brings an element, and in nothing else', async () => {
    const advising: string[] = [];
    for (const entry of entries) {
      const production = await bundle(entry, []);
      const development = await bundle(entry, ['development']);
      const bringsElement = production.modules.some((path) => path.endsWith('/define/register.js'));
      assert.equal(production.code.includes(advice), false, entry);
      assert.equal(development.code.includes(advice), bringsElement, entry);
      if (bringsElement) advising.push(entry);
    }
    assert.deepEqual(
      ['.', './elements', './platform-picker', './react', './link', './testing'].filter(
        (entry) => !advising.includes(entry),
      ),
      [],
    );
  });

  it('comes without Lit’s, of a method that it would rather not see overridden', async () => {
    const page = `import { PlatformPicker } from 'codat-connect-elements/platform-picker';
      console.log(PlatformPicker.observedAttributes.includes('source-types'));`;
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--conditions=development', '--input-type=module', '--eval', page],
      { cwd: root },
    );
    assert.equal(stdout.trim(), 'true');
    assert.doesNotMatch(stderr, /deprecated/);
  });

  it('comes to a page with a script tag by one file that imports nothing', () => {
    const file = readFileSync(join(root, 'dist/development/script-tag.js'), 'utf8');
    assert.ok(file.includes(advice));
    assert.doesNotMatch(file, /\bimport\b[\s({"']/);
  });
});

/** An entry as a host's bundler takes it, with its dependencies left out. */
async function bundle(entry: string, conditions: string[]): Promise<{ code: string; modules: string[] }> {
  const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export * from '${join(manifest.name, entry)}';`, resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions,
    external: dependencies.flatMap((name) => [name, `${name}/*`]),
    write: false,
    // Ours names the sources of entries.
    tsconfigRaw: {},
    metafile: true,
    logLevel: 'error',
  });
  return { code: outputFiles[0]?.text ?? '', modules: Object.keys(metafile.inputs) };
}
