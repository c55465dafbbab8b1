import { format } from 'prettier';
import type { Cell, Outcome } from './attack.js';
import { rows } from './rows.js';
import { threats, type Threat } from './threat.js';

const columns = Object.keys(threats) as Threat[];

/** The reasons why a cell holds no attack, in the order they are met. */
const reasons = [
  ...new Set(
    Object.values(rows).flatMap(({ cells }) =>
      columns.flatMap((threat) => {
        const cell = cells[threat];
        return 'because' in cell ? [cell.because] : [];
      }),
    ),
  ),
];

const attacks = Object.values(rows).flatMap(({ cells }) =>
  columns.flatMap((threat) => ('attacks' in cells[threat] ? cells[threat].attacks : [])),
);

/** The whole table, as the documentation has it. */
export async function table(): Promise<string> {
  const lines = [
    '# Threats to the gateway, and what becomes of them',
    '',
    '<!-- Written by `npm run docs`: change `test/gateway/threats` instead. -->',
    '',
    `Each route against each threat: ${attacks.length} attacks, all of which \`npm run test:gateway\` makes on the gateway itself, at a simulated Codat.`,
    'A cell says how they end: with which status, or where a person is sent. Where that is how a request in order ends as well, the attack made no difference.',
    'After each, nothing has changed at Codat, nothing of another company has been shown, and nobody but Codat has been asked anything.',
    '',
    row(['Route', ...columns]),
    row(['---', ...columns.map(() => '---')]),
    ...Object.entries(rows).map(([name, { good, cells }]) =>
      row([`\`${name}\` ${say(good)}`, ...columns.map((threat) => inCell(cells[threat]))]),
    ),
    '',
    ...reasons.map((reason, index) => `${index + 1}. Not applicable: ${reason}.`),
    '',
    '## The threats',
    '',
    ...columns.map((threat) => `- **${threat}**: ${threats[threat]}.`),
  ];
  return format(lines.join('\n'), { parser: 'markdown', printWidth: 110 });
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function inCell(cell: Cell): string {
  if ('because' in cell) return `– (${reasons.indexOf(cell.because) + 1})`;
  return [...new Set(cell.attacks.map(({ ends }) => say(ends)))].sort().join(', ');
}

const say = (end: Outcome): string => [end].flat().join(' or ');
