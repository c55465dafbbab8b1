/** Prints twenty names that `src` exports, with their files, in an order that a seed decides: `npm run names -- 7`. */
import { createHash } from 'node:crypto';
import ts from 'typescript';
import { sources } from '../test/architecture/sources.js';

const [seed = '1'] = process.argv.slice(2);

const names = sources.flatMap(({ path, tree }) => exportedNames(tree).map((name) => `${name} — src/${path}`));
// A schema and the type inferred from it share a name, and count once.
const ordered = [...new Set(names)].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
for (const name of ordered.slice(0, 20)) console.log(name);

/** The names that a file declares and exports itself. */
function exportedNames(tree: ts.SourceFile): string[] {
  return tree.statements
    .filter(isExported)
    .flatMap((statement) =>
      ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.flatMap(({ name }) => boundNames(name))
        : 'name' in statement
          ? [(statement.name as ts.Identifier).text]
          : [],
    );
}

function isExported(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  const kinds = (ts.getModifiers(statement) ?? []).map(({ kind }) => kind);
  return kinds.includes(ts.SyntaxKind.ExportKeyword) && !kinds.includes(ts.SyntaxKind.DefaultKeyword);
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

function rank(name: string): string {
  return createHash('sha256').update(`${seed}\n${name}`).digest('hex');
}
