import { summarizeNames } from './paths.js';
import type { Exchange } from './prober.js';

/** One item for all exchanges that match, with the names of where they are; none when there are none. */
export function describeMatchingExchanges<Item>(
  exchanges: readonly Exchange[],
  matches: (exchange: Exchange) => boolean,
  describe: (where: string, matching: readonly Exchange[]) => Item,
): Item[] {
  const matching = exchanges.filter(matches);
  const names = [...new Set(matching.map(methodAndPathOf))];
  if (names.length === 0) return [];
  return [describe(summarizeNames(names), matching)];
}

/** The method and path, without parts that may be secrets. */
const methodAndPathOf = ({ method, url }: Exchange): string =>
  `${method} ${new URL(url).pathname.replace(/[^/]{40,}/g, '…')}`;
