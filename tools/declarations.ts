import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
const modules: Readonly<Record<string, string>> = {
  'connect-elements': 'script-tag',
  'connect-elements.all': 'index',
  'register-messages': 'i18n/register-messages',
};

const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  exports: Record<string, string | { readonly types?: string }>;
};

const entries = Object.values(exports)
  .flatMap((target) => (typeof target === 'string' || !target.types ? [] : [target.types]))
  .map((types) => types.replace(/^\.\/dist\/|\.d\.ts$/g, ''))
  .flatMap((name) => (name.includes('*') ? namesIn(name.replace('/*', '')) : [name]));

const bundle = await rolldown({
  input: Object.fromEntries(entries.map((name) => [name, moduleOf(name)]).filter(([, file]) => existsSync(file!)) as [string, string][]),
  external: /^(?!\.|\/)/,
  plugins: dts({ dtsInput: true, tsconfig: false }),
});
await bundle.write({ dir: `${root}dist`, entryFileNames: '[name].ts', chunkFileNames: ({ name }) => `types/${name.replace(/\.d$/, '')}-[hash].d.ts`, minifyInternalExports: false });

function moduleOf(entry: string): string {
  return `${emitted}/${modules[entry] ?? entry}.d.ts`;
}

function namesIn(folder: string): string[] {
  return readdirSync(`${emitted}/${folder}`)
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replace('.d.ts', '')}`);
}
