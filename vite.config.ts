import { readdirSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'vite';

/** Oldest engines we promise: Chrome and Edge 125, Firefox 126, Safari 17.5. */
const target = 'es2022';

/** The package: one file a module, as in `src`, with its dependencies left for the host's bundler. */
const modules: UserConfig = {
  build: {
    target,
    minify: false,
    lib: {
      entry: [
        'src/index.ts',
        'src/elements.ts',
        'src/gateway/index.ts',
        'src/simulator/index.ts',
        ...entries(),
      ],
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^(?:lit|zod|jose|hono|ky)(?:\/|$)/, /^@lit\//],
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
  build: {
    target,
    emptyOutDir: false,
    lib: { entry: 'src/script-tag.ts', formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: 'connect-elements.js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // What the elements share is a chunk of its own: were it in the entry, an address with a query would load it twice.
        codeSplitting: { groups: [{ name: 'core', tags: ['$initial'] }] },
      },
    },
  },
};

/** The same in one file, for pages that pin it by its hash (Subresource Integrity). */
const oneFile: UserConfig = {
  build: {
    target,
    emptyOutDir: false,
    lib: { entry: 'src/index.ts', formats: ['es'] },
    rolldownOptions: {
      output: { minify: true, entryFileNames: 'connect-elements.all.js', codeSplitting: false },
    },
  },
};

const configs: Readonly<Record<string, UserConfig>> = { 'script-tag': scriptTag, 'one-file': oneFile };

export default defineConfig(({ mode }) => configs[mode] ?? modules);

function entries(): string[] {
  return readdirSync('src/define').map((file) => `src/define/${file}`);
}
