import { format } from 'prettier';
import type { Cell, Outcome } from './attack.js';
import { rows } from './rows.js';
import { serverRows, type ServerCell } from '../../server/threat-rows.js';
import { threats, type Threat } from './threat.js';

const columns = Object.keys(threats) as Threat[];

/** The reasons why a cell holds no attack, in the order they are met. */
const reasons = [
  ...new Set(
    [...Object.values(rows), ...Object.values(serverRows)].flatMap(({ cells }) =>
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

const serverAttacks = Object.values(serverRows).flatMap(({ cells }) =>
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
    '## The server',
    '',
    `The ways in which [\`codat-connect-elements serve\`](serve.md) knows people, each at \`POST /token\`, and the routes of its internal port: ${serverAttacks.length} attacks more, each over HTTP. After each, nobody but Codat and the lender’s app has been asked anything, and the log has neither a secret nor who someone is.`,
    '',
    row(['Identity or route', ...columns]),
    row(['---', ...columns.map(() => '---')]),
    ...Object.entries(serverRows).map(([name, { good, cells }]) =>
      row([`\`${name}\` ${say(good.ends)}`, ...columns.map((threat) => inCell(cells[threat]))]),
    ),
    '',
    '## Why there is no attack',
    '',
    ...reasons.map((reason, index) => `${index + 1}. Not applicable: ${reason}.`),
    '',
    '## Links that are handed on',
    '',
    'Whatever someone signs in to by `/link/…` is connected to the company that the link was made for. So whoever is signed in for that company goes straight through, and anyone else is shown first who asks for what, with a button. With one exception: whoever a page of the lender’s own sends there goes straight through as well. That keeps sign-in two actions away at hosts that know people by a header of their own, which comes with no navigation, and where a browser has no cookie to show.',
    '',
    'The proof is what browsers say of a navigation by themselves ([Fetch Metadata](https://www.w3.org/TR/fetch-metadata/)): `Sec-Fetch-Mode: navigate` with `Sec-Fetch-Site: same-origin`, or from an origin in `allowedOrigins`, by `Referer`. No page can write these headers. An address that was copied, mailed, logged or typed comes with `none`, or with another site. A mark in the address itself, used once, would be no proof: it is copied along.',
    '',
    'What it does not tell apart: a link that somebody puts on a page of the lender’s own origin, so keep what strangers write on another one. Where the headers are missing (Safari before 16.4, plain `http:` but for this machine, a page of another origin with `Referrer-Policy: no-referrer`) there is no proof, and the page with the button is shown.',
    '',
    '## What each process counts for itself',
    '',
    'How often people repeat something is counted in each process’s memory, by company and by what is opened: behind a balancer the rates are as many times as high as there are processes. That is enough, since they keep people from costing the process and the store: whatever costs a call to Codat is counted for all processes together, in the store.',
    '',
    '## The threats',
    '',
    ...columns.map((threat) => `- **${threat}**: ${threats[threat]}.`),
  ];
  return format(lines.join('\n'), { parser: 'markdown', printWidth: 110 });
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function inCell(cell: Cell | ServerCell): string {
  if ('because' in cell) return `– (${reasons.indexOf(cell.because) + 1})`;
  return [...new Set(cell.attacks.map(({ ends }) => say(ends)))].sort().join(', ');
}

const say = (end: Outcome): string => [end].flat().join(' or ');
