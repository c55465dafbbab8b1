import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { build, type Rolldown } from 'vite';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** An empty folder for something that is built, below the packages it may need. */
export function emptyFolder(name: string): string {
  const folder = join(root, 'node_modules/.cache', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A recipe as a host that writes JavaScript has it. */
export function javaScriptOf(recipe: string): string {
  const text = readFileSync(join(root, 'docs/recipes', recipe), 'utf8');
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

/** One module of ours, with our own parts in it, and with everyone else’s too when it has to stand alone. */
export async function bundle(entry: string, holds: 'ours' | 'everything'): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { 'codat-connect-elements/gateway': join(root, 'src/gateway/index.ts') } },
    ...(holds === 'everything' && { ssr: { noExternal: true as const } }),
    build: { write: false, ssr: join(root, entry), minify: false, target: 'es2022' },
  });
  const [output] = [built].flat() as Rolldown.RolldownOutput[];
  const [chunk, ...more] = output?.output ?? [];
  if (chunk === undefined || more.length > 0) throw new Error('This is meant to be one module.');
  return chunk.code;
}
