import type { Messages } from '../../messages.js';

export const joinList = (items: readonly string[]): string => new Intl.ListFormat('en-GB').format(items);

export const common: Messages['common'] = {
  loading: 'Loading',
  tryAgain: 'Try again',
  reload: 'Reload the page',
  signIn: 'Sign in',
  away: 'This service can’t be reached right now.',
  opening: (platform) => `Opening ${platform}`,
};
