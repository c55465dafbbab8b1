import type { Messages } from '../../messages.js';

export const common: Messages['common'] = {
  loading: 'Loading',
  tryAgain: 'Try again',
  opening: (platform) => `Opening ${platform}`,
  reference: (id) => `Reference ${id}`,
};
