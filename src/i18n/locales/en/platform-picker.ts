import type { Messages } from '../../messages.js';
import { we } from './we.js';
import { list } from './list.js';

/** What a person has of each kind of platform. */
const possessions: Readonly<Record<string, string>> = {
  Accounting: 'accounting software',
  Banking: 'bank',
  Commerce: 'shop',
};

export const platformPicker: Messages['platformPicker'] = {
  heading: connect,
  intro: (lender) => `You sign in on the platform’s own page. ${we(lender)} never sees your password.`,
  search: 'Find your platform',
  results: (count) => (count === 1 ? '1 platform' : `${count} platforms`),
  none: 'There is nothing to connect here at the moment.',
  noneFor: (query) => `Nothing found for “${query}”. Check the spelling, or try a shorter name.`,
  mostUsed: 'Most used',
  marks: { connected: 'Connected', pending: 'Finish connecting' },
  alreadyConnected: (platform) => ({
    title: `${platform} is connected`,
    advice: 'One accounting platform can be connected at a time. Disconnect it to connect another.',
  }),
  back: 'Back to all platforms',
  required: (types) => `${connect(types)} to carry on.`,
};

function connect(sourceTypes: readonly string[]): string {
  const known = sourceTypes.flatMap((type) => possessions[type] ?? []);
  return known.length > 0 ? `Connect your ${list(known)}` : 'Connect your business';
}
