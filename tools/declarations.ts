import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';

/**
 * Bundles the declarations that `tsc` emits for each module into a file for each entry of the package, with chunks that
 * entries share. A class is declared once, so that it is the same type in every entry.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const emitted = `${root}node_modules/.cache/connect-elements/types`;

/** Entries whose file is not named after its module. */
const moduleByEntry: Readonly<Record<string, string>> = {
  'connect-elements': 'script-tag',
  'connect-elements.all': 'index',
  'register-messages': 'script-tag-messages',
};

const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  exports: Record<string, string | { readonly types: string }>;
};

const entries = Object.values(exports)
  .flatMap((target) => (typeof target === 'string' ? [] : [target.types]))
  .map((types) => types.replace(/^\.\/dist\/|\.d\.ts$/g, ''))
  // Those are made of the manifest.
  .filter((name) => !name.startsWith('tags/'))
  .flatMap((name) => (name.includes('*') ? entriesIn(name.replace('/*', '')) : [name]));

const bundle = await rolldown({
  input: Object.fromEntries(entries.map((name) => [name, `${emitted}/${moduleByEntry[name] ?? name}.d.ts`])),
  external: /^[^./]/,
  plugins: [
    dts({ dtsInput: true, tsconfig: false }),
    {
      name: 'without-paths',
      renderChunk: (code) => code.replace(/^\/\/ node_modules\/.*\n/gm, ''),
      generateBundle: (_, chunks) => {
        // The bundler's own code, which no declaration imports.
        for (const name of Object.keys(chunks))
          if (name.includes('rolldown-runtime')) Reflect.deleteProperty(chunks, name);
      },
    },
  ],
});
rmSync(`${root}dist/types`, { recursive: true, force: true });
await bundle.write({
  dir: `${root}dist`,
  entryFileNames: '[name].ts',
  chunkFileNames: ({ name }) => `types/${name.replace(/\.d$/, '')}-[hash].d.ts`,
  minifyInternalExports: false,
});
for (const name of entries) {
  const file = `${root}dist/${name}.d.ts`;
  const values = exportedNames(readFileSync(`${root}dist/${name}.js`, 'utf8'));
  writeFileSync(file, withoutPlaywright(markTypeExports(readFileSync(file, 'utf8'), values)));
}

/** Lets a project without Playwright check the types of the test kit, in which the page objects are `any` then. */
function withoutPlaywright(declarations: string): string {
  return declarations.replace(/^import .*"playwright-core";$/m, '// @ts-ignore: an optional peer\n$&');
}

function entriesIn(folder: string): string[] {
  return readdirSync(`${emitted}/${folder}`)
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replace('.d.ts', '')}`);
}

/** The names that a module exports, as the bundler writes them. */
function exportedNames(module: string): ReadonlySet<string> {
  const lists = [...module.matchAll(/\bexport ?\{([^}]*)\}/g)].flatMap(([, list = '']) => list.split(','));
  return new Set(lists.map((name) => name.trim().replace(/^.* as /, '')));
}

/** Marks exports that are only types, which the bundler of declarations does not. */
function markTypeExports(declarations: string, values: ReadonlySet<string>): string {
  return declarations.replace(/\bexport \{([^}]*)\};?\s*$/, (_, list: string) => {
    const names = list.split(',').map((name) => name.trim().replace(/^type /, ''));
    const marked = names.map((name) => (values.has(name.replace(/^.* as /, '')) ? name : `type ${name}`));
    return `export { ${marked.join(', ')} };\n`;
  });
}
