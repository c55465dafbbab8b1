import { readFileSync, readdirSync } from 'node:fs';
import vue from '@vitejs/plugin-vue';
import MagicString from 'magic-string';
import { minify } from 'terser';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { draftLanguages } from './src/i18n/draft-languages.js';
import { noteByPlatformKey } from './src/platforms/notes.js';
import { minifyTemplates } from './tools/minify-templates.js';

/** Oldest engines we promise: Chrome and Edge 125, Firefox 126, Safari 17.5. */
const target = 'es2022';

/** The file of the script tag, and the chunk that it becomes of. */
const [entry, core] = ['connect-elements.js', 'core.js'];

/** The package: one file a module, as in `src`, with its dependencies left for the host's bundler. What is no dependency goes with it. */
const modules: UserConfig = {
  plugins: [keysOfNotes(), developmentEntries()],
  build: {
    target,
    minify: false,
    lib: {
      entry: [
        'src/index.ts',
        'src/elements.ts',
        'src/gateway/index.ts',
        'src/gateway/redis/index.ts',
        'src/react/index.ts',
        'src/link/index.ts',
        'src/simulator/index.ts',
        'src/testing/index.ts',
        'src/cli/index.ts',
        'src/development/print-warnings.ts',
        ...readdirSync('src/define').map((file) => `src/define/${file}`),
        // Nothing of ours imports them.
        ...draftLanguages.map((draft) => `src/i18n/locales/${draft}.ts`),
      ],
      formats: ['es'],
    },
    rolldownOptions: {
      external: [
        /^(?:lit|zod|jose|hono|react|redis)(?:\/|$)/,
        /^@(?:floating-ui|hono|opentelemetry)\//,
        /^node:/,
      ],
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // npm leaves a folder named node_modules out of what it publishes.
        entryFileNames: ({ name }) => `${name.replace('node_modules', 'vendor')}.js`,
      },
    },
  },
};

/** The script tag: one address, with chunks beside it that load when they are needed. */
const scriptTag: UserConfig = {
  plugins: [keysOfNotes(), minifyLiterals(), minifyScript(), coreInEntry(), thirdPartyNotices()],
  build: {
    minify: false,
    // The line that names a map would be a tenth of some chunks.
    sourcemap: 'hidden',
    target,
    emptyOutDir: false,
    lib: {
      entry: {
        'connect-elements': 'src/script-tag.ts',
        // For hosts that have messages of their own: most have none, and load nothing of it.
        'register-messages': 'src/script-tag-messages.ts',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: ({ name }) =>
          name === 'core' ? core : `${name.startsWith('locales/') ? '' : 'chunks/'}[name]-[hash].js`,
        codeSplitting: {
          groups: [
            {
              name: 'core',
              tags: ['$initial'],
              test: /^(?!.*\/script-tag-messages\.ts)/,
            },
            // What lazy parts share is one chunk. A part is asked for again at another address when it failed, but what it
            // imports is not: the fewer of those there are, the less can fail for the life of a page.
            {
              name: 'shared',
              minShareCount: 2,
              test: /^(?!.*i18n\/(?:locales(?!\/en\/)|translations|grammar))/,
            },
            // What every locale needs is there once any is asked for.
            {
              name: 'locales/index',
              test: /\/i18n\/(?:locales|translations|grammar)\.ts$/,
            },
            { name: (id) => localeOf(id) ?? null, test: /\/i18n\/locales\/(?!en\/)/ },
          ],
        },
      },
    },
  },
};

/** The drafts of languages, which a host imports by name beside the script tag. They share nothing with it, so that it stays as it is. */
const draftLocales: UserConfig = {
  plugins: [minifyScript()],
  build: {
    minify: false,
    sourcemap: 'hidden',
    target,
    emptyOutDir: false,
    lib: {
      entry: Object.fromEntries(
        draftLanguages.map((draft) => [`locales/${draft}`, `src/i18n/locales/${draft}.ts`]),
      ),
      formats: ['es'],
    },
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: 'locales/[name]-[hash].js' } },
  },
};

/** The script tag in one file, for pages that pin it by its hash (Subresource Integrity). */
const oneFile: UserConfig = {
  plugins: [onlyEnglish(), keysOfNotes(), minifyLiterals(), minifyScript(), thirdPartyNotices()],
  build: {
    minify: false,
    sourcemap: 'hidden',
    target,
    emptyOutDir: false,
    lib: { entry: 'src/index.ts', formats: ['es'] },
    rolldownOptions: {
      output: { entryFileNames: 'connect-elements.all.js', codeSplitting: false },
    },
  },
};

/** Warnings that a page with a script tag loads while it is developed. */
const scriptTagWarnings: UserConfig = {
  build: {
    minify: false,
    target,
    emptyOutDir: false,
    lib: { entry: { 'development/script-tag': 'src/development/script-tag.ts' }, formats: ['es'] },
    rolldownOptions: {
      // The lists of words stand beside code that needs Lit, and the warnings don't.
      treeshake: { moduleSideEffects: (id) => id.includes('/src/development/') },
      output: { entryFileNames: '[name].js', codeSplitting: false },
    },
  },
};

/** The demo's pages that a framework draws, made of the package as a host has it. */
const demo: UserConfig = {
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } })],
  base: './',
  // The bundler can't tell that a page which is all client loses nothing by losing 'use client'.
  logLevel: 'error',
  build: {
    target,
    outDir: 'demo/built',
    modulePreload: false,
    rolldownOptions: {
      input: { react: 'demo/react/main.tsx', vue: 'demo/vue/main.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
};

const configs: Readonly<Record<string, UserConfig>> = {
  'script-tag': scriptTag,
  drafts: draftLocales,
  warnings: scriptTagWarnings,
  'one-file': oneFile,
  demo,
};

export default defineConfig(({ mode }) => configs[mode] ?? modules);

/** The part of the script that a module of a language's words belongs to. */
function localeOf(module: string): string | undefined {
  return /\/i18n\/(locales\/[\w-]+)\.ts$/.exec(module)?.[1];
}

/** Writes what a host's bundler takes in development: the same as each entry, with warnings. */
function developmentEntries(): Plugin {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, { development?: string; default?: string }>;
  };
  return {
    name: 'development-entries',
    generateBundle() {
      for (const { development, default: entry = '' } of Object.values(exports))
        if (development)
          this.emitFile({
            type: 'asset',
            fileName: development.replace('./dist/', ''),
            // The warnings come first: they only reach elements registered after them.
            source: `import "./print-warnings.js";\nexport * from "${entry.replace('./dist/', '../')}";\n`,
          });
    },
  };
}

/** Lists the platforms with notes, so that a page knows them before it loads the notes. */
function keysOfNotes(): Plugin {
  return {
    name: 'keys-of-notes',
    load: (id) =>
      id.endsWith('/platforms/platform-keys-with-sign-in-notes.ts')
        ? `export const platformKeysWithSignInNotes = new Set(${JSON.stringify([...noteByPlatformKey.keys()])});`
        : undefined,
  };
}

/** A file alone has no parts to load: a page registers the languages it speaks. */
function onlyEnglish(): Plugin {
  return {
    name: 'only-english',
    load: (id) =>
      id.endsWith('/i18n/locales.ts') ? 'export const translationLoadersByLang = {};' : undefined,
  };
}

/** Minifies the templates and styles of a module, which are strings to the bundler. */
function minifyLiterals(): Plugin {
  return {
    name: 'minify-literals',
    enforce: 'pre',
    transform: (code, id) => (id.includes('/src/') ? minifyTemplates(code, id) : undefined),
  };
}

/**
 * Puts what the first element needs into the entry itself, which saves a round trip. Other chunks take it from a property
 * of `globalThis` instead of importing the entry: its URL may have a query, and an import without it would load the entry
 * a second time, with a second session.
 */
function coreInEntry(): Plugin {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    name: string;
    version: string;
  };
  const shared = `globalThis[${JSON.stringify(`${name}@${version}`)}]`;
  return {
    name: 'core-in-entry',
    // Before chunks are named by their hash, so that a name changes with the version.
    renderChunk(code, chunk) {
      const rewritten = new MagicString(code);
      for (const { start, end, ...statement } of this.parse(code).body) {
        if (statement.type === 'ImportDeclaration' && statement.source.value.endsWith(`/${core}`)) {
          const names = statement.specifiers.flatMap((each) =>
            each.type === 'ImportSpecifier' ? `${nameOf(each.imported)}: ${nameOf(each.local)}` : [],
          );
          rewritten.update(start, end, `const {${names.join()}} = ${shared};`);
        }
        if (statement.type === 'ExportNamedDeclaration' && chunk.name === 'core') {
          const names = statement.specifiers.map(
            ({ local, exported }) => `${nameOf(exported)}: ${nameOf(local)}`,
          );
          rewritten.update(start, end, `${shared} ??= {${names.join()}};`);
        }
      }
      rewritten.replace(`import("./${entry}")`, `(${shared} ?? import("./${entry}"))`);
      return { code: rewritten.toString(), map: rewritten.generateMap({ hires: true }) };
    },
    generateBundle(_, bundle) {
      Reflect.deleteProperty(bundle, entry);
      const chunk = bundle[core];
      if (chunk) chunk.fileName = entry;
    },
  };
}

const nameOf = (node: { type: 'Identifier'; name: string } | { type: 'Literal'; value: unknown }): string =>
  node.type === 'Identifier' ? node.name : JSON.stringify(node.value);

/** Minifies what a visitor loads: two hundredths smaller than the bundler's own minifier leaves it. */
function minifyScript(): Plugin {
  return {
    name: 'minify-script',
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const map = bundle[`${chunk.fileName}.map`];
        const minified = await minify(withQuery(chunk.code), {
          module: true,
          ecma: 2020,
          compress: { passes: 3, unsafe_arrows: true },
          format: { comments: false, ...(packagesIn(chunk).length > 0 && { preamble: notice }) },
          // A chunk that only imports others has no map.
          ...(map?.type === 'asset' && { sourceMap: { content: String(map.source) } }),
        });
        chunk.code = minified.code ?? chunk.code;
        if (map?.type !== 'asset' || typeof minified.map !== 'string') continue;
        // Not beside the file: esbuild would take a map there for what `import('./file.js' + query)` may load.
        Reflect.deleteProperty(bundle, map.fileName);
        this.emitFile({
          type: 'asset',
          fileName: `maps/${chunk.fileName === core ? entry : chunk.fileName}.map`,
          source: minified.map,
        });
      }
    },
  };
}

/** Stands before each bundle with code of others: their licences ask that their text goes with it. */
const notice = '/*! THIRD_PARTY_NOTICES.txt */';

/**
 * In `dist/vendor`, where it is no dependency: ky asks for Node 22, and Yarn 1 then installs nothing on Node 20, on which
 * our tests run it.
 */
const vendored = ['ky'];

/** Writes the licences of the packages whose code is in the bundles, or beside the modules. */
function thirdPartyNotices(): Plugin {
  return {
    name: 'third-party-notices',
    generateBundle(_, bundle) {
      const packages = Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' ? packagesIn(chunk) : [],
      );
      const notices = [...new Set([...packages, ...vendored])].sort().map((name) => {
        const { version, license } = JSON.parse(
          readFileSync(`node_modules/${name}/package.json`, 'utf8'),
        ) as {
          version: string;
          license: string;
        };
        const folder = `node_modules/${name}`;
        const [file = ''] = readdirSync(folder).filter((each) => /^license$/i.test(each));
        return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
      });
      this.emitFile({
        type: 'asset',
        fileName: 'THIRD_PARTY_NOTICES.txt',
        source: `The files for the script tag, and the folder vendor, contain code of these packages.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`,
      });
    },
  };
}

/** The packages whose code is in a chunk. */
function packagesIn({
  modules,
}: {
  readonly modules: Readonly<Record<string, { readonly renderedLength: number }>>;
}): string[] {
  return Object.entries(modules).flatMap(([id, { renderedLength }]) => {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
    return name && renderedLength > 0 ? [name] : [];
  });
}

/** Gives what `lazy` loads by the query in its address, which tells an address from one that failed. */
function withQuery(code: string): string {
  return code.replace(
    /\(\) => import\(("[^"]+")\)/g,
    (_, address: string) => `(q) => import(${address} + q)`,
  );
}
