import { readFileSync, writeFileSync } from 'node:fs';
import { clients, manifestOf, root, type Client } from './clients.js';

/** What is known of a client after its walk. */
export interface Row {
  readonly works: boolean;
  readonly scriptBytes?: number;
  readonly engine?: string;
}

const page = `${root}docs/frameworks.md`;
const readme = `${root}README.md`;
const [from, to] = ['<!-- `npm run test:clients` writes this table. -->\n', '<!-- The end of the table. -->'];

/** Writes the table of clients into the documentation and the README; those that were not walked keep their line. */
export function recordMatrix(rows: ReadonlyMap<Client, Row>): void {
  const text = readFileSync(page, 'utf8');
  const before = tableIn(text).split('\n');
  const lines = clients.map((client) => {
    const row = rows.get(client);
    if (row) return cellsOf(client, row);
    const line = before.find((each) => each.includes(linkTo(client)));
    return line ? cellsIn(line) : [linkTo(client), 'not walked', '', '', ''];
  });
  const written = withTable(text, tableOf([headings, ...lines]));
  writeFileSync(page, written);
  writeFileSync(readme, withMatrix(readFileSync(readme, 'utf8'), written));
}

/** The README with the table of `docs/frameworks.md`, whose links the packed package has no targets for. */
export function withMatrix(text: string, frameworks: string): string {
  const [head = '', , ...lines] = tableIn(frameworks).split('\n');
  const cells = [head, ...lines].map((line) => cellsIn(line.replace(/\[(.*?)\]\(.*?\)/, '$1')));
  return withTable(text, tableOf(cells));
}

const cellsIn = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const tableIn = (text: string): string =>
  text.slice(text.indexOf(from) + from.length, text.indexOf(to)).trim();

const withTable = (text: string, table: string): string =>
  `${text.slice(0, text.indexOf(from))}${from}\n${table}\n\n${text.slice(text.indexOf(to))}`;

const headings = ['Project', 'Works', 'Types', 'Scripts', 'Engine'];

function cellsOf(client: Client, { works, scriptBytes, engine = '' }: Row): string[] {
  const bytes = scriptBytes === undefined ? '' : `${(scriptBytes / 1000).toFixed(0)} kB`;
  return [linkTo(client), works ? 'yes' : 'no', `\`${checkerOf(client)}\``, bytes, engine];
}

const linkTo = ({ title, folder }: Client): string => `[${title}](../demo/clients/${folder})`;

/** The program that checks the types of a client. */
function checkerOf(client: Client): string {
  const [command = ''] = (manifestOf(client).scripts['check'] ?? '').split(' && ').slice(-1);
  return command.startsWith('astro') ? 'astro check' : (command.split(' ')[0] ?? '');
}

/** A table in Markdown with its columns as wide as their widest cells. */
function tableOf(lines: readonly (readonly string[])[]): string {
  const widths = headings.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)));
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...rest] = lines;
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...rest.map(row)].join('\n');
}
