import { readFileSync, writeFileSync } from 'node:fs';
import { clients, manifestOf, root, type Client } from './clients.js';

/** What is known of a client after its walk. */
export interface Row {
  readonly works: boolean;
  readonly scriptBytes?: number;
  readonly engine?: string;
}

const page = `${root}docs/frameworks.md`;
const [from, to] = ['<!-- `npm run test:clients` writes this table. -->\n', '<!-- The end of the table. -->'];

/** Writes the table of clients into the documentation. */
export function recordMatrix(rows: ReadonlyMap<Client, Row>): void {
  const text = readFileSync(page, 'utf8');
  const [before, , after] = [text.slice(0, text.indexOf(from)), from, text.slice(text.indexOf(to))];
  const lines = clients.map((client) => cellsOf(client, rows.get(client) ?? { works: false }));
  writeFileSync(page, `${before}${from}\n${tableOf([headings, ...lines])}\n\n${after}`);
}

const headings = ['Project', 'Works', 'Types', 'Scripts', 'Engine'];

function cellsOf(client: Client, { works, scriptBytes, engine = '' }: Row): string[] {
  const link = `[${client.title}](../demo/clients/${client.folder})`;
  const bytes = scriptBytes === undefined ? '' : `${(scriptBytes / 1000).toFixed(0)} kB`;
  return [link, works ? 'yes' : 'no', `\`${checkerOf(client)}\``, bytes, engine];
}

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
