import type { Messages } from '../../messages.js';

export const common: Messages['common'] = {
  loading: 'Loading',
  tryAgain: 'Try again',
  reload: 'Reload the page',
  signIn: 'Sign in',
  away: 'This can’t be reached just now.',
  opening: (platform) => `Opening ${platform}`,
};
