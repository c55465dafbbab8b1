import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, posix, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { build } from 'esbuild';
import ts from 'typescript';
import type * as Gateway from '../../src/gateway/index.js';
import type * as Simulator from '../../src/simulator/index.js';
import { draftLanguages } from '../../src/i18n/draft-languages.js';
import { noteByPlatformKey } from '../../src/platforms/notes.js';
import { importsOf, type Import } from '../architecture/sources.js';
import { errorsIn } from './errors-in.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  exports: Record<string, string | { types: string; development?: string; node?: string; default: string }>;
  bin: Record<string, string>;
  customElements: string;
  'web-types': string;
  dependencies: Record<string, string>;
  engines: { node: string };
  sideEffects: string[];
};

/** The languages in the package, beside English. */
const locales = readdirSync(join(root, 'src/i18n/locales'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replace('.ts', ''));

/** What a host's bundler or server imports, a locale an entry; the rest are files for pages and tools. */
const entries = Object.entries(manifest.exports).flatMap(([entry, target]) =>
  typeof target === 'string'
    ? []
    : (entry.includes('*') ? locales : ['']).map((locale) => {
        const fillIn = (path: string) => path.replace('*', locale);
        return {
          entry: fillIn(entry),
          specifier: join(manifest.name, fillIn(entry)),
          types: fillIn(target.types),
          default: fillIn(target.default),
        };
      }),
);
/** The elements that have an entry of their own. */
const tags = entries
  .filter((each) => each.default.startsWith('./dist/define/'))
  .map(({ entry }) => entry.replace('./', ''));
const files = Object.values(manifest.exports).filter((target) => typeof target === 'string');

const bundlesIn = (folder: string): string[] =>
  readdirSync(join(root, 'dist', folder))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `dist/${folder}/${name}`);

const isThere = (path: string): boolean => existsSync(join(root, path));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the package', () => {
  /** A host's project that has installed it, and nothing else. */
  let project: string;

  before(() => {
    assert.ok(isThere('dist/index.js'), 'There is nothing to look at before `npm run build`.');
    project = mkdtempSync(join(tmpdir(), 'connect-elements-host-'));
    mkdirSync(join(project, 'node_modules'));
    symlinkSync(root, join(project, 'node_modules', manifest.name), 'dir');
    writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  });

  after(() => rmSync(project, { recursive: true }));

  /** Runs a module in the host's project, in a Node of its own, and gives what it writes. */
  const inHost = async (module: string, flags: readonly string[] = []): Promise<string> => {
    const { stdout, stderr } = await run(
      process.execPath,
      [...flags, '--input-type=module', '--eval', module],
      { cwd: project, env: { PATH: process.env['PATH'] } },
    );
    // Lit, too, has something to say in development.
    if (flags.length === 0) assert.equal(stderr, '');
    return stdout;
  };

  it('has a development twin with warnings for every entry that defines or exports elements', async () => {
    const twins = Object.entries(manifest.exports).flatMap(([entry, target]) =>
      typeof target !== 'string' && target.development ? [{ entry, ...target }] : [],
    );
    assert.ok(twins.length >= 6);
    for (const { entry, development = '', default: production } of twins) {
      assert.match(textOf(development), /^import "\.\/print-warnings\.js";/m, entry);
      const names = `JSON.stringify(Object.keys(await import(${JSON.stringify(join(manifest.name, entry))})).sort())`;
      const inDevelopment = await inHost(`console.log(${names})`, ['--conditions=development']);
      assert.equal(inDevelopment, await inHost(`console.log(${names})`), entry);
      assert.doesNotMatch(textOf(production), /development|console/, entry);
    }
  });

  it('has every file that its manifest names', () => {
    assert.ok(entries.length >= 9);
    for (const path of [
      ...files,
      ...entries.flatMap((entry) => [entry.types, entry.default]),
      ...Object.values(manifest.bin),
      manifest.customElements,
      manifest['web-types'],
    ])
      assert.ok(isThere(path), path);
  });

  for (const { entry, specifier } of entries) {
    it(`can be imported on a server by ${entry}, which throws nothing, writes nothing and exits`, async () => {
      assert.equal(await inHost(`await import(${JSON.stringify(specifier)});`), '');
    });
  }

  it('leaves no global behind on a server', async () => {
    const specifiers = JSON.stringify(entries.map(({ specifier }) => specifier));
    const added = await inHost(`
      const before = new Set(Object.getOwnPropertyNames(globalThis));
      for (const entry of ${specifiers}) await import(entry);
      const ours = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
      process.stdout.write(ours.filter((name) => /codat|connect/i.test(name)).join());
    `);

    assert.equal(added, '');
  });

  it('registers no element by ./elements, and every element by the main entry', async () => {
    const registered = (specifier: string) =>
      inHost(`
        await import(${JSON.stringify(specifier)});
        const tags = ${JSON.stringify(tags)};
        process.stdout.write(tags.filter((tag) => globalThis.customElements?.get(tag)).join(' '));
      `);

    assert.equal(await registered(`${manifest.name}/elements`), '');
    assert.equal(await registered(manifest.name), tags.join(' '));
    assert.equal(await registered(`${manifest.name}/sync-progress`), 'sync-progress');
  });

  it('can be required by a server in CommonJS, with types', async () => {
    const text = `import { createGateway } from '${manifest.name}/gateway';\nconsole.log(typeof createGateway);\n`;
    const file = join(project, 'server.cts');
    const { NodeNext: module } = ts.ModuleKind;
    assert.deepEqual(
      errorsIn(
        [file],
        { [file]: text },
        { module, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: ['node'] },
      ),
      [],
    );
    const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
    const { stdout } = await run(process.execPath, ['-e', outputText], { cwd: project });
    assert.equal(stdout, 'function\n');
  });

  it('has types for every entry under the strictest settings, with either module resolution', () => {
    const file = join(project, 'host.ts');
    const lines = entries.map(
      ({ specifier }, index) => `import * as entry${index} from '${specifier}';\nvoid entry${index};`,
    );
    writeFileSync(file, lines.join('\n'));
    for (const [module, moduleResolution] of [
      [ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
      [ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
    ] as const) {
      const program = ts.createProgram([file], {
        module,
        moduleResolution,
        target: ts.ScriptTarget.ES2022,
        lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
      });
      const typed = program
        .getSourceFiles()
        .filter(({ fileName }) => fileName === file || fileName.startsWith(join(root, 'dist')));
      assert.ok(typed.length > entries.length);
      const errors = typed
        .flatMap((source) => [
          ...program.getSyntacticDiagnostics(source),
          ...program.getSemanticDiagnostics(source),
        ])
        .map(
          ({ messageText, file: where }) =>
            `${where?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
        );
      assert.deepEqual(errors, []);
    }
  });

  it('has React components that are client components, with a prop for every event', () => {
    const { modules } = JSON.parse(textOf('dist/custom-elements.json')) as {
      modules: { declarations: { tagName?: string; events?: { name: string }[] }[] }[];
    };
    const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
    assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), [...tags].sort());
    const components = textOf('dist/react/index.js');
    assert.match(components, /^["']use client["'];/);
    for (const { tagName = '', events = [] } of elements) {
      const [, names = ''] =
        new RegExp(`/\\* @__PURE__ \\*/ registerAndWrap\\("${tagName}", ([^)]*)\\)`).exec(components) ?? [];
      const received = [...names.matchAll(/"([\w-]+)"/g)].map(([, name]) => `codat-${name ?? ''}`);
      assert.deepEqual(received.sort(), events.map(({ name }) => name).sort(), tagName);
      assert.ok(names, `${tagName} has no component that a bundler can leave out`);
    }
  });

  it('knows the platforms that have notes before it loads the notes', async () => {
    const built = 'dist/platforms/platform-keys-with-sign-in-notes.js';
    assert.deepEqual(importsFrom(built), []);
    const { platformKeysWithSignInNotes } = (await import(join(root, built))) as {
      platformKeysWithSignInNotes: ReadonlySet<string>;
    };
    assert.deepEqual([...platformKeysWithSignInNotes], [...noteByPlatformKey.keys()]);
  });

  it('depends on nothing that asks for a newer Node, with which Yarn 1 would install none of it', () => {
    const oldestNode = (range = '') => (/^>=(\d+)\.?(\d*)/.exec(range) ?? []).slice(1).map(Number);
    const [major = 0, minor = 0] = oldestNode(manifest.engines.node);
    assert.ok(major >= 20);
    for (const name of Object.keys(manifest.dependencies)) {
      const { engines } = JSON.parse(textOf(`node_modules/${name}/package.json`)) as Partial<typeof manifest>;
      const [wantedMajor = 0, wantedMinor = 0] = oldestNode(engines?.node);
      assert.ok(
        wantedMajor < major || (wantedMajor === major && wantedMinor <= minor),
        `${name}: Node ${engines?.node}`,
      );
    }
  });

  it('includes a command that runs as it is', async () => {
    const [path = ''] = Object.values(manifest.bin);
    const file = join('node_modules', manifest.name, path);
    assert.match(textOf(path), /^#!\/usr\/bin\/env node\n/);
    const { stdout } = await run(process.execPath, [file, '--help'], { cwd: project });
    assert.match(stdout, /^codat-connect-elements <command>/);
    const env = { PATH: process.env['PATH'] };
    await assert.rejects(run(process.execPath, [file, 'snapshot', '--out', 'x'], { cwd: project, env }), {
      code: 2,
      stderr: /Set CODAT_API_KEY/,
    });
  });

  it('includes a gateway, with which its command conform finds nothing wrong over the network', async () => {
    const { createGateway } = (await import(join(root, 'dist/gateway/index.js'))) as typeof Gateway;
    const { createSimulator } = (await import(join(root, 'dist/simulator/index.js'))) as typeof Simulator;
    const simulator = createSimulator({ origin: 'https://api.codat.example', apiKey: 'a-key-of-this-test' });
    const people = new Map<string, string>();
    const at: { answer: (request: Request) => Promise<Response> } = {
      answer: () => Promise.reject(new Error()),
    };
    const server = createAdaptorServer({ fetch: (request) => at.answer(request) }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    // A server on a port, rather than a pipe, has an address of this kind.
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/codat`;
    const gateway = createGateway({
      apiKey: simulator.apiKey,
      baseUrl,
      signingKeys: ['a-signing-key-of-thirty-two-chars-or-more'],
      company: ({ headers }) => people.get(headers.get('Cookie') ?? '') ?? null,
      codatUrl: simulator.origin,
      fetch: (request) => simulator.fetch(request),
    });
    at.answer = (request) => gateway.fetch(request);
    for (const person of ['session=1', 'session=2'])
      people.set(person, await gateway.ensureCompany({ reference: person.replace('=', '-') }));

    const [path = ''] = Object.values(manifest.bin);
    const file = join('node_modules', manifest.name, path);
    const line = [
      'conform',
      baseUrl,
      '--cookie',
      'session=1',
      '--other-cookie',
      'session=2',
      '--connect',
      'gbol',
    ];
    const { stdout } = await run(process.execPath, [file, ...line], { cwd: project }).finally(() =>
      server.close(),
    );
    assert.match(stdout, / 0 wrong, 0 unsafe, 0 advice, 3 not checked\.$/m);
    await gateway.close();
  });

  it('contains no source, no test and nothing of node_modules', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root });
    const [packed] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const paths = packed.files.map(({ path }) => path);

    assert.ok(paths.includes('dist/connect-elements.js'));
    const strange = paths.filter(
      (path) =>
        /(?:^|\/)(?:node_modules|test|tests|stories|demo|src)\//.test(path) ||
        /\.test\.|\.stories\./.test(path) ||
        (/\.tsx?$/.test(path) && !path.endsWith('.d.ts')),
    );
    assert.deepEqual(strange, []);
    const outside = paths.filter((path) => !/^(?:dist|docs)\//.test(path));
    assert.deepEqual(outside.sort(), [
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'DECISIONS.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'openapi.yaml',
      'package.json',
    ]);
    for (const [, target = ''] of textOf('README.md').matchAll(/\]\((?!https?:)([^)#]+)/g))
      assert.ok(paths.includes(target.replace(/\/$/, '/README.md')), `The README links to ${target}`);
  });

  it('contains what its documentation links to below docs/, such as the recipes in other languages', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root });
    const [packed] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const paths = packed.files.map(({ path }) => path);
    const missing = paths
      .filter((path) => /^docs\/.*\.md$/.test(path))
      .flatMap((path) =>
        [...textOf(path).matchAll(/\]\((?![a-z]+:)([^)#]+)/g)].map(([, target = '']) =>
          posix.join(posix.dirname(path), target),
        ),
      )
      .filter((target) => /^docs\/.*\.\w+$/.test(target) && !paths.includes(target));
    assert.deepEqual(missing, []);
  });

  it('has no file that neither an entry nor a file for tools leads to', () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    const reached = new Set<string>();
    const follow = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      if (!/\.(?:js|d\.ts)$/.test(path)) return;
      for (const [, target = ''] of textOf(path).matchAll(/(?:from ?|import ?\(? ?)["'](\.[^"']+)["']/g)) {
        const file = posix.join(posix.dirname(path), target);
        follow(path.endsWith('.d.ts') ? file.replace(/\.js$/, '.d.ts') : file);
      }
    };
    for (const target of [
      ...targets,
      ...Object.values(manifest.bin),
      // A page imports these by name.
      ...draftLanguages.map((draft) => `dist/locales/${draft}.js`),
      ...entries.flatMap((entry) => [entry.types, entry.default]),
    ])
      if (!target.includes('*')) follow(posix.normalize(target));
    const shipped = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => relative(root, join(file.parentPath, file.name)));
    const forPeople = new Set([
      'dist/THIRD_PARTY_NOTICES.txt',
      'dist/integrity.json',
      // A page loads it beside the script tag.
      'dist/development/script-tag.js',
    ]);
    const closed = shipped.filter(
      (path) =>
        !reached.has(path) &&
        !forPeople.has(path) &&
        !reached.has(path.replace('/maps/', '/').replace(/\.map$/, '')),
    );
    assert.deepEqual(closed, []);
  });

  it('keeps the script tag’s file through a bundler, with all that it loads', async () => {
    const { metafile } = await build({
      stdin: { contents: `import '${manifest.name}/dist/connect-elements.js';`, resolveDir: project },
      bundle: true,
      format: 'esm',
      splitting: true,
      write: false,
      metafile: true,
      outdir: project,
      logLevel: 'error',
    });
    const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
    const own = bundlesIn('chunks').reduce((sum, path) => sum + textOf(path).length, 0);
    assert.ok(bytes > own, `${bytes} bytes`);
  });

  it('tells bundlers which files have side effects', () => {
    const effects = manifest.sideEffects.filter((path) => path.startsWith('./dist/'));
    const doing = entries
      .map((entry) => entry.default)
      .filter((path) => /\/define\/|\/index\.js$/.test(path));

    doing.push('./dist/connect-elements.js', './dist/connect-elements.all.js', './dist/chunks/core.js');
    for (const path of doing.filter(
      (path) => !/gateway|simulator|locales|react|link|testing|tags/.test(path),
    ))
      assert.ok(
        effects.some(
          (effect) => effect === path || effect.replace('*.js', '') === path.replace(/[^/]+$/, ''),
        ),
        path,
      );
  });
});

describe('what a script tag loads', () => {
  const bundles = () => [
    'dist/connect-elements.js',
    'dist/connect-elements.all.js',
    'dist/register-messages.js',
    ...['chunks', 'locales'].flatMap(bundlesIn),
  ];

  const mapOf = (path: string) => `${path.replace('dist/', 'dist/maps/')}.map`;

  /** Names that libraries use for a namespace or in messages, and never request. */
  const names = new Set(['www.w3.org', 'lit.dev', 'json-schema.org']);

  it('evaluates no text as code, so that a strict content security policy allows it', () => {
    for (const path of bundles())
      assert.doesNotMatch(textOf(path), /\beval\s*\(|\bnew Function\b|[^.\w$]Function\s*\(/, path);
  });

  it('names no host except in messages', () => {
    for (const path of bundles())
      for (const [, host] of textOf(path).matchAll(/(?:https?:)?\/\/((?:[\w-]+\.)+[a-z]{2,})\b/gi))
        assert.ok(host && names.has(host), `${path} names ${host ?? ''}`);
  });

  it('loads its chunks by addresses relative to the script', () => {
    const requested = bundles().flatMap(importsFrom);

    assert.ok(requested.length > 0);
    for (const { target, ours } of requested) assert.ok(ours, target);
  });

  it('loads no other language on an English page', () => {
    const english = ['dist/connect-elements.js', ...bundles().filter((path) => path.includes('/chunks/'))];
    for (const { text } of english.flatMap(importsFrom).filter(({ target }) => target.includes('locales/')))
      assert.match(text, /^import\(/, 'loaded before it is needed');
    const other = /Verbindung|connexion|conexión|koppeling|collegamento|conexão|[\u0600-\u06ff]/u;
    for (const path of bundles().filter((path) => !path.startsWith('dist/locales/')))
      assert.doesNotMatch(textOf(path), other, path);
    for (const locale of locales)
      assert.ok(
        bundles().some((path) =>
          draftLanguages.includes(locale)
            ? path === `dist/locales/${locale}.js`
            : path.startsWith(`dist/locales/${locale}-`),
        ),
        locale,
      );
  });

  it('has the hash of each file, which changes with it', () => {
    const hashes = JSON.parse(textOf('dist/integrity.json')) as Record<string, string>;
    assert.deepEqual(
      Object.keys(hashes)
        .map((path) => `dist/${path}`)
        .sort(),
      bundles().sort(),
    );
    for (const [path, integrity] of Object.entries(hashes)) {
      const hash = createHash('sha384')
        .update(textOf(`dist/${path}`))
        .digest('base64');
      assert.equal(integrity, `sha384-${hash}`, path);
    }
  });

  it('comes with the licences of all code in it, and says where they are', () => {
    const notices = textOf('dist/THIRD_PARTY_NOTICES.txt');
    const packagesOf = (path: string) => {
      const { sources } = JSON.parse(textOf(mapOf(path))) as { sources: string[] };
      return new Set(
        sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []),
      );
    };
    const mapped = bundles().filter((path) => isThere(mapOf(path)));
    assert.ok(mapped.length > 15);
    for (const path of mapped)
      for (const name of packagesOf(path)) {
        assert.match(textOf(path), /^\/\*! THIRD_PARTY_NOTICES\.txt \*\//, path);
        assert.match(notices, new RegExp(`^${name} [\\d.]+ \\((?:MIT|BSD-3-Clause)\\)$`, 'm'), path);
      }
    assert.match(notices, /^lit-html /m);
    assert.match(notices, /^@floating-ui\/dom /m);
  });

  it('comes with the licence of all code in dist/vendor', () => {
    const notices = textOf('dist/THIRD_PARTY_NOTICES.txt');
    for (const name of readdirSync(join(root, 'dist/vendor'))) {
      const { license } = JSON.parse(textOf(`node_modules/${name}/package.json`)) as { license: string };
      // CC0 asks for nothing.
      if (license !== 'CC0-1.0') assert.match(notices, new RegExp(`^${name} [\\d.]+ \\(${license}\\)$`, 'm'));
    }
  });

  it('has a source map that names our modules for each file with code of ours', () => {
    for (const path of bundles().filter((each) => !/connect-elements\.js|runtime/.test(each))) {
      const map = JSON.parse(textOf(mapOf(path))) as { sources: string[]; sourcesContent: string[] };
      assert.ok(
        map.sources.some((source) => source.includes('src/')),
        path,
      );
      assert.equal(map.sourcesContent.length, map.sources.length, path);
    }
  });

  it('is a single file where a page pins it by its hash', () => {
    assert.deepEqual(importsFrom('dist/connect-elements.all.js'), []);
  });
});

function importsFrom(path: string): Import[] {
  const text = textOf(path);
  return importsOf({ path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) });
}
