import type { Messages } from '../../messages.js';

/** The lender by name, or as people can tell whom we mean. */
export const we = (lender: string): string => lender || 'This lender';

/** Things in a row, as English lists them. */
export const list = (items: readonly string[]): string => new Intl.ListFormat('en').format(items);

export const common: Messages['common'] = {
  loading: 'Loading',
  tryAgain: 'Try again',
  reload: 'Reload the page',
  signIn: 'Sign in',
  away: 'This can’t be reached just now.',
  opening: (platform) => `Opening ${platform}`,
};
