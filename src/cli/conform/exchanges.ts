import type { FixableIssue } from '../finding.js';
import { summarizeNames } from './paths.js';
import type { Exchange } from './prober.js';

/** One fault for all exchanges that match; none when there are none. `where` names their methods and paths. */
export function createFaultIfAnyMatch(
  exchanges: readonly Exchange[],
  matches: (exchange: Exchange) => boolean,
  createFault: (where: string, matching: readonly Exchange[]) => FixableIssue,
): FixableIssue[] {
  const matching = exchanges.filter(matches);
  const names = [...new Set(matching.map(methodAndPathOf))];
  if (names.length === 0) return [];
  return [createFault(summarizeNames(names), matching)];
}

/** The method and path, without parts that may be secrets. */
const methodAndPathOf = ({ method, url }: Exchange): string =>
  `${method} ${new URL(url).pathname.replace(/[^/]{40,}/g, '…')}`;
