import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const folder = fileURLToPath(new URL('types/', import.meta.url));

describe('the types of the tags', () => {
  it('accept what a host writes and refuse its mistakes, in plain TypeScript, React, Preact and Solid', () => {
    const files = readdirSync(folder).filter((name) => /\.tsx?$/.test(name));
    assert.deepEqual(files.sort(), ['page.ts', 'preact.tsx', 'react.tsx', 'solid.tsx']);
    assert.deepEqual(errorsIn(files.map((name) => `${folder}${name}`)), []);
  });

  it('are brought by every entry that defines an element', () => {
    for (const entry of ['platform-picker', 'powered-by-codat', 'react', 'dist/connect-elements.js']) {
      const file = `${folder}${entry.replaceAll('/', '-')}.ts`;
      const page = `import 'codat-connect-elements/${entry}';
        document.addEventListener('codat-connected', ({ connection }) => connection.platformName.trim());
        document.body.attachShadow({ mode: 'open' }).addEventListener('codat-failed', ({ error }) => error.kind);`;
      assert.deepEqual(errorsIn([file], { [file]: page }), [], entry);
    }
  });
});

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.ReactJSX,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
};

const parsed = new Map<string, ts.SourceFile | undefined>();

/** What TypeScript says of files, some of which may exist only here. What it has read is kept for the next program. */
function errorsIn(files: readonly string[], texts: Readonly<Record<string, string>> = {}): string[] {
  const host = ts.createCompilerHost(options);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (name) => name in texts || fileExists(name);
  host.getSourceFile = (name, languageVersion) => {
    const text = texts[name];
    if (text !== undefined) return ts.createSourceFile(name, text, languageVersion);
    if (!parsed.has(name)) parsed.set(name, getSourceFile(name, languageVersion));
    return parsed.get(name);
  };
  const program = ts.createProgram(files, options, host);
  return files
    .flatMap((name) => {
      const source = program.getSourceFile(name);
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    })
    .map(({ messageText, file, start = 0 }) => {
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `${file?.fileName ?? ''}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
}
