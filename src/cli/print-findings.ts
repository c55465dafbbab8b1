import type { Environment } from './environment.js';
import type { Finding } from './finding.js';

type Kind = Finding['is'];

const labels: Readonly<Record<Kind, string>> = {
  ok: 'ok     ',
  skipped: 'skipped',
  advice: 'advice ',
  fault: 'FAULT  ',
  unsafe: 'UNSAFE ',
};

/** SGR codes (ECMA-48): green, grey, yellow, red, and white on red. */
const colours: Readonly<Record<Kind, string>> = {
  ok: '32',
  skipped: '90',
  advice: '33',
  fault: '31',
  unsafe: '41;97',
};

/** Prints findings for people; a fault is followed by its cure and a page. Only terminals get colours. */
export function printFindings(findings: readonly Finding[], environment: Environment): void {
  // NO_COLOR counts with any value but an empty one (https://no-color.org).
  const isColoured = environment.isTerminal === true && !environment.env['NO_COLOR'];
  for (const finding of findings) {
    const label = isColoured
      ? `\u001b[${colours[finding.is]}m${labels[finding.is]}\u001b[0m`
      : labels[finding.is];
    const lines = [`${label} ${finding.check}: ${printable(finding.says)}`];
    if ('cure' in finding) lines.push(finding.cure, finding.page);
    environment.print(lines.join('\n        '));
  }
}

const maxLength = 600;

/** A sentence without control characters of terminals, since parts of it may come from the server. */
const printable = (says: string): string => says.slice(0, maxLength).replace(/\p{Cc}/gu, ' ');

/** How many findings there are of each kind. */
export function countFindings(findings: readonly Finding[]): Record<Kind, number> {
  const counts = { ok: 0, skipped: 0, advice: 0, fault: 0, unsafe: 0 };
  for (const { is } of findings) counts[is]++;
  return counts;
}

/** Whether any finding has to be fixed. */
export const hasFaultsBeyondAdvice = (findings: readonly Finding[]): boolean =>
  findings.some(({ is }) => is === 'fault' || is === 'unsafe');
