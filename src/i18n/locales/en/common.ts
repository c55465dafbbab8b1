import type { Messages } from '../../messages.js';

/** The lender's name, or a phrase for the lender if there is none. */
export const lenderName = (lender: string): string => lender || 'This lender';

export const joinList = (items: readonly string[]): string => new Intl.ListFormat('en').format(items);

export const common: Messages['common'] = {
  loading: 'Loading',
  tryAgain: 'Try again',
  reload: 'Reload the page',
  signIn: 'Sign in',
  away: 'We can’t load this right now.',
  opening: (platform) => `Opening ${platform}`,
};
