import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One file of `src`, parsed. `path` is below `src`, such as `api/errors.ts`. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** One import or re-export of a file. */
export interface Import {
  /** A path below `src` for what is ours, such as `api/errors.ts`; else the package's name as written. */
  readonly target: string;
  readonly ours: boolean;
  /** Leaves nothing behind once types are erased. */
  readonly typesOnly: boolean;
  readonly text: string;
}

/** Every file of `src`. */
export const sources: readonly Source[] = readdirSync(`${root}src`, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map(({ parentPath, name }) => {
    const path = `${parentPath}/${name}`.slice(`${root}src/`.length);
    const text = readFileSync(`${root}src/${path}`, 'utf8');
    return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
  });

/** Every node of a tree that is such a one. */
export function nodesOf<Node extends ts.Node>(tree: ts.Node, is: (node: ts.Node) => node is Node): Node[] {
  const found: Node[] = [];
  const walk = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return found;
}

/** What a file imports or passes on, at its top and on demand. */
export function importsOf({ path, tree }: Source): Import[] {
  const say = (specifier: ts.Expression | undefined, node: ts.Node, typesOnly: boolean): Import[] => {
    if (!specifier || !ts.isStringLiteral(specifier)) return [];
    const ours = specifier.text.startsWith('.');
    const target = ours ? posix.join(dirname(path), specifier.text).replace(/\.js$/, '.ts') : specifier.text;
    return [{ target, ours, typesOnly, text: node.getText() }];
  };
  return [
    ...nodesOf(tree, ts.isImportDeclaration).flatMap((node) =>
      say(node.moduleSpecifier, node, isTypesOnly(node.importClause)),
    ),
    ...nodesOf(tree, ts.isExportDeclaration).flatMap((node) =>
      say(node.moduleSpecifier, node, node.isTypeOnly || allTypes(node.exportClause)),
    ),
    ...nodesOf(tree, ts.isCallExpression)
      .filter(({ expression }) => expression.kind === ts.SyntaxKind.ImportKeyword)
      .flatMap((node) => say(node.arguments[0], node, false)),
  ];
}

function isTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  return (
    clause.phaseModifier === ts.SyntaxKind.TypeKeyword || (!clause.name && allTypes(clause.namedBindings))
  );
}

function allTypes(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (!names || !(ts.isNamedImports(names) || ts.isNamedExports(names))) return false;
  return [...names.elements].every(({ isTypeOnly }) => isTypeOnly);
}

/** The fixed text of every template literal and string of a tree, each template's gaps as `{}`. */
export function literalsOf(tree: ts.Node): string[] {
  const isLiteral = (node: ts.Node): node is ts.TemplateLiteral | ts.StringLiteral =>
    ts.isTemplateLiteral(node) || ts.isStringLiteral(node);
  return nodesOf(tree, isLiteral).map(fixedText);
}

/** A literal's own text, with `{}` for each gap. */
export function fixedText(literal: ts.TemplateLiteral | ts.StringLiteral): string {
  if (!ts.isTemplateExpression(literal)) return literal.text;
  return [literal.head.text, ...literal.templateSpans.map((span) => span.literal.text)].join('{}');
}
