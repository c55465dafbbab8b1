import type { Messages } from '../../messages.js';
import { joinList } from './common.js';

/** The phrase for a person's platform, by source type. */
const possessions: Readonly<Record<string, string>> = {
  Accounting: 'accounting software',
  Banking: 'bank',
  Commerce: 'shop',
};

export const platformPicker: Messages['platformPicker'] = {
  heading: connect,
  search: 'Find your platform',
  results: (count) => (count === 1 ? '1 platform' : `${count} platforms`),
  resultsFor: (results, query) => `${results} for ${query}`,
  moreResults: (count) => `and ${count} more: keep typing`,
  showAll: (count) => `Show all ${count}`,
  none: 'There is nothing to connect here at the moment.',
  noneFor: (query) => `Nothing found for “${query}”. Check the spelling, or try a shorter name.`,
  mostUsed: 'Most used',
  marks: { connected: 'Connected', pending: 'Finish connecting', failed: 'Try again' },
  required: (types) => `${connect(types)} to carry on.`,
};

function connect(sourceTypes: readonly string[]): string {
  const known = sourceTypes.flatMap((type) => possessions[type] ?? []);
  return known.length > 0 ? `Connect your ${joinList(known)}` : 'Connect your business';
}
