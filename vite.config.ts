import { readdirSync } from 'node:fs';
import { minify } from 'terser';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

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
        'src/gateway/redis/index.ts',
        'src/simulator/index.ts',
        ...entries(),
      ],
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^(?:lit|zod|jose|hono|ky)(?:\/|$)/, /^@(?:lit|floating-ui)\//],
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
  plugins: [tighten()],
  build: {
    minify: false,
    target,
    emptyOutDir: false,
    lib: { entry: 'src/script-tag.ts', formats: ['es'] },
    rolldownOptions: {
      output: {
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
  plugins: [tighten()],
  build: {
    minify: false,
    target,
    emptyOutDir: false,
    lib: { entry: 'src/index.ts', formats: ['es'] },
    rolldownOptions: {
      output: { entryFileNames: 'connect-elements.all.js', codeSplitting: false },
    },
  },
};

const configs: Readonly<Record<string, UserConfig>> = { 'script-tag': scriptTag, 'one-file': oneFile };

export default defineConfig(({ mode }) => configs[mode] ?? modules);

function entries(): string[] {
  return readdirSync('src/define').map((file) => `src/define/${file}`);
}

/** Minifies what a visitor loads: two hundredths smaller than the bundler's own minifier leaves it. */
function tighten(): Plugin {
  return {
    name: 'tighten',
    transform: (code, id) => (id.includes('/src/') && id.includes('styles') ? trimmed(code) : undefined),
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code = chunk.code } = await minify(chunk.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 3, unsafe_arrows: true },
          format: { comments: false },
        });
        // What lines are left are those of our templates, where one space says as much.
        chunk.code = code.replace(/\n\s*/g, ' ');
      }
    },
  };
}

/** Styles without the spaces, comments, quotes and noughts that are for us. No expression in ours has a backtick, so a template ends at the next. */
function trimmed(code: string): string {
  return code.replace(/\bcss`[^`]*`/g, (styles) =>
    styles
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};]) ?/g, '$1')
      .replace(/([:,]) /g, '$1')
      .replace(/='([\w-]+)'\]/g, '=$1]')
      .replace(/\b0\./g, '.')
      .replaceAll(' * ', '*')
      .replaceAll(';}', '}'),
  );
}
